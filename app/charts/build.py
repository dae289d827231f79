"""A chart spec becomes a scene: its kind says what stands in it, then the key and the description are added."""

from dataclasses import replace

from app.charts.description import describe_scene
from app.charts.key import build_key
from app.charts.registry import CHART_TYPES
from app.charts.scene import GAP, Scene
from app.charts.spec import ChartSpec


def build_scene(spec: ChartSpec) -> Scene:
    """What the chart says; raises DishonestChartError when the data cannot honestly take the kind."""
    scene = CHART_TYPES[spec.kind].build(spec)
    broken = GAP in scene.labels
    key = build_key(scene.lang, points=scene.points, events=scene.events, broken=broken)
    return replace(scene, key=key, description=describe_scene(scene))
