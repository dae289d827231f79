"""One chart, large, with its views, definitions and neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import NotFound

from app.benches.bench import LivePage
from app.charts.layout import WIDTHS
from app.charts.scene import Scene
from app.data.comparable import same_axis, same_definition
from app.data.datum import Datum, source_ids
from app.data.page_query import PageKind, PageQuery, PageRef
from app.model.text import Lang
from app.pages import linked
from app.pages.card import ChartCard, chart_card
from app.pages.chart_choice import ChartBench, chart_bench
from app.pages.embedding import Embedding, embedding
from app.pages.frame import Link, PageFrame, Preview
from app.pages.route import route
from app.quantities.period_text import period_text
from app.renderers.chart_export import ChartExport
from app.renderers.citation import FORMATS, cited_work
from app.strings import word
from app.urls import RULES


@dataclass(frozen=True)
class Cite:
    """A format the chart is cited in: a name for the address, its own name, the text, and the file."""

    id: str
    name: str
    text: str
    href: str


@dataclass(frozen=True)
class DefinitionTerm:
    """A definition with its explanation."""

    name: str
    text: str


@dataclass(frozen=True)
class ChartParts:
    """What follows the reader's choice: the chart as chosen, and what stands beside it in words."""

    bench: ChartBench
    card: ChartCard
    know: list[Link]
    definitions: list[DefinitionTerm]
    sources: list[Link]


@dataclass(frozen=True)
class ChartContent:
    """The chart as chosen, and what belongs to the whole chart or view, chosen or not."""

    parts: ChartParts
    embedding: Embedding
    topic: Link
    views: list[Link]
    downloads: list[Link]
    cites: list[Cite]
    related: list[Link]


@route(RULES.chart("<chart_id>"), RULES.chart("<chart_id>", "<view_id>"))
def chart_page(page: PageFrame, chart_id: str, view_id: str = "") -> str:
    """The page of a chart or one of its views, with the workbench at what the address asks."""
    site, place = page.site, PageRef(PageKind.CHART, chart_id, view_id)
    if not place.exists(site.catalog):
        raise NotFound
    record = site.catalog.charts[chart_id]
    parts = _parts(page, PageQuery.of(place, request.args.items(multi=True)), WIDTHS)
    scene = site.chart(chart_id, page.lang, view_id) if parts.bench.query else parts.bench.scene
    export = site.export_scene(scene, view_id)
    content = ChartContent(
        parts=parts,
        embedding=embedding(page, chart_id, view_id, scene, chart_card(scene) if parts.bench.query else parts.card),
        topic=topic_link(page, record.topic),
        views=_views(page, chart_id, view_id),
        downloads=_downloads(page, chart_id, view_id, scene),
        cites=_cites(page, export, chart_id, view_id),
        related=[Link(page.urls.chart(name), site.catalog.charts[name].title[page.lang]) for name in record.related],
    )
    return page.write(
        "chart.html",
        content,
        title=parts.bench.title,
        description=parts.bench.scene.description,
        query=parts.bench.query,
        subject=linked.linked_chart(export),
        preview=Preview(
            page.urls.chart(chart_id, view_id, format="card.png"),
            scene.description,
            page.urls.chart(chart_id, view_id, format="square.png"),
        ),
    )


def live_chart(page: PageFrame, page_query: PageQuery) -> LivePage:
    """What of the page follows a choice, without drawings: the workbench draws them itself."""
    parts = _parts(page, page_query, ())
    html = page.blocks("chart.html", ("heading", "controls", "drawing", "words", "know", "whole"), parts)
    return LivePage(parts.bench, page.window_title(parts.bench.title), html)


def _parts(page: PageFrame, page_query: PageQuery, widths: tuple[int, ...]) -> ChartParts:
    bench = chart_bench(page.site, page_query, page.lang)
    return ChartParts(
        bench=bench,
        card=chart_card(bench.scene, widths=widths),
        know=_notes(page, bench.scene),
        definitions=_definitions(page, bench.scene),
        sources=_sources(page, bench.scene),
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


def _cites(page: PageFrame, made: ChartExport, chart_id: str, view_id: str) -> list[Cite]:
    """The chart in every format it can be cited in."""
    cited = cited_work(made)
    return [
        Cite(
            ending.split(".")[0],
            form.name,
            form.write(cited),
            page.urls.chart(chart_id, view_id, format=ending),
        )
        for ending, form in FORMATS.items()
    ]


def _notes(page: PageFrame, scene: Scene) -> list[Link]:
    """One line a fact, beyond what the chart itself notes; a line about one figure is a link to its evidence."""
    shown = [page.site.data[point.id] for point in scene.points]
    lines = [*_difference(page, shown), *_figure_notes(page, shown), *_others(page, shown), *_events(page, scene)]
    return list(dict.fromkeys(lines))


def _difference(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    """Said only where one unit invites a comparison; nobody adds students to months."""
    reason = same_definition(shown) if same_axis(shown) is None else None
    if reason is not None:
        yield Link("", f"{reason[page.lang]}{'。' if page.lang is Lang.ZH else '.'}")


def _figure_notes(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    for datum in shown:
        note = datum.observation.note
        if note is not None:
            yield Link(page.urls.figure(datum.id), datum.label(page.lang).text, more=note[page.lang])


def _others(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    """Readings that dispute a figure shown and do not stand in the chart."""
    drawn = {datum.id for datum in shown}
    for datum in shown:
        for name in datum.observation.disputed_by:
            if name not in drawn:
                other = page.site.data[name]
                more = f"{other.definition.name[page.lang]} · {other.period_text(page.lang)}"
                yield Link(page.urls.figure(name), other.label(page.lang).text, more=more)


def _events(page: PageFrame, scene: Scene) -> Iterable[Link]:
    for event in scene.events:
        if event.note:
            yield Link(page.urls.milestone(event.id), event.title, more=event.note)


def _definitions(page: PageFrame, scene: Scene) -> list[DefinitionTerm]:
    """Those of the figures shown, each once."""
    shown = [page.site.data[point.id] for point in scene.points]
    terms = [DefinitionTerm(datum.definition.name[page.lang], datum.definition.text[page.lang]) for datum in shown]
    return list(dict.fromkeys(terms))


def _sources(page: PageFrame, scene: Scene) -> list[Link]:
    """The articles behind the chart, with their dates; those of computed values are the articles of their parts."""
    lang, catalog = page.lang, page.site.catalog
    shown = [page.site.data[point.id] for point in scene.points]
    ids = [name for datum in shown for name in source_ids(datum, page.site.data)]
    ids += [catalog.milestone_by_id[event.id].source for event in scene.events]
    by_id = {name: catalog.sources[name] for name in dict.fromkeys(ids)}
    return [
        Link(
            page.urls.source(name),
            source.title[lang],
            more=period_text(source.published, source.published_basis, lang).text,
        )
        for name, source in by_id.items()
    ]
