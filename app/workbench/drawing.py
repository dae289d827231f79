"""A scene as a panel's two properties: its texts, and its Plotly graph at the panel's width."""

from typing import Any, Literal

from dash import dcc

from app.layout.place import place
from app.layout.widths import fitting
from app.renderers import plotly
from app.renderers.palette import DARK, LIGHT
from app.renderers.table import table
from app.scene.scene import Scene
from app.strings import word
from app.workbench import ids

_PALETTES = {"light": LIGHT, "dark": DARK}


def drawing(scene: Scene, panel: str, width: int, theme: Literal["light", "dark"]) -> dcc.Graph | None:
    """The graph, as wide as the widest drawing that fits into `width` pixels; None where there is nothing to draw."""
    if scene.empty:
        return None
    figure = plotly.figure(place(scene, fitting(width)), _PALETTES[theme])
    return dcc.Graph(id=ids.graph(panel), figure=figure, config=plotly.CONFIG, responsive=False)


def words(scene: Scene) -> dict[str, Any]:
    """All texts of a panel, as the page's template writes them into its figure."""
    return {
        "kind": scene.kind.value,
        "title": scene.title,
        "href": scene.href,
        "subtitle": scene.subtitle,
        "source": scene.source_line,
        "empty": scene.empty,
        "notes": scene.notes,
        "key": [{"mark": entry.mark, "text": entry.text} for entry in scene.key],
        "key_name": word("key", scene.lang),
        "table": "" if scene.empty else table(scene),
        "table_name": word("table", scene.lang),
        "description": scene.description,
        "hint": word("walk_hint", scene.lang),
    }
