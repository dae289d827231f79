"""The front page."""

from dataclasses import dataclass

from flask import request

from app.charts.layout import FEW
from app.data.datum import Datum
from app.data.page_query import PageKind, PageQuery, PageRef
from app.model.text import Lang
from app.pages.card import ChartCard, Collect, chart_card, collect
from app.pages.frame import PageFrame
from app.pages.indicator_bench import IndicatorParts, indicator_parts
from app.pages.route import route
from app.quantities.label import Label
from app.strings import word
from app.urls import RULES, Urls


@dataclass(frozen=True)
class Headline:
    """One headline figure, its pieces set apart."""

    name: str
    label: Label
    marks: list[str]
    period: str
    other: str
    source: str
    href: str
    collect: Collect


@dataclass(frozen=True)
class TopicSection:
    """A topic with its strongest chart; `more` says how many its own page has."""

    id: str
    name: str
    href: str
    card: ChartCard
    more: str


@dataclass(frozen=True)
class OverviewContent:
    """The headline figures, the workbench and the topics."""

    headline: str
    lead: str
    headlines: list[Headline]
    workbench: IndicatorParts
    topics: list[TopicSection]


@route(RULES.root())
def overview_page(page: PageFrame) -> str:
    """The front page with the workbench at what the address asks."""
    site, lang = page.site, page.lang
    words = site.catalog.overview
    parts = indicator_parts(page, PageQuery.of(PageRef(PageKind.OVERVIEW), request.args.items(multi=True)))
    return page.write(
        "overview.html",
        OverviewContent(
            headline=site.quote(words.headline[lang], lang),
            lead=site.quote(words.lead[lang], lang),
            headlines=[_headline(site.data[name], lang) for name in words.figures],
            workbench=parts,
            topics=[_section(page, name) for name in site.catalog.topics],
        ),
        title=words.name[lang],
        description=site.quote(words.lead[lang], lang),
        query=parts.bench.query,
    )


def _headline(datum: Datum, lang: Lang) -> Headline:
    return Headline(
        name=datum.indicator.label(lang),
        label=datum.label(lang),
        marks=datum.marks(lang),
        period=datum.period_text(lang).text,
        other=datum.definition.name[lang] if len(datum.indicator.definitions) > 1 else "",
        source=datum.source.short[lang] if datum.source else "",
        href=Urls(lang).figure(datum.id),
        collect=collect(Urls(lang).figure(datum.id), f"{datum.indicator.label(lang)} {datum.label(lang)}", lang),
    )


def _section(page: PageFrame, name: str) -> TopicSection:
    topic = page.site.catalog.topics[name]
    view = page.site.catalog.overview.views.get(name, "")
    return TopicSection(
        id=name,
        name=topic.name[page.lang],
        href=page.urls.topic(name),
        card=chart_card(page.site.chart(topic.charts[0], page.lang, view), widths=FEW),
        more=word("all_charts", page.lang).format(count=len(topic.charts)),
    )
