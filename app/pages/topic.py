"""A topic: its opening words, all its charts, and its figures without a chart."""

from app import urls
from app.benches.topical import topical
from app.layout.widths import FEW
from app.pages.card import card
from app.pages.frame import Link, PageFrame
from app.pages.parts import filling
from app.pages.row import Row, row
from app.query.wish import Wish


def topic(page: PageFrame, wish: Wish) -> str:
    """The page of a topic with the workbench at `wish`; raises KeyError for an unknown topic."""
    site, lang, topic_id = page.site, page.lang, wish.place.name
    bench = topical(site, wish, lang)
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
        cards=[card(scene, widths=FEW) for scene in scenes],
        rest=_rest(page, topic_id, drawn),
        bench=bench,
        **filling(page, bench),
    )


def _topics(page: PageFrame, current: str) -> list[Link]:
    return [
        Link(urls.topic(page.lang, name), topic.name[page.lang], current=name == current)
        for name, topic in page.site.catalog.topics.items()
    ]


def _rest(page: PageFrame, topic_id: str, drawn: set[str]) -> list[Row]:
    return [
        row(reading, page.lang)
        for reading in page.site.readings.values()
        if reading.indicator.topic == topic_id and reading.id not in drawn
    ]
