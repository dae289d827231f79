"""One chart, large, with its views, definitions and neighbours."""

from dataclasses import dataclass
from typing import cast

from app.benches.chart import chart_bench as open_bench
from app.charts.scene import Scene
from app.data.page_query import PageQuery
from app.pages import linked
from app.pages.card import ChartCard, chart_card
from app.pages.embedding import embedding
from app.pages.frame import Link, PageFrame, Preview
from app.pages.parts import filling
from app.renderers.chart_export import ChartExport
from app.renderers.citation.formats import FORMATS
from app.renderers.citation.work import work
from app.strings import word
from app.urls import Urls


@dataclass(frozen=True)
class Cite:
    """A format the chart is cited in: a name for the address, its own name, the text, and the file."""

    id: str
    name: str
    text: str
    href: str


def chart(page: PageFrame, page_query: PageQuery) -> str:
    """The page of a chart or one of its views, with the workbench at `wish`; raises KeyError for unknown ids."""
    site, lang, chart_id, view_id = page.site, page.lang, page_query.place.name, page_query.place.view
    record = site.catalog.charts[chart_id]
    bench = open_bench(site, page_query, lang)
    filled = filling(page, bench)
    made = site.export_scene(site.chart(chart_id, lang, view_id) if bench.query else bench.scene, view_id)
    drawn = chart_card(made.scene) if bench.query else cast(ChartCard, filled["card"])
    return page.write(
        "chart.html",
        title=bench.title,
        description=bench.scene.description,
        query=bench.query,
        subject=linked.linked_chart(made),
        preview=Preview(
            page.urls.chart(chart_id, view_id, format="card.png"),
            made.scene.description,
            page.urls.chart(chart_id, view_id, format="square.png"),
        ),
        bench=bench,
        embedding=embedding(page, chart_id, view_id, made.scene, drawn),
        topic=topic_link(page, record.topic),
        views=_views(page, chart_id, view_id),
        downloads=_downloads(page, chart_id, view_id, made.scene),
        cites=_cites(made, chart_id, view_id),
        related=[Link(page.urls.chart(name), site.catalog.charts[name].title[lang]) for name in record.related],
        **filled,
    )


def topic_link(page: PageFrame, topic_id: str) -> Link:
    return Link(page.urls.topic(topic_id), page.site.catalog.topics[topic_id].name[page.lang])


def _views(page: PageFrame, chart_id: str, current: str) -> list[Link]:
    views = page.site.catalog.charts[chart_id].views
    if not views:
        return []
    default = Link(page.urls.chart(chart_id), word("view_default", page.lang), current=not current)
    return [default] + [
        Link(page.urls.chart(chart_id, name), view.title[page.lang], current=name == current)
        for name, view in views.items()
    ]


def _downloads(page: PageFrame, chart_id: str, view_id: str, scene: Scene) -> list[Link]:
    if scene.empty:
        return []
    endings = ("csv", "xlsx", "pptx", "json", "svg", "png")
    return [Link(page.urls.chart(chart_id, view_id, format=each), each.upper()) for each in endings]


def _cites(made: ChartExport, chart_id: str, view_id: str) -> list[Cite]:
    """The chart in every format it can be cited in."""
    cited = work(made)
    return [
        Cite(
            ending.split(".")[0],
            form.name,
            form.write(cited),
            Urls(made.lang).chart(chart_id, view_id, format=ending),
        )
        for ending, form in FORMATS.items()
    ]
