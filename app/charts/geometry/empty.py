"""A chart with nothing to draw: its one sentence."""

from app.charts.geometry.glyphs import wrap
from app.charts.layout import Box, Layout, Role, Words
from app.charts.scene import Scene


def layout_empty(scene: Scene, width: float) -> Layout:
    lines = wrap(scene.empty, 14, width)
    words = tuple(Words(0, 24 + n * 22, line, Role.NOTE, 14) for n, line in enumerate(lines))
    height = 24 + len(lines) * 22
    return Layout(scene=scene, width=width, height=height, plot=Box(0, 0, width, height), words=words)
