"""A scene in words."""

from app.charts.scene import Scene


def scene_words(scene: Scene) -> str:
    """The title and the spoken description, for places that show no chart."""
    stop = "。" if scene.lang == "zh" else ". "
    return scene.title + stop + scene.description if scene.title else scene.description
