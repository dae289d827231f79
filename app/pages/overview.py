"""The front page."""

from dataclasses import dataclass

from app.benches.topical import topical
from app.charts.geometry.widths import FEW
from app.data.datum import Datum
from app.data.page_query import PageQuery
from app.model.text import Lang
from app.pages.card import ChartCard, Collect, chart_card, collect
from app.pages.frame import PageFrame
from app.pages.parts import filling
from app.quantities.label import Label
from app.strings import word
from app.urls import Urls


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


def overview(page: PageFrame, page_query: PageQuery) -> str:
    """The front page with the workbench at `wish`."""
    site, lang = page.site, page.lang
    words = site.catalog.overview
    bench = topical(site, page_query, lang)
    return page.write(
        "overview.html",
        title=words.name[lang],
        description=site.quote(words.lead[lang], lang),
        query=bench.query,
        headline=site.quote(words.headline[lang], lang),
        lead=site.quote(words.lead[lang], lang),
        headlines=[_headline(site.data[name], lang) for name in words.figures],
        bench=bench,
        topics=[_section(page, name) for name in site.catalog.topics],
        **filling(page, bench),
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
