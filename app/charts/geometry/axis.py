"""The axes: round ticks in the words of each language, values on a horizontal axis, periods on the time axis."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import log10

from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.text import width, wrap
from app.charts.layout import Axis, Role, Stroke, Tick, Words
from app.charts.scene import LOG, Point, Scene
from app.model.quantity import Quantity
from app.model.text import Lang
from app.model.vocabulary import TIMES, Unit
from app.quantities.label import base_label
from app.quantities.scale import NO_SCALE, Scale, format_number, scale_at, scale_for, scaled_unit

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_ONE = Decimal(1)
#: The powers of ten at which one of the languages has a word: 万亿 and trillion, billion, 亿, million, 万, one.
_POWERS = (12, 9, 8, 6, 4, 0)


@dataclass(frozen=True)
class Ticks:
    """Tick values in the base unit with their words, and the unit all of them are in (亿元, ¥ billion)."""

    values: tuple[Decimal, ...]
    texts: tuple[str, ...]
    title: str
    #: The last text with its unit (1.1万亿元, ¥300 billion), for an axis that has no title of its own.
    closing: str

    @property
    def low(self) -> Decimal:
        return self.values[0]

    @property
    def high(self) -> Decimal:
        return self.values[-1]


def linear(low: Decimal, high: Decimal, *, unit: Unit, lang: Lang, count: int = 4, step: str = "") -> Ticks:
    """Ticks from at most `low` to at least `high`, about `count` of them; 0 to `high` when `low` is 0.

    They are worded at `step`, one of `scale.STEPS`, where one is given.
    """
    between = _between((high - low) / count if high > low else max(abs(high), _ONE) / count, unit)
    first, last = math.floor(low / between), math.ceil(high / between)
    values = tuple(between * n for n in range(first, max(last, first + 1) + 1))
    scale = scale_at(step, lang) if step else _axis_scale(between, values[-1], unit, lang)
    return _worded(values, scale, unit, lang)


def ranks(worst: int, *, unit: Unit, lang: Lang, count: int = 5) -> Ticks:
    """Whole ranks from 1 to at least `worst`; 1 is always a tick."""
    step = max(1, int(_between(Decimal(worst) / count, unit)))
    values = (_ONE, *(Decimal(n) for n in range(step if step > 1 else 2, worst + step, step)))
    return _worded(values, NO_SCALE, unit, lang)


def logarithmic(low: Decimal, high: Decimal, *, unit: Unit, lang: Lang) -> Ticks:
    """Powers of ten around `low` to `high`, both above 0; the texts keep their own 万 or million each."""
    first, last = low.adjusted(), high.adjusted()
    last += 0 if high == _ONE.scaleb(last) and last > first else 1
    values = tuple(_ONE.scaleb(n) for n in range(first, last + 1))
    texts = tuple(_own_scale(value, unit, lang) for value in values)
    whole = base_label(Quantity(values[-1]), unit, lang).value
    return Ticks(values, texts, scaled_unit(NO_SCALE, unit, lang), whole)


def _worded(values: tuple[Decimal, ...], scale: Scale, unit: Unit, lang: Lang) -> Ticks:
    texts = tuple(format_number(value / scale.divisor) for value in values)
    if unit.style == "percent":
        texts = tuple(f"{text}%" for text in texts)
    if unit.style in ("percent", "rank"):
        return Ticks(values, texts, "", texts[-1])
    return Ticks(values, texts, scaled_unit(scale, unit, lang), _closing(texts[-1], scale, unit, lang))


def _closing(text: str, scale: Scale, unit: Unit, lang: Lang) -> str:
    if lang is Lang.ZH:
        return text + scale.word + unit.zh
    name = "" if unit.en_sign or unit.en is None else unit.en.other
    return " ".join(word for word in (unit.en_sign + text, scale.word, name) if word)


def _axis_scale(step: Decimal, high: Decimal, unit: Unit, lang: Lang) -> Scale:
    """One word for the whole axis: the largest that keeps the steps whole (Chinese) or at a decimal (English)."""
    finest = _ONE if lang is Lang.ZH else Decimal("0.1")
    ladder = [scale_for(_ONE.scaleb(power), unit, lang) for power in _POWERS]
    fitting = (scale for scale in ladder if step / scale.divisor >= finest and high >= scale.divisor)
    return next(fitting, ladder[-1])


def _own_scale(value: Decimal, unit: Unit, lang: Lang) -> str:
    scale = scale_for(value, unit, lang)
    gap = " " if scale.word and lang is Lang.EN else ""
    return f"{format_number(value / scale.divisor)}{gap}{scale.word}"


def _between(least: Decimal, unit: Unit) -> Decimal:
    power = _ONE.scaleb(least.adjusted())
    step = next(power * factor for factor in _STEPS if power * factor >= least)
    # Things are counted whole: no half firm stands on an axis.
    return max(step, _ONE) if unit.style == "rank" or _is_count(unit) else step


def _is_count(unit: Unit) -> bool:
    return unit.style == "amount" and not unit.en_sign and unit.base != TIMES


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


_LEADING = 16.0
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
