"""One chart, large, with its views, definitions and neighbours."""

from dataclasses import dataclass

from app import urls
from app.pages import linked
from app.pages.card import card
from app.pages.embedding import embedding
from app.pages.frame import Link, PageFrame, Preview
from app.pages.know import know
from app.query.origin import source_ids
from app.renderers.citation.formats import FORMATS
from app.renderers.citation.work import work
from app.renderers.extract import Extract
from app.scene.scene import Scene
from app.strings import word
from app.wording import period


@dataclass(frozen=True)
class Term:
    """A definition with its explanation."""

    name: str
    text: str


@dataclass(frozen=True)
class Cite:
    """A format the chart is cited in: a name for the address, its own name, the text, and the file."""

    id: str
    name: str
    text: str
    href: str


def chart(page: PageFrame, chart_id: str, view_id: str = "") -> str:
    """The page of a chart or one of its views; raises KeyError for unknown ids."""
    site, lang = page.site, page.lang
    record = site.catalog.charts[chart_id]
    made = site.extract(chart_id, lang, view_id)
    scene = made.scene
    drawn = card(scene)
    return page.write(
        "chart.html",
        title=scene.title,
        description=scene.description,
        subject=linked.chart(made),
        preview=Preview(
            urls.picture(lang, chart_id, view_id, ending="card.png"),
            scene.description,
            urls.picture(lang, chart_id, view_id, ending="square.png"),
        ),
        card=drawn,
        embedding=embedding(page, chart_id, view_id, scene, drawn),
        topic=topic_link(page, record.topic),
        views=_views(page, chart_id, view_id),
        know=know(page, scene),
        definitions=_definitions(page, scene),
        sources=_sources(page, scene),
        downloads=_downloads(page, chart_id, view_id, scene),
        cites=_cites(made, chart_id, view_id),
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


def _sources(page: PageFrame, scene: Scene) -> list[Link]:
    """The articles behind the chart, with their dates; those of computed values are the articles of their parts."""
    lang, catalog = page.lang, page.site.catalog
    shown = [page.site.readings[point.id] for point in scene.points]
    ids = [name for reading in shown for name in source_ids(reading, page.site.readings)]
    ids += [catalog.milestone_by_id[event.id].source for event in scene.events]
    found = {name: catalog.sources[name] for name in dict.fromkeys(ids)}
    return [
        Link(urls.source(lang, name), source.title[lang], more=period(source.published, source.published_basis, lang))
        for name, source in found.items()
    ]


def _downloads(page: PageFrame, chart_id: str, view_id: str, scene: Scene) -> list[Link]:
    if scene.empty:
        return []
    endings = ("csv", "xlsx", "json", "svg", "png")
    return [Link(urls.chart_file(page.lang, chart_id, view_id, ending=each), each.upper()) for each in endings]


def _cites(made: Extract, chart_id: str, view_id: str) -> list[Cite]:
    """The chart in every format it can be cited in."""
    cited = work(made)
    return [
        Cite(
            ending.split(".")[0],
            form.name,
            form.write(cited),
            urls.chart_file(made.lang, chart_id, view_id, ending=ending),
        )
        for ending, form in FORMATS.items()
    ]
