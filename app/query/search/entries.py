"""The catalog as things to be found."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypedDict

from app.model.catalog import Catalog
from app.model.chart import Chart
from app.model.indicator import Indicator
from app.model.milestone import Milestone
from app.model.period import Period
from app.model.text import LANGS, Text
from app.query.quote import resolve
from app.query.reading import Reading
from app.query.search.entry import Entry, Sort
from app.query.search.fold import Script, fold, pieces


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
    catalog: Catalog, readings: Mapping[str, Reading], charted: Mapping[str, tuple[Reading, ...]]
) -> tuple[Entry, ...]:
    """All indicators, charts, figures, sources and milestones; `charted` are the readings of each chart."""
    return (
        *(_indicator(catalog, readings, name) for name in catalog.indicators),
        *(_chart(catalog, readings, name, charted[name]) for name in catalog.charts),
        *(_figure(reading) for reading in readings.values()),
        *(_source(catalog, name) for name in catalog.sources),
        *(_milestone(catalog, topic, row) for topic, rows in catalog.milestones.items() for row in rows),
    )


def _indicator(catalog: Catalog, readings: Mapping[str, Reading], name: str) -> Entry:
    indicator = catalog.indicators[name]
    own = [readings[o.id] for o in indicator.observations]
    definitions = [text for each in indicator.definitions.values() for text in (each.name, each.text)]
    return Entry(
        Sort.INDICATOR,
        name,
        names=_both(indicator.name, indicator.short),
        aliases=_aliases(indicator),
        texts=_both(indicator.description, *definitions, catalog.topics[indicator.topic].name),
        topics=frozenset((indicator.topic,)),
        **_filters(own),
    )


def _chart(catalog: Catalog, readings: Mapping[str, Reading], name: str, shown: tuple[Reading, ...]) -> Entry:
    chart = catalog.charts[name]
    words = (chart.finding, chart.subtitle, *chart.caveats)
    said = (resolve(text[lang], readings, lang) for text in words for lang in LANGS)
    marks = _marks_of(catalog, chart)
    filters = _filters(shown)
    filters["sources"] |= {mark.source for mark in marks}
    filters["years"] |= {year for mark in marks for year in _years(mark.period)}
    return Entry(
        Sort.CHART,
        name,
        names=_both(chart.title),
        aliases=tuple(dict.fromkeys(alias for reading in shown for alias in _aliases(reading.indicator))),
        texts=(*said, *_both(*(mark.title for mark in marks))),
        topics=frozenset((chart.topic,)),
        **filters,
    )


def _marks_of(catalog: Catalog, chart: Chart) -> list[Milestone]:
    return [row for rows in catalog.milestones.values() for row in rows if row.id in chart.select.milestones]


def _figure(reading: Reading) -> Entry:
    o, indicator = reading.observation, reading.indicator
    whose = [part.name for part in (reading.subject, reading.category) if part]
    said = [reading.definition.name, reading.geography.name, o.note, *(s.short for s in (reading.source,) if s)]
    said += [reading.speaker.name] if reading.speaker else []
    plain = [reading.label(lang) for lang in LANGS] + [reading.when(lang) for lang in LANGS]
    plain += _place(reading)
    return Entry(
        Sort.FIGURE,
        o.id,
        names=_both(indicator.name, indicator.short),
        aliases=(*_both(*whose), *_aliases(indicator)),
        texts=(*_both(*said), *plain, *(text for text in (o.printed, o.section) if text)),
        numbers=_numbers(reading),
        is_percent=reading.base.style == "percent",
        topics=frozenset((indicator.topic,)),
        **_filters([reading]),
    )


def _place(reading: Reading) -> list[str]:
    """A rank as it is asked for: 第一, first, number one."""
    if reading.base.style != "rank" or reading.quantity.is_range or reading.quantity.value > len(_PLACES):
        return []
    return list(_PLACES[int(reading.quantity.value) - 1])


def _source(catalog: Catalog, name: str) -> Entry:
    source = catalog.sources[name]
    publisher = () if source.publisher == "unknown" else (source.publisher,)
    return Entry(
        Sort.SOURCE,
        name,
        names=_both(source.title, source.short),
        aliases=(source.article, *_both(*publisher)),
        texts=_both(source.dating, *source.contradictions),
        sources=frozenset((name,)),
        years=_years(source.published),
    )


def _milestone(catalog: Catalog, topic: str, row: Milestone) -> Entry:
    subject = catalog.subjects[row.subject].name if row.subject else None
    return Entry(
        Sort.MILESTONE,
        row.id,
        names=_both(row.title),
        aliases=_both(subject),
        texts=(*_both(row.note, catalog.geographies[row.geography].name), row.printed),
        topics=frozenset((topic,)),
        sources=frozenset((row.source,)),
        years=_years(row.period),
        natures=frozenset(("target",) if row.is_plan else ()),
    )


def _filters(shown: Iterable[Reading]) -> _Filters:
    rows = tuple(shown)
    return _Filters(
        sources=frozenset(r.observation.source for r in rows if r.observation.source),
        years=frozenset(year for r in rows for year in _years(r.observation.period)),
        natures=frozenset(nature for r in rows for nature in natures(r)),
    )


def natures(reading: Reading) -> tuple[str, ...]:
    """What kind of value it is: its qualifier, and `derived` or `target` where it is one."""
    flags = (("derived", reading.is_derived), ("target", reading.observation.target))
    return (reading.quantity.qualifier.value, *(name for name, is_so in flags if is_so))


def _years(period: Period) -> frozenset[int]:
    first, last = period.start.year, period.end.year
    return frozenset(range(first, last + 1)) if last - first <= _LONGEST_SPAN else frozenset((first, last))


def _numbers(reading: Reading) -> frozenset[Decimal]:
    """As printed, in the base unit, and as either language shows it: 9761 (亿元), 976100000000, 976.1 (billion).

    The 4 of 4成 is not among them: it is 40 percent, whoever looks for it.
    """
    o, quantity = reading.observation, reading.quantity
    exact = [quantity.value, quantity.value_to]
    exact += [] if reading.base.style == "percent" else [o.value, o.value_to]
    shown = [
        Decimal(piece.text)
        for lang in LANGS
        for piece in pieces(fold(reading.figure(lang).text))
        if piece.script is Script.NUMBER
    ]
    return frozenset(value for value in (*exact, *shown) if value is not None)


def _aliases(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.aliases.zh, *indicator.aliases.en)


def _both(*texts: Text | None) -> tuple[str, ...]:
    return tuple(words for text in texts if text is not None for words in (text.zh, text.en))
