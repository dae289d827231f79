"""A scene at a width becomes a layout, in the way of its kind."""

from app.charts.geometry.glyphs import wrap
from app.charts.layout import Box, Layout, Role, Words
from app.charts.registry import CHART_TYPES
from app.charts.scene import Scene

#: The widths a chart is laid out for; narrower or wider containers get the nearest.
NARROWEST, WIDEST = 280.0, 1600.0


def layout_chart(scene: Scene, width: float) -> Layout:
    """Where everything stands at `width` pixels; a scene with nothing to draw is its one sentence."""
    width = min(max(width, NARROWEST), WIDEST)
    return _layout_sentence(scene, width) if scene.empty else CHART_TYPES[scene.kind].layout(scene, width)


def _layout_sentence(scene: Scene, width: float) -> Layout:
    lines = wrap(scene.empty, 14, width)
    words = tuple(Words(0, 24 + n * 22, line, Role.NOTE, 14) for n, line in enumerate(lines))
    height = 24 + len(lines) * 22
    return Layout(scene=scene, width=width, height=height, plot=Box(0, 0, width, height), words=words)
