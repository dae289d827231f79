"""What search finds, as rows of the API: the best hits first, so it has a limit but no pages."""

from collections.abc import Callable, Mapping, Sequence

from app.api.query import SearchQuery
from app.data.table import ColumnSchema, Row
from app.model.milestone import Milestone
from app.model.text import LANGS, Lang, Text
from app.search.entries import EntrySort, SearchEntry
from app.search.finder import Request
from app.search.match import MatchReason
from app.site import Site
from app.urls import Urls

SEARCH_COLUMNS = (
    ColumnSchema(
        "kind", Text(zh="种类", en="what was found"), choices=tuple(sort.value for sort in EntrySort), is_required=True
    ),
    ColumnSchema("id", Text(zh="编号", en="its id"), is_required=True),
    ColumnSchema(
        "title_zh",
        Text(zh="中文标题；数字连同分寸", en="its title in Chinese; a figure with its bound"),
        is_required=True,
    ),
    ColumnSchema("title_en", Text(zh="英文标题", en="its title in English"), is_required=True),
    ColumnSchema(
        "reason",
        Text(zh="为何找到", en="why it was found"),
        choices=tuple(reason.value for reason in MatchReason),
        is_required=True,
    ),
    ColumnSchema("address_zh", Text(zh="中文页", en="path of its page in Chinese"), is_required=True),
    ColumnSchema("address_en", Text(zh="英文页", en="path of its page in English"), is_required=True),
)
_Words = Callable[[Site, Mapping[str, Milestone], str, Lang], tuple[str, str]]


def search_rows(site: Site, query: SearchQuery) -> tuple[Sequence[Row], int]:
    """The best hits for a query among everything, and how many there are."""
    filters = (("sort", query.kind),) if query.kind else ()
    milestones = site.catalog.milestone_by_id
    result = site.finder.find(Request(query.q, filters), limit=query.limit)
    return [_row(site, milestones, hit.entry, hit.reason) for hit in result.hits], result.total


def _row(site: Site, milestones: Mapping[str, Milestone], entry: SearchEntry, reason: MatchReason) -> Row:
    words = [_WORDS[entry.sort](site, milestones, entry.id, lang) for lang in LANGS]
    titles, addresses = zip(*words, strict=True)
    return (entry.sort.value, entry.id, *titles, reason.value, *addresses)


def _indicator(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.catalog.indicators[name].name[lang], Urls(lang).indicator(name)


def _chart(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.quote(site.catalog.charts[name].title[lang], lang), Urls(lang).chart(name)


def _figure(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    datum = site.data[name]
    parts = (datum.indicator.name[lang], datum.label(lang).text, datum.period_text(lang).text)
    return " · ".join(parts), Urls(lang).figure(name)


def _source(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.catalog.sources[name].title[lang], Urls(lang).source(name)


def _milestone(_: Site, milestones: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return milestones[name].title[lang], Urls(lang).milestone(name)


_WORDS: Mapping[EntrySort, _Words] = {
    EntrySort.INDICATOR: _indicator,
    EntrySort.CHART: _chart,
    EntrySort.FIGURE: _figure,
    EntrySort.SOURCE: _source,
    EntrySort.MILESTONE: _milestone,
}
