"""Where the marks of a released chart lead, now that some of its figures may be gone."""

from collections.abc import Container
from dataclasses import replace

from app.charts.scene import Point, Scene
from app.urls import Urls


def reachable(scene: Scene, known: Container[str]) -> Scene:
    """The scene with every figure that is no longer `known` leading to the reason why."""
    groups = tuple(
        replace(group, points=tuple(_point(point, scene, known) for point in group.points)) for group in scene.groups
    )
    return replace(scene, groups=groups)


def _point(point: Point, scene: Scene, known: Container[str]) -> Point:
    return replace(
        point,
        href=point.href if point.id in known else Urls(scene.lang).change("figure", point.id),
        whole=_point(point.whole, scene, known) if point.whole else None,
        change=_point(point.change, scene, known) if point.change else None,
    )
