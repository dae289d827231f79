"""A scene in words."""

from app.charts.scene import Scene
from app.model.text import Lang


def scene_words(scene: Scene) -> str:
    """The title and the spoken description, for places that show no chart."""
    stop = "。" if scene.lang is Lang.ZH else ". "
    return scene.title + stop + scene.description if scene.title else scene.description
