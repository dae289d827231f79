"""Search as a collection: the best hits first, so it has a limit but no pages."""

from collections.abc import Callable, Mapping

from app import urls
from app.api.collection import Asked, Collection, Page
from app.api.parameter import FORMAT, LIMIT, USUAL_ROWS, one_of, words
from app.model.milestone import Milestone
from app.model.text import LANGS, Lang, Text
from app.query.search.entry import Entry, Sort
from app.query.search.match import Reason
from app.query.search.request import Request
from app.query.tables.column import column
from app.query.tables.table import Row
from app.site import Site

_COLUMNS = (
    column("kind", "种类", "what was found", choices=tuple(sort.value for sort in Sort), required="required"),
    column("id", "编号", "its id", required="required"),
    column("title_zh", "中文标题；数字连同分寸", "its title in Chinese; a figure with its bound", required="required"),
    column("title_en", "英文标题", "its title in English", required="required"),
    column(
        "reason", "为何找到", "why it was found", choices=tuple(reason.value for reason in Reason), required="required"
    ),
    column("address_zh", "中文页", "path of its page in Chinese", required="required"),
    column("address_en", "英文页", "path of its page in English", required="required"),
)
_Words = Callable[[Site, Mapping[str, Milestone], str, Lang], tuple[str, str]]


def search(site: Site) -> Collection:
    """What a query finds among everything."""
    milestones = site.catalog.milestone_by_id

    def answer(asked: Asked) -> Page:
        filters = (("sort", str(asked["kind"])),) if "kind" in asked else ()
        limit = asked.get("limit", USUAL_ROWS)
        assert isinstance(limit, int)
        found = site.finder.find(Request(str(asked["q"]), filters), limit=limit)
        return Page([_row(site, milestones, hit.entry, hit.reason) for hit in found.hits], found.total)

    query = words("q", Text(zh="要找的词、数字或拼音", en="words, a number or pinyin to look for"), "AI企业")
    kind = one_of("kind", Text(zh="只找一种", en="one kind only"), [sort.value for sort in Sort])
    about = Text(zh="在全部内容里查找", en="look for something among everything")
    return Collection("search", about, _COLUMNS, (query, kind, LIMIT, FORMAT), answer)


def _row(site: Site, milestones: Mapping[str, Milestone], entry: Entry, reason: Reason) -> Row:
    found = [_WORDS[entry.sort](site, milestones, entry.id, lang) for lang in LANGS]
    titles, addresses = zip(*found, strict=True)
    return (entry.sort.value, entry.id, *titles, reason.value, *addresses)


def _indicator(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.catalog.indicators[name].name[lang], urls.indicator(lang, name)


def _chart(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.quote(site.catalog.charts[name].title[lang], lang), urls.chart(lang, name)


def _figure(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    reading = site.readings[name]
    parts = (reading.indicator.name[lang], reading.label(lang), reading.when(lang))
    return " · ".join(parts), urls.figure(lang, name)


def _source(site: Site, _: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return site.catalog.sources[name].title[lang], urls.source(lang, name)


def _milestone(_: Site, milestones: Mapping[str, Milestone], name: str, lang: Lang) -> tuple[str, str]:
    return milestones[name].title[lang], urls.milestone(lang, name)


_WORDS: Mapping[Sort, _Words] = {
    Sort.INDICATOR: _indicator,
    Sort.CHART: _chart,
    Sort.FIGURE: _figure,
    Sort.SOURCE: _source,
    Sort.MILESTONE: _milestone,
}
