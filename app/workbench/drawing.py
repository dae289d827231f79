"""A scene as the browser shows it: the drawing that is there at once, and the figure by which Plotly draws the same."""

from typing import Any, Literal

from app.charts.layout import fitting
from app.charts.registry import layout_chart
from app.charts.scene import Scene
from app.renderers import plotly
from app.renderers.palette import DARK, LIGHT
from app.renderers.svg import write_svg
from app.strings import word

_PALETTES = {"light": LIGHT, "dark": DARK}


def drawing(scene: Scene, width: int, theme: Literal["light", "dark"]) -> dict[str, Any]:
    """Both of one layout, the widest that fits into `width` pixels; `label` also says how the figure is walked."""
    layout = layout_chart(scene, fitting(width))
    return {
        "svg": write_svg(layout, id_prefix=f"{scene.chart_id}-now"),
        "figure": plotly.plotly_figure(layout, _PALETTES[theme]),
        "label": f"{scene.description} {word('walk_hint', scene.lang)}",
    }
