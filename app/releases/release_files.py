"""The files of a release, made from today's site, a chart's pictures and files in one zip; nothing is written here."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.charts.pictures import MARGIN, poster
from app.charts.registry import layout_chart
from app.data.text_references import references
from app.model.catalog import Catalog
from app.model.chart import Chart
from app.model.text import LANGS, Lang
from app.releases.scene_file import ReleasedView, write_scene
from app.renderers.archive import write_zip
from app.renderers.chart_export import ChartExport
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.picture import PictureMetadata, write_picture
from app.renderers.tabular import write_chart_csv, write_chart_json
from app.renderers.words import row_heading

#: (chart, language, view or "") to all there is to say of it.
Extracts = Callable[[str, Lang, str], ChartExport]


def freeze(catalog: Catalog, extracts: Extracts, tables: Mapping[str, str], version: str) -> Mapping[str, bytes]:
    """Every file by its path in the release's folder, `release.json` apart; the same site gives the same bytes."""
    files = {data_file(name): text.encode() for name, text in tables.items()}
    for chart_id, chart in catalog.charts.items():
        views = {view: _both(extracts, chart_id, view, version) for view in ("", *chart.views)}
        released = {view: _released_view(chart, view, both) for view, both in views.items()}
        files[scene_file(chart_id)] = write_scene(released).encode()
        files[drawing_file(chart_id)] = write_zip(dict(_entries(views)))
    return dict(sorted(files.items()))


def data_file(table: str) -> str:
    return f"data/{table}.csv"


def scene_file(chart_id: str) -> str:
    return f"charts/{chart_id}.json"


def drawing_file(chart_id: str) -> str:
    return f"charts/{chart_id}.zip"


def _both(extracts: Extracts, chart_id: str, view_id: str, version: str) -> Mapping[Lang, ChartExport]:
    """The extracts in both languages, named by the release."""
    made = {lang: extracts(chart_id, lang, view_id) for lang in LANGS}
    return {lang: replace(one, edition=replace(one.edition, version=version)) for lang, one in made.items()}


def _released_view(chart: Chart, view_id: str, both: Mapping[Lang, ChartExport]) -> ReleasedView:
    scene = both[Lang.ZH].scene
    shown = [point.id for _, point in row_heading(scene)]
    figures = dict.fromkeys([*shown, *_quoted(chart, view_id)])
    scenes = {lang: one.scene for lang, one in both.items()}
    return ReleasedView(tuple(figures), tuple(event.id for event in scene.events), scenes)


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


#: The width of a released picture, margins included.
WIDTH = 760
#: The name in the zip by what is asked for.
SVG, DARK_SVG, CSV, JSON = "svg", "dark.svg", "csv", "json"


def drawing_entry(lang: Lang, view_id: str, ending: str) -> str:
    """Where a file stands in its chart's zip; the default selection has no folder."""
    return f"{view_id}/{lang}.{ending}" if view_id else f"{lang}.{ending}"


def release_drawing(extract: ChartExport) -> Mapping[str, str]:
    """Everything that is kept of a chart or view in one language, by its ending."""
    return {
        SVG: _picture(extract, LIGHT),
        DARK_SVG: _picture(extract, DARK),
        CSV: write_chart_csv(extract),
        JSON: write_chart_json(extract),
    }


def unzipped(path: Path, name: str) -> bytes:
    """One file of a zip; raises KeyError where it is not there."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def _picture(extract: ChartExport, palette: Palette) -> str:
    public, scene = extract.edition.public_url, extract.scene
    imprint = PictureMetadata(scene.title, scene.source_line, extract.edition.version, public and public + scene.href)
    layout = layout_chart(scene, WIDTH - 2 * MARGIN)
    return write_picture(
        poster(layout, signed=imprint.address), id_prefix=scene.chart_id, palette=palette, imprint=imprint
    )
