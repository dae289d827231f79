"""A topic: its opening words, all its charts, and its figures without a chart."""

from app.benches.topical import topical
from app.charts.geometry.widths import FEW
from app.data.page_query import PageQuery
from app.pages.card import chart_card
from app.pages.frame import Link, PageFrame
from app.pages.parts import filling
from app.pages.row import IndicatorRow, indicator_row


def topic(page: PageFrame, page_query: PageQuery) -> str:
    """The page of a topic with the workbench at `wish`; raises KeyError for an unknown topic."""
    site, lang, topic_id = page.site, page.lang, page_query.place.name
    bench = topical(site, page_query, lang)
    record = site.catalog.topics[topic_id]
    scenes = [site.chart(name, lang) for name in record.charts]
    drawn = {point.id for scene in scenes for point in scene.points}
    lead = site.quote(record.lead[lang], lang)
    return page.write(
        "topic.html",
        title=record.name[lang],
        description=lead,
        query=bench.query,
        name=record.name[lang],
        topics=_topics(page, topic_id),
        lead=lead,
        cards=[chart_card(scene, widths=FEW) for scene in scenes],
        rest=_rest(page, topic_id, drawn),
        bench=bench,
        **filling(page, bench),
    )


def _topics(page: PageFrame, current: str) -> list[Link]:
    return [
        Link(page.urls.topic(name), topic.name[page.lang], current=name == current)
        for name, topic in page.site.catalog.topics.items()
    ]


def _rest(page: PageFrame, topic_id: str, drawn: set[str]) -> list[IndicatorRow]:
    return [
        indicator_row(datum, page.lang)
        for datum in page.site.data.values()
        if datum.indicator.topic == topic_id and datum.id not in drawn
    ]
