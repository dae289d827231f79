"""Rows that would carry the same name are told apart by their period, definition or source."""

from collections import Counter
from collections.abc import Callable, Sequence

from app.charts.point import rename_point
from app.charts.scene import Point
from app.model.text import Lang

#: What tells points of one name apart, and whether it is the period.
_TELLING: tuple[tuple[bool, Callable[[Point], str]], ...] = (
    (True, lambda point: point.period_text.text),
    (False, lambda point: point.definition),
    (False, lambda point: point.source),
)


def distinct_names(points: Sequence[Point], lang: Lang) -> tuple[Point, ...]:
    """The same points; those that share a name with another get what tells them apart added to it."""
    counts = Counter(point.name for point in points)
    return tuple(_longer(point, points, lang) if counts[point.name] > 1 else point for point in points)


def _longer(point: Point, points: Sequence[Point], lang: Lang) -> Point:
    twins = [other for other in points if other.name == point.name]
    for says_period, telling in _TELLING:
        if len({telling(twin) for twin in twins}) == len(twins):
            return _renamed(point, telling(point), lang, has_period=says_period)
    number = str([twin.id for twin in twins].index(point.id) + 1)
    return _renamed(point, number, lang, has_period=False)


def _renamed(point: Point, more: str, lang: Lang, *, has_period: bool) -> Point:
    name = f"{point.name}，{more}" if lang == "zh" else f"{point.name}, {more}"
    is_whole_period = point.name_is_period and point.name == point.period_text.text
    return rename_point(point, name, has_period=has_period or point.name_has_period or is_whole_period)
