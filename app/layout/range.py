"""Spans from low to high on one axis, logarithmic where a span needs it; laid out like rows of readings."""

from app.layout import disagreement
from app.layout.layout import Layout
from app.scene.scene import Scene


def lay(scene: Scene, across: float) -> Layout:
    return disagreement.lay(scene, across)
