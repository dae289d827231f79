"""Rows that would carry the same name are told apart by their period, definition or source."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.charts.scene import Point
from app.model.text import Lang

_TELLING: tuple[Callable[[Point], str], ...] = (
    lambda point: point.period_text,
    lambda point: point.definition,
    lambda point: point.source,
)


def distinct_names(points: Sequence[Point], lang: Lang) -> tuple[Point, ...]:
    """The same points; those that share a name with another get what tells them apart added to it."""
    counts = Counter(point.name for point in points)
    return tuple(
        replace(point, name=_longer(point, points, lang)) if counts[point.name] > 1 else point for point in points
    )


def _longer(point: Point, points: Sequence[Point], lang: Lang) -> str:
    twins = [other for other in points if other.name == point.name]
    for telling in _TELLING:
        if len({telling(twin) for twin in twins}) == len(twins):
            return _joined(point.name, telling(point), lang)
    number = str([twin.id for twin in twins].index(point.id) + 1)
    return _joined(point.name, number, lang)


def _joined(name: str, more: str, lang: Lang) -> str:
    return f"{name}，{more}" if lang == "zh" else f"{name}, {more}"
