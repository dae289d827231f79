"""A scene as a panel's properties: its figure's HTML, what is spoken of it, and its graph at the panel's width."""

from collections.abc import Callable
from typing import Any, Literal

from dash import dcc

from app.layout.place import place
from app.layout.widths import fitting
from app.renderers import plotly
from app.renderers.palette import DARK, LIGHT
from app.scene.scene import Scene
from app.strings import word
from app.workbench import ids

#: The HTML of a scene's figure without its drawing, by the panel's name; the pages write it, the server hands it over.
FigureHtml = Callable[[Scene, str], str]

_PALETTES = {"light": LIGHT, "dark": DARK}


def graph(scene: Scene, panel: str, width: int, theme: Literal["light", "dark"]) -> dcc.Graph | None:
    """The graph, as wide as the widest drawing that fits into `width` pixels; None where there is nothing to draw."""
    if scene.empty:
        return None
    figure: dict[str, Any] = plotly.figure(place(scene, fitting(width)), _PALETTES[theme])
    return dcc.Graph(id=ids.graph(panel), figure=figure, config=plotly.CONFIG, responsive=False)


def label(scene: Scene) -> str:
    """What a screen reader says of the drawing, and how its marks are walked."""
    return f"{scene.description} {word('walk_hint', scene.lang)}"
