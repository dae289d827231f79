"""A topic: its opening words, all its charts, and its figures without a chart."""

from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import NotFound

from app.charts.layout import FEW
from app.data.page_query import PageKind, PageQuery, PageRef
from app.pages.card import ChartCard, chart_card
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.frame import Link, PageFrame
from app.pages.indicator_bench import IndicatorParts, indicator_parts
from app.pages.route import route
from app.urls import RULES


@dataclass(frozen=True)
class TopicContent:
    """A topic's charts, its other figures and the workbench."""

    name: str
    topics: list[Link]
    lead: str
    cards: list[ChartCard]
    rest: list[IndicatorRow]
    workbench: IndicatorParts


@route(RULES.topic("<topic_id>"))
def topic_page(page: PageFrame, topic_id: str) -> str:
    """The page of a topic with the workbench at what the address asks."""
    site, lang = page.site, page.lang
    if topic_id not in site.catalog.topics:
        raise NotFound
    parts = indicator_parts(page, PageQuery.of(PageRef(PageKind.TOPIC, topic_id), request.args.items(multi=True)))
    record = site.catalog.topics[topic_id]
    scenes = [site.chart(name, lang) for name in record.charts]
    drawn = {point.id for scene in scenes for point in scene.points}
    lead = site.quote(record.lead[lang], lang)
    return page.write(
        "topic.html",
        TopicContent(
            name=record.name[lang],
            topics=_topics(page, topic_id),
            lead=lead,
            cards=[chart_card(scene, widths=FEW) for scene in scenes],
            rest=_rest(page, topic_id, drawn),
            workbench=parts,
        ),
        title=record.name[lang],
        description=lead,
        query=parts.bench.query,
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
