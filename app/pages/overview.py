"""The front page."""

from dataclasses import dataclass

from app import urls
from app.benches.topical import topical
from app.layout.widths import FEW
from app.model.text import Lang
from app.pages.card import Card, Collect, card, collect
from app.pages.frame import PageFrame
from app.pages.parts import filling
from app.query.reading import Reading
from app.query.wish import Wish
from app.strings import word
from app.wording import Figure


@dataclass(frozen=True)
class Headline:
    """One headline figure, its pieces set apart."""

    name: str
    figure: Figure
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
    card: Card
    more: str


def overview(page: PageFrame, wish: Wish) -> str:
    """The front page with the workbench at `wish`."""
    site, lang = page.site, page.lang
    words = site.catalog.overview
    bench = topical(site, wish, lang)
    return page.write(
        "overview.html",
        title=words.name[lang],
        description=site.quote(words.lead[lang], lang),
        query=bench.query,
        headline=site.quote(words.headline[lang], lang),
        lead=site.quote(words.lead[lang], lang),
        headlines=[_headline(site.readings[name], lang) for name in words.figures],
        bench=bench,
        topics=[_section(page, name) for name in site.catalog.topics],
        **filling(page, bench),
    )


def _headline(reading: Reading, lang: Lang) -> Headline:
    return Headline(
        name=reading.indicator.label(lang),
        figure=reading.figure(lang),
        marks=reading.marks(lang),
        period=reading.when(lang),
        other=reading.definition.name[lang] if len(reading.indicator.definitions) > 1 else "",
        source=reading.source.short[lang] if reading.source else "",
        href=urls.figure(lang, reading.id),
        collect=collect(urls.figure(lang, reading.id), f"{reading.indicator.label(lang)} {reading.label(lang)}", lang),
    )


def _section(page: PageFrame, name: str) -> TopicSection:
    topic = page.site.catalog.topics[name]
    view = page.site.catalog.overview.views.get(name, "")
    return TopicSection(
        id=name,
        name=topic.name[page.lang],
        href=urls.topic(page.lang, name),
        card=card(page.site.chart(topic.charts[0], page.lang, view), widths=FEW),
        more=word("all_charts", page.lang).format(count=len(topic.charts)),
    )
