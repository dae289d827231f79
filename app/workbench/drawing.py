"""A scene as the browser draws it: a Plotly figure at its panel's width, and what is spoken of it."""

from typing import Any, Literal

from app.layout.place import place
from app.layout.widths import fitting
from app.renderers import plotly
from app.renderers.palette import DARK, LIGHT
from app.scene.scene import Scene
from app.strings import word

_PALETTES = {"light": LIGHT, "dark": DARK}


def drawing(scene: Scene, width: int, theme: Literal["light", "dark"]) -> dict[str, Any]:
    """The figure, as wide as the widest drawing that fits into `width` pixels; `label` also says how it is walked."""
    figure = plotly.figure(place(scene, fitting(width)), _PALETTES[theme])
    return {"figure": figure, "label": f"{scene.description} {word('walk_hint', scene.lang)}"}
