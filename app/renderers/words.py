"""A scene in words: the description as it is spoken, and each figure on a line of its own."""

from app.scene.scene import Scene


def description(scene: Scene) -> str:
    """The title and the spoken description, for places that show no chart."""
    stop = "。" if scene.lang == "zh" else ". "
    return scene.title + stop + scene.description if scene.title else scene.description


def lines(scene: Scene) -> tuple[str, ...]:
    """What every mark says when it is reached, in the order the arrow keys walk."""
    if scene.events:
        return tuple(event.spoken for event in scene.events)
    return tuple(point.spoken for point in scene.points)
