"""A horizontal value axis under rows: where values stand, its reference lines and tick words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import log10

from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.glyphs import width
from app.charts.geometry.ticks import Ticks, linear, logarithmic, ranks
from app.charts.layout import Axis, Role, Stroke, Tick, Words
from app.charts.scene import LOG, Point, Scene

_SIZE = 12.0
#: What the tick texts take under the foot line.
DEPTH = 23.0
_HUNDRED = Decimal(100)
#: The foot line's own marks at the ticks.
_TICK = 5.0


@dataclass(frozen=True)
class XAxis:
    """The axis and the ticks in the scene's unit."""

    axis: Axis
    ticks: Ticks

    def at(self, value: Decimal) -> float:
        """The pixel of a value in the base unit."""
        return self.axis.at(self.data(value))

    def data(self, value: Decimal) -> float:
        """The value as the axis counts it: its logarithm on a log axis."""
        return log10(value) if self.axis.log else float(value)


def build_x_axis(scene: Scene, *, left: float, right: float, from_zero: bool) -> XAxis:
    """An axis over all points of the scene, from zero if wanted or where it costs little."""
    count = max(2, min(5, round((right - left) / 110)))
    ticks = _ticks(scene, count=count, from_zero=from_zero)
    log = LOG in scene.labels
    ends = [log10(value) if log else float(value) for value in (ticks.low, ticks.high)]
    axis = Axis(ends[0], ends[1], left, right, log=log, title=ticks.title)
    texts = (*ticks.texts[:-1], ticks.closing + scene.labels.get(LOG, ""))
    marks = [Tick(log10(v) if log else float(v), 0, text) for v, text in zip(ticks.values, texts, strict=True)]
    return XAxis(replace(axis, ticks=tuple(replace(t, at=axis.at(t.value)) for t in marks)), ticks)


def _ticks(scene: Scene, *, count: int, from_zero: bool) -> Ticks:
    assert scene.base is not None
    unit, lang = scene.base, scene.lang
    low, high = _extent(scene.points)
    if unit.style == "rank":
        return ranks(int(high), unit=unit, lang=lang, count=count)
    if LOG in scene.labels:
        return logarithmic(low, high, unit=unit, lang=lang)
    if unit.style == "percent" and low >= 0 and high <= _HUNDRED and (from_zero or high > 20):
        return linear(Decimal(0), _HUNDRED, unit=unit, lang=lang, count=2 if count < 4 else 4, step=scene.step)
    if from_zero or low <= high / 2:
        return linear(min(low, Decimal(0)), max(high, Decimal(0)), unit=unit, lang=lang, count=count, step=scene.step)
    slack = (high - low) / 4 if high > low else high / 4
    return linear(low - slack, high + slack, unit=unit, lang=lang, count=count, step=scene.step)


def _extent(points: Sequence[Point]) -> tuple[Decimal, Decimal]:
    values = [value for point in points for value in (point.value, point.high or point.value)]
    return min(values), max(values)


def reference_lines(axis: Axis, bands: Sequence[tuple[float, float]], *, bottom: float) -> tuple[Stroke, ...]:
    """A foot line and a vertical line at every tick, beside the marks only (`bands`, from top to bottom each), so that
    none goes through words; the one at zero is drawn as an axis."""
    lines = tuple(
        Stroke(((tick.at, top), (tick.at, end)), Role.AXIS if tick.value == 0 and not axis.log else Role.GRID)
        for tick in axis.ticks
        for top, end in (*bands, (bottom, bottom + _TICK))
    )
    return (*lines, Stroke(((axis.start, bottom), (axis.end, bottom)), Role.GRID))


def tick_words(axis: Axis, *, bottom: float, edge: float) -> tuple[Words, ...]:
    """The tick texts under the foot line, every second, third … where all do not fit; the last always stands."""
    for stride in range(1, len(axis.ticks) + 1):
        chosen = axis.ticks[::-stride][::-1]
        widths = [width(tick.text, _SIZE) for tick in chosen]
        centres = spread_labels([tick.at for tick in chosen], widths, low=0, high=edge, gap=10)
        if centres and all(abs(c - t.at) <= w / 2 + 2 for c, t, w in zip(centres, chosen, widths, strict=True)):
            return tuple(
                Words(centre, bottom + 17, tick.text, Role.TICK, _SIZE, anchor="middle")
                for centre, tick in zip(centres, chosen, strict=True)
            )
    return ()
