"""The files of a release, made from today's site; nothing is written here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.data.text_references import references
from app.model.catalog import Catalog
from app.model.chart import Chart
from app.model.text import LANGS, Lang
from app.releases.drawn import drawing_entry, release_drawing
from app.releases.scene_file import FrozenView, write_scene
from app.renderers.archive import archive
from app.renderers.chart_export import ChartExport
from app.renderers.table import row_heading

#: (chart, language, view or "") to all there is to say of it.
Extracts = Callable[[str, Lang, str], ChartExport]


def freeze(catalog: Catalog, extracts: Extracts, tables: Mapping[str, str], version: str) -> Mapping[str, bytes]:
    """Every file by its path in the release's folder, `release.json` apart; the same site gives the same bytes."""
    found = {data_file(name): text.encode() for name, text in tables.items()}
    for chart_id, chart in catalog.charts.items():
        views = {view: _both(extracts, chart_id, view, version) for view in ("", *chart.views)}
        frozen = {view: _frozen(chart, view, both) for view, both in views.items()}
        found[scene_file(chart_id)] = write_scene(frozen).encode()
        found[drawn_file(chart_id)] = archive(dict(_entries(views)))
    return dict(sorted(found.items()))


def data_file(table: str) -> str:
    return f"data/{table}.csv"


def scene_file(chart_id: str) -> str:
    return f"charts/{chart_id}.json"


def drawn_file(chart_id: str) -> str:
    return f"charts/{chart_id}.zip"


def _both(extracts: Extracts, chart_id: str, view_id: str, version: str) -> Mapping[Lang, ChartExport]:
    """The extracts in both languages, named by the release."""
    made = {lang: extracts(chart_id, lang, view_id) for lang in LANGS}
    return {lang: replace(one, edition=replace(one.edition, version=version)) for lang, one in made.items()}


def _frozen(chart: Chart, view_id: str, both: Mapping[Lang, ChartExport]) -> FrozenView:
    scene = both["zh"].scene
    shown = [point.id for _, point in row_heading(scene)]
    figures = dict.fromkeys([*shown, *_quoted(chart, view_id)])
    scenes = {lang: one.scene for lang, one in both.items()}
    return FrozenView(tuple(figures), tuple(event.id for event in scene.events), scenes)


def _quoted(chart: Chart, view_id: str) -> Iterator[str]:
    """The figures that the words around a chart give: they are part of what it says."""
    heading = chart.views[view_id].title if view_id else chart.finding
    for text in (heading, chart.subtitle, *chart.caveats):
        for lang in LANGS:
            yield from (name for name, _ in references(text[lang]))


def _entries(views: Mapping[str, Mapping[Lang, ChartExport]]) -> Iterator[tuple[str, bytes]]:
    for view_id, both in views.items():
        for lang, extract in both.items():
            for ending, text in release_drawing(extract).items():
                yield drawing_entry(lang, view_id, ending), text.encode()
