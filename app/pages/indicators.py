"""The catalogue: every indicator by topic, with its latest figure, its definitions and how many figures it has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import request

from app.benches.bench import Control, every_or_one
from app.data.comparable import latest
from app.data.datum import Datum
from app.data.page_query import indicators_of
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.frame import PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES


@dataclass(frozen=True)
class IndicatorEntry:
    """One indicator. `latest` are its newest figures: one for each definition, place and part."""

    id: str
    name: str
    description: str
    explore: str
    count: str
    latest: tuple[IndicatorRow, ...]
    definitions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class IndicatorSection:
    """A topic's indicators."""

    id: str
    name: str
    href: str
    entries: tuple[IndicatorEntry, ...]


#: More figures than this are left to the indicator's own pages.
_MOST_LATEST = 6


@dataclass(frozen=True)
class IndicatorsContent:
    """The filters and what they leave."""

    filters: list[Control]
    summary: str
    sections: list[IndicatorSection]


@route(RULES.indicators())
def indicators_page(page: PageFrame) -> str:
    """The catalogue, narrowed by the filters in the address; an unknown value falls back to all."""
    lang = page.lang
    values = _values(page)
    filters = {name: request.args.get(name, "") for name in values}
    chosen = {name: value if value in values[name] else "" for name, value in filters.items()}
    sections = [section for section in _sections(page, chosen) if section.entries]
    count = sum(len(section.entries) for section in sections)
    return page.write(
        "indicators.html",
        IndicatorsContent(
            filters=_filters(values, chosen, lang),
            summary=word("indicators_count", lang).format(count=count, figures=len(page.site.data)),
            sections=sections,
        ),
        title=word("indicators", lang),
        description=word("indicators_lead", lang),
        query=tuple((name, value) for name, value in chosen.items() if value),
    )


def _values(page: PageFrame) -> Mapping[str, Mapping[str, str]]:
    catalog, lang = page.site.catalog, page.lang
    return {
        "topic": {name: topic.name[lang] for name, topic in catalog.topics.items()},
        "source": {name: source.short[lang] for name, source in catalog.sources.items()},
        "basis": {basis.value: word(f"period_{basis.value}", lang) for basis in PeriodBasis},
    }


def _filters(values: Mapping[str, Mapping[str, str]], chosen: Mapping[str, str], lang: Lang) -> list[Control]:
    return [
        every_or_one(name, word(f"filter_{name}", lang), options, chosen=chosen[name], lang=lang)
        for name, options in values.items()
    ]


def _sections(page: PageFrame, chosen: Mapping[str, str]) -> Iterable[IndicatorSection]:
    catalog = page.site.catalog
    for name, topic in catalog.topics.items():
        if chosen["topic"] in ("", name):
            entries = (_entry(page, indicator, chosen) for indicator in indicators_of(catalog, name))
            with_figures = tuple(entry for entry in entries if entry.latest)
            yield IndicatorSection(name, topic.name[page.lang], page.urls.topic(name), with_figures)


def _entry(page: PageFrame, name: str, chosen: Mapping[str, str]) -> IndicatorEntry:
    lang, indicator = page.lang, page.site.catalog.indicators[name]
    own = [page.site.data[o.id] for o in indicator.observations]
    passing = [datum for datum in own if _passes(datum, chosen)]
    return IndicatorEntry(
        id=name,
        name=indicator.name[lang],
        description=indicator.description[lang],
        explore=page.urls.explore((("i", name),)),
        count=word("figures_count", lang).format(count=len(own)),
        latest=tuple(indicator_row(datum, lang) for datum in latest(passing)[:_MOST_LATEST]),
        definitions=tuple((each.name[lang], each.text[lang]) for each in indicator.definitions.values()),
    )


def _passes(datum: Datum, chosen: Mapping[str, str]) -> bool:
    o = datum.observation
    return chosen["source"] in ("", o.source) and chosen["basis"] in ("", o.period_basis.value)
