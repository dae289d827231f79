"""A chart with nothing to draw: its one sentence."""

from app.layout.glyphs import wrap
from app.layout.layout import Box, Layout, Role, Words
from app.scene.scene import Scene


def lay(scene: Scene, width: float) -> Layout:
    lines = wrap(scene.empty, 14, width)
    words = tuple(Words(0, 24 + n * 22, line, Role.NOTE, 14) for n, line in enumerate(lines))
    height = 24 + len(lines) * 22
    return Layout(scene=scene, width=width, height=height, plot=Box(0, 0, width, height), words=words)
