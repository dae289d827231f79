"""The catalog as things to be found, by their names, texts, numbers and filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import TypedDict

from app.data.datum import Datum
from app.data.text_references import resolve_references
from app.model.catalog import Catalog
from app.model.chart import Chart
from app.model.indicator import Indicator
from app.model.milestone import Milestone
from app.model.period import Period
from app.model.text import LANGS, Text
from app.search.fold import Script, fold, pieces


class EntrySort(StrEnum):
    """What kind of thing was found; each has pages of its own."""

    INDICATOR = "indicator"
    CHART = "chart"
    FIGURE = "figure"
    SOURCE = "source"
    MILESTONE = "milestone"


class EntryField(IntEnum):
    """Where a text stands in an entry; the higher, the more it says of it."""

    TEXT = 0
    ALIAS = 1
    NAME = 2


@dataclass(frozen=True)
class SearchEntry:
    """Texts are in both languages. `topics`, `sources`, `years` and `natures` are what filters ask for.

    `natures` are qualifiers and `derived`, `target`; `numbers` every number that stands for the figure, which
    `is_percent` or not.
    """

    sort: EntrySort
    id: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    numbers: frozenset[Decimal] = frozenset()
    is_percent: bool = False
    topics: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    natures: frozenset[str] = frozenset()

    def fields(self) -> tuple[tuple[EntryField, tuple[str, ...]], ...]:
        return ((EntryField.NAME, self.names), (EntryField.ALIAS, self.aliases), (EntryField.TEXT, self.texts))


class _Filters(TypedDict):
    sources: frozenset[str]
    years: frozenset[int]
    natures: frozenset[str]


#: The first ranks in words.
_PLACES = (
    ("第一，第一名，首位，榜首", "first, top, number one"),
    ("第二，第二名", "second, number two"),
    ("第三，第三名", "third, number three"),
    ("第四，第四名", "fourth, number four"),
    ("第五，第五名", "fifth, number five"),
)
#: A span longer than this (a plan to 2035) is found by its first and last year.
_LONGEST_SPAN = 15


def entries(
    catalog: Catalog, data: Mapping[str, Datum], charted: Mapping[str, tuple[Datum, ...]]
) -> tuple[SearchEntry, ...]:
    """All indicators, charts, figures, sources and milestones; `charted` are the data of each chart."""
    return (
        *(_indicator(catalog, data, name) for name in catalog.indicators),
        *(_chart(catalog, data, name, charted[name]) for name in catalog.charts),
        *(_figure(datum) for datum in data.values()),
        *(_source(catalog, name) for name in catalog.sources),
        *(_milestone(catalog, topic, row) for topic, rows in catalog.milestones.items() for row in rows),
    )


def _indicator(catalog: Catalog, data: Mapping[str, Datum], name: str) -> SearchEntry:
    indicator = catalog.indicators[name]
    own = [data[o.id] for o in indicator.observations]
    definitions = [text for each in indicator.definitions.values() for text in (each.name, each.text)]
    return SearchEntry(
        EntrySort.INDICATOR,
        name,
        names=_both(indicator.name, indicator.short),
        aliases=_aliases(indicator),
        texts=_both(indicator.description, *definitions, catalog.topics[indicator.topic].name),
        topics=frozenset((indicator.topic,)),
        **_filters(own),
    )


def _chart(catalog: Catalog, data: Mapping[str, Datum], name: str, shown: tuple[Datum, ...]) -> SearchEntry:
    chart = catalog.charts[name]
    words = (chart.finding, chart.subtitle, *chart.caveats)
    said = (resolve_references(text[lang], data, lang) for text in words for lang in LANGS)
    marks = _marks_of(catalog, chart)
    filters = _filters(shown)
    filters["sources"] |= {mark.source for mark in marks}
    filters["years"] |= {year for mark in marks for year in _years(mark.period)}
    return SearchEntry(
        EntrySort.CHART,
        name,
        names=_both(chart.title),
        aliases=tuple(dict.fromkeys(alias for datum in shown for alias in _aliases(datum.indicator))),
        texts=(*said, *_both(*(mark.title for mark in marks))),
        topics=frozenset((chart.topic,)),
        **filters,
    )


def _marks_of(catalog: Catalog, chart: Chart) -> list[Milestone]:
    return [row for rows in catalog.milestones.values() for row in rows if row.id in chart.select.milestones]


def _figure(datum: Datum) -> SearchEntry:
    o, indicator = datum.observation, datum.indicator
    whose = [part.name for part in (datum.subject, datum.category) if part]
    said = [datum.definition.name, datum.geography.name, o.note, *(s.short for s in (datum.source,) if s)]
    said += [datum.speaker.name] if datum.speaker else []
    plain = [datum.label(lang).text for lang in LANGS] + [datum.period_text(lang).text for lang in LANGS]
    plain += _place(datum)
    return SearchEntry(
        EntrySort.FIGURE,
        o.id,
        names=_both(indicator.name, indicator.short),
        aliases=(*_both(*whose), *_aliases(indicator)),
        texts=(*_both(*said), *plain, *(text for text in (o.printed, o.section) if text)),
        numbers=_numbers(datum),
        is_percent=datum.base.style == "percent",
        topics=frozenset((indicator.topic,)),
        **_filters([datum]),
    )


def _place(datum: Datum) -> list[str]:
    """A rank as it is asked for: 第一, first, number one."""
    if datum.base.style != "rank" or datum.quantity.is_range or datum.quantity.value > len(_PLACES):
        return []
    return list(_PLACES[int(datum.quantity.value) - 1])


def _source(catalog: Catalog, name: str) -> SearchEntry:
    source = catalog.sources[name]
    publisher = () if source.publisher == "unknown" else (source.publisher,)
    return SearchEntry(
        EntrySort.SOURCE,
        name,
        names=_both(source.title, source.short),
        aliases=(source.article, *_both(*publisher)),
        texts=_both(source.dating, *source.contradictions),
        sources=frozenset((name,)),
        years=_years(source.published),
    )


def _milestone(catalog: Catalog, topic: str, row: Milestone) -> SearchEntry:
    subject = catalog.subjects[row.subject].name if row.subject else None
    return SearchEntry(
        EntrySort.MILESTONE,
        row.id,
        names=_both(row.title),
        aliases=_both(subject),
        texts=(*_both(row.note, catalog.geographies[row.geography].name), row.printed),
        topics=frozenset((topic,)),
        sources=frozenset((row.source,)),
        years=_years(row.period),
        natures=frozenset(("target",) if row.is_plan else ()),
    )


def _filters(shown: Iterable[Datum]) -> _Filters:
    rows = tuple(shown)
    return _Filters(
        sources=frozenset(r.observation.source for r in rows if r.observation.source),
        years=frozenset(year for r in rows for year in _years(r.observation.period)),
        natures=frozenset(nature for r in rows for nature in natures(r)),
    )


def natures(datum: Datum) -> tuple[str, ...]:
    """What kind of value it is: its qualifier, and `derived` or `target` where it is one."""
    flags = (("derived", datum.is_derived), ("target", datum.observation.target))
    return (datum.quantity.qualifier.value, *(name for name, is_so in flags if is_so))


def _years(period: Period) -> frozenset[int]:
    first, last = period.start.year, period.end.year
    return frozenset(range(first, last + 1)) if last - first <= _LONGEST_SPAN else frozenset((first, last))


def _numbers(datum: Datum) -> frozenset[Decimal]:
    """As printed, in the base unit, and as either language shows it: 9761 (亿元), 976100000000, 976.1 (billion).

    The 4 of 4成 is not among them: it is 40 percent, whoever looks for it.
    """
    o, quantity = datum.observation, datum.quantity
    exact = [quantity.value, quantity.value_to]
    exact += [] if datum.base.style == "percent" else [o.value, o.value_to]
    shown = [
        Decimal(piece.text)
        for lang in LANGS
        for piece in pieces(fold(datum.label(lang).value))
        if piece.script is Script.NUMBER
    ]
    return frozenset(value for value in (*exact, *shown) if value is not None)


def _aliases(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.aliases.zh, *indicator.aliases.en)


def _both(*texts: Text | None) -> tuple[str, ...]:
    return tuple(words for text in texts if text is not None for words in (text.zh, text.en))
