"""A chart's pictures and files as they were when it was released, in one zip: their bytes never change."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from app.charts.frames.poster import MARGIN, poster
from app.charts.layout_chart import layout_chart
from app.model.text import Lang
from app.renderers.chart_csv import chart_csv
from app.renderers.chart_export import ChartExport
from app.renderers.chart_json import chart_json
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.picture import picture
from app.renderers.picture_metadata import PictureMetadata

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
        CSV: chart_csv(extract),
        JSON: chart_json(extract),
    }


def unzipped(path: Path, name: str) -> bytes:
    """One file of a zip; raises KeyError where it is not there."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def _picture(extract: ChartExport, palette: Palette) -> str:
    public, scene = extract.edition.public_url, extract.scene
    imprint = PictureMetadata(scene.title, scene.source_line, extract.edition.version, public and public + scene.href)
    layout = layout_chart(scene, WIDTH - 2 * MARGIN)
    return picture(poster(layout, signed=imprint.address), id_prefix=scene.chart_id, palette=palette, imprint=imprint)
