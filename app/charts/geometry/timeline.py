"""The time axis: where periods stand, and which of their names fit under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.glyphs import width, wrap
from app.charts.layout import Axis, Role, Stroke, Tick, Words
from app.charts.scene import Point

_SIZE, _LEADING = 12.0, 16.0
#: A period's words are broken near this width, so that neighbours fit.
_LIMIT = 92.0
#: With few points a name may stand this far from its point rather than be left out; with many it must be under it.
_FEW, _FAR, _NEAR = 5, 56.0, 5.0


@dataclass(frozen=True)
class Timeline:
    """The axis, its words and tick strokes, and the `depth` in pixels they take below the plot."""

    axis: Axis
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...]
    depth: float


def build_timeline(points: Sequence[Point], *, left: float, right: float, foot: float, edge: float) -> Timeline:
    """Time from `left` to `right` in proportion to days; names hang below `foot`, between 0 and `edge`."""
    axis = _axis(points, left, right)
    names = _names(points)
    chosen, centres = _fitting(names, axis, edge)
    ticks = tuple(Tick(middle, axis.at(middle), "".join(names[middle])) for middle in chosen)
    words: list[Words] = []
    strokes: list[Stroke] = []
    for tick, centre in zip(ticks, centres, strict=True):
        strokes.append(Stroke(((tick.at, foot), (tick.at, foot + 5)), Role.AXIS))
        for n, line in enumerate(_lines(names[tick.value])):
            words.append(Words(centre, foot + 20 + n * _LEADING, line, Role.TICK, _SIZE, anchor="middle"))
    deepest = max((len(_lines(names[middle])) for middle in chosen), default=1)
    axis = Axis(axis.low, axis.high, axis.start, axis.end, ticks)
    return Timeline(axis, tuple(words), tuple(strokes), 8 + deepest * _LEADING + 4)


def _axis(points: Sequence[Point], left: float, right: float) -> Axis:
    """The points keep off both ends by a tenth of the axis, at least 30 px; a single time stands in the middle."""
    middles = [point.period.middle for point in points]
    first, last = min(middles), max(middles)
    if first == last:
        return Axis(first - 183, last + 183, left, right)
    inset = min(max((right - left) * 0.1, 30), (right - left) * 0.25)
    per_pixel = (last - first) / (right - left - 2 * inset)
    return Axis(first - inset * per_pixel, last + inset * per_pixel, left, right)


def _names(points: Sequence[Point]) -> dict[float, tuple[str, ...]]:
    """The words of each middle day, in time order, broken where they read best."""
    names: dict[float, tuple[str, ...]] = {}
    for point in sorted(points, key=lambda point: point.period.middle):
        middle, lines = point.period.middle, point.period_text.lines
        names[middle] = lines if names.get(middle, lines) == lines else (point.period_text.bare,)
    return names


def _lines(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for part in name for line in wrap(part, _SIZE, _LIMIT))


def _fitting(names: dict[float, tuple[str, ...]], axis: Axis, edge: float) -> tuple[list[float], tuple[float, ...]]:
    """The middles whose names fit, and the centres of the names; every second, third … one where all do not."""
    middles = list(names)
    far = _FAR if len(middles) <= _FEW else _NEAR
    for stride in range(1, len(middles) + 1):
        chosen = middles[::stride]
        wishes = [axis.at(middle) for middle in chosen]
        widths = [max(width(line, _SIZE) for line in _lines(names[middle])) for middle in chosen]
        centres = spread_labels(wishes, widths, low=0, high=edge)
        if centres and max(abs(c - w) for c, w in zip(centres, wishes, strict=True)) <= far:
            return chosen, centres
    return [], ()
