"""One chart, large, with its views, definitions and neighbours."""

from dataclasses import dataclass

from app import urls
from app.pages.card import card
from app.pages.frame import Link, PageFrame
from app.scene.scene import Scene
from app.strings import word


@dataclass(frozen=True)
class Term:
    """A definition with its explanation."""

    name: str
    text: str


def chart(page: PageFrame, chart_id: str, view_id: str = "") -> str:
    """The page of a chart or one of its views; raises KeyError for unknown ids."""
    site, lang = page.site, page.lang
    record = site.catalog.charts[chart_id]
    scene = site.chart(chart_id, lang, view_id)
    return page.write(
        "chart.html",
        title=scene.title,
        description=scene.description,
        card=card(scene),
        topic=topic_link(page, record.topic),
        views=_views(page, chart_id, view_id),
        definitions=_definitions(page, scene),
        related=[Link(urls.chart(lang, name), site.catalog.charts[name].title[lang]) for name in record.related],
    )


def topic_link(page: PageFrame, topic_id: str) -> Link:
    return Link(urls.topic(page.lang, topic_id), page.site.catalog.topics[topic_id].name[page.lang])


def _views(page: PageFrame, chart_id: str, current: str) -> list[Link]:
    views = page.site.catalog.charts[chart_id].views
    if not views:
        return []
    default = Link(urls.chart(page.lang, chart_id), word("view_default", page.lang), current=not current)
    return [default] + [
        Link(urls.chart(page.lang, chart_id, name), view.title[page.lang], current=name == current)
        for name, view in views.items()
    ]


def _definitions(page: PageFrame, scene: Scene) -> list[Term]:
    shown = [page.site.readings[point.id] for point in scene.points]
    terms = [Term(reading.definition.name[page.lang], reading.definition.text[page.lang]) for reading in shown]
    return list(dict.fromkeys(terms))
