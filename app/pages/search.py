"""What is found: hits in order, each with the reason, and filters that work as one GET form."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from flask import request

from app.benches.bench import Control, every_or_one
from app.data.datum import full_name
from app.data.selection import when
from app.model.quantity import Qualifier
from app.model.text import Lang
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.quantities.period_text import period_text
from app.search.entries import EntrySort
from app.search.finder import FILTERS, Hit, Request, SearchResult
from app.search.match import MatchReason
from app.site import Site
from app.strings import word
from app.urls import RULES, Query, Urls

_MOST = 60
_HAN = re.compile("[\u3400-\u9fff]")
#: Suggestions while typing: as many as fit beside a keyboard on a phone.
_FEW = 8


@dataclass(frozen=True)
class ResultWords:
    """What a thing is called, its address, what else to know of it, and its value if it is a figure."""

    label: str
    href: str
    more: str
    value: str = ""


@dataclass(frozen=True)
class ResultItem:
    """One hit: what sort of thing, its words, and why it was found."""

    sort: str
    words: ResultWords
    why: str


@dataclass(frozen=True)
class Suggestions:
    """The first hits, what was typed and stands nowhere, and the way to all hits."""

    items: list[ResultItem]
    absent: str
    all: Link | None


@dataclass(frozen=True)
class SearchContent:
    """The form as it was sent, and what was found."""

    request: Request
    filters: list[Control]
    items: list[ResultItem]
    summary: str
    sorts: list[Link]
    searched: bool


@route(RULES.search())
def search_page(page: PageFrame) -> str:
    """The page of a search; with `part` in the address only its first hits, for suggestions while typing."""
    lang = page.lang
    filters = choices(page.site, lang)
    query = Request.read(request.args, filters)
    is_part = "part" in request.args
    result = page.site.finder.find(query, limit=_FEW if is_part else _MOST)
    items = [_item(page, hit) for hit in result.hits]
    if is_part:
        absent = "".join(_absent(query.text, result, lang))
        return page.part("search_part.html", Suggestions(items, absent, _all(page, query, result)))
    return page.write(
        "search.html",
        SearchContent(
            request=query,
            filters=[_filter(name, filters[name], query, lang) for name in FILTERS],
            items=items,
            summary=_summary(result, query, lang),
            sorts=_sorts(page, query, result),
            searched=bool(query.text or query.filters),
        ),
        title=_title(query, lang),
        description=word("search_lead", lang),
        query=query.query(),
    )


def choices(site: Site, lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """For every filter its values and their names."""
    years = sorted({year for entry in site.finder.entries for year in entry.years}, reverse=True)
    natures = (*Qualifier, "derived", "target")
    return {
        "sort": {sort.value: word(f"sort_{sort.value}", lang) for sort in EntrySort},
        "topic": {name: topic.name[lang] for name, topic in site.catalog.topics.items()},
        "source": {name: source.short[lang] for name, source in site.catalog.sources.items()},
        "year": {str(year): str(year) for year in years},
        "nature": {str(nature): word(f"nature_{nature}", lang) for nature in natures},
    }


def _filter(name: str, values: Mapping[str, str], request: Request, lang: Lang) -> Control:
    return every_or_one(name, word(f"filter_{name}", lang), values, chosen=request.value(name), lang=lang)


def _title(request: Request, lang: Lang) -> str:
    if not request.text:
        return word("search", lang)
    return f"{word('search', lang)}{word('colon', lang)}{request.text[:60]}"


def _summary(result: SearchResult, request: Request, lang: Lang) -> str:
    if not (request.text or request.filters):
        return word("search_lead", lang)
    return (" " if lang is Lang.EN else "").join((*_absent(request.text, result, lang), *_counted(result, lang)))


def _absent(text: str, result: SearchResult, lang: Lang) -> Iterable[str]:
    """What was typed and stands nowhere: said first, so that what only looks like it is not taken for it."""
    if result.missing:
        missing = [text] if not result.total else result.missing
        yield word("search_missing", lang).format(missing=("”、“" if lang is Lang.ZH else "”, “").join(missing))


def _counted(result: SearchResult, lang: Lang) -> Iterable[str]:
    if not result.total:
        yield word("search_nothing", lang)
        return
    how = "search_pieces" if result.missing else "search_found" if result.strict else "search_loose"
    yield word(how, lang).format(count=result.total)
    if result.total > _MOST:
        yield word("search_cut", lang).format(count=_MOST)


def _sorts(page: PageFrame, request: Request, result: SearchResult) -> list[Link]:
    """How many of each sort, as links that narrow to it."""
    if request.value("sort"):
        return [Link(_address(page.lang, _with_sort(request, "")), word("all_sorts", page.lang))]
    return [
        Link(
            _address(page.lang, _with_sort(request, sort.value)),
            f"{word(f'sort_{sort.value}', page.lang)} {count}",
        )
        for sort, count in result.counts.items()
    ]


def _with_sort(request: Request, sort: str) -> Query:
    others = tuple(pair for pair in request.filters if pair[0] != "sort")
    return replace(request, filters=((("sort", sort),) if sort else ()) + others).query()


def _all(page: PageFrame, request: Request, result: SearchResult) -> Link | None:
    if not result.total:
        return None
    return Link(_address(page.lang, request.query()), word("search_all", page.lang).format(count=result.total))


def _address(lang: Lang, query: Query) -> str:
    return Urls(lang).search(query)


def _item(page: PageFrame, hit: Hit) -> ResultItem:
    sort = hit.entry.sort
    words = _WORDS[sort](page, hit.entry.id)
    return ResultItem(word(f"sort_{sort.value}", page.lang), words, _why(hit, page.lang))


def _figure(page: PageFrame, name: str) -> ResultWords:
    datum, lang = page.site.data[name], page.lang
    label, definition = full_name(datum, lang), datum.definition.name[lang]
    when, value = datum.period_text(lang).text, datum.label(lang).text
    # Of an indicator that is counted in several ways, two figures would bear one name.
    if len(datum.indicator.definitions) > 1:
        return ResultWords(f"{label} · {definition}", page.urls.figure(name), when, value)
    return ResultWords(label, page.urls.figure(name), f"{when} · {definition}", value)


def _indicator(page: PageFrame, name: str) -> ResultWords:
    indicator, lang = page.site.catalog.indicators[name], page.lang
    if len(indicator.observations) > 1:
        return ResultWords(indicator.name[lang], page.urls.indicator(name), indicator.description[lang])
    only = page.site.data[indicator.observations[0].id]
    more = f"{only.period_text(lang)} · {indicator.description[lang]}"
    return ResultWords(indicator.name[lang], page.urls.indicator(name), more, only.label(lang).text)


def _chart(page: PageFrame, name: str) -> ResultWords:
    chart, lang = page.site.catalog.charts[name], page.lang
    return ResultWords(page.site.quote(chart.finding[lang], lang), page.urls.chart(name), chart.title[lang])


def _source(page: PageFrame, name: str) -> ResultWords:
    source, lang = page.site.catalog.sources[name], page.lang
    when = period_text(source.published, source.published_basis, lang).text
    return ResultWords(source.title[lang], page.urls.source(name), when)


def _milestone(page: PageFrame, name: str) -> ResultWords:
    milestone, lang = page.site.catalog.milestone_by_id[name], page.lang
    return ResultWords(milestone.title[lang], page.urls.milestone(name), when(milestone, lang))


_WORDS: Mapping[EntrySort, Callable[[PageFrame, str], ResultWords]] = {
    EntrySort.INDICATOR: _indicator,
    EntrySort.CHART: _chart,
    EntrySort.FIGURE: _figure,
    EntrySort.SOURCE: _source,
    EntrySort.MILESTONE: _milestone,
}


def _why(hit: Hit, lang: Lang) -> str:
    """Why it was found, where its own words do not show it."""
    if hit.reason in (MatchReason.NAME, MatchReason.PARTIAL):
        return ""
    reason = word(f"why_{hit.reason.value}", lang)
    in_other_language = bool(_HAN.search(hit.text)) != (lang is Lang.ZH)
    if not hit.text or in_other_language:
        return reason
    return f"{reason}{word('colon', lang)}{hit.text[:80]}{'…' if len(hit.text) > 80 else ''}"
