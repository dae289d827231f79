"""A series of a few dots, small enough to stand beside a headline figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.charts.geometry.layout_builder import point_mark
from app.charts.geometry.paragraph import Paragraph, Style, paragraph
from app.charts.geometry.spread import spread
from app.charts.layout import Box, Form, Mark, Role, Stroke, Words
from app.charts.scene import Point, links
from app.data.datum import Openness

_VALUE, _WHEN = Style(Role.LABEL, 12, bold=True), Style(Role.TICK, 12)
#: More dots than this are too many to label each; then the first and the last are.
_LABELLED = 4
#: Room for an arrow over the highest dot and under the lowest.
_ARROW, _CLEAR = 34.0, 10.0
_SPACE = 6.0


@dataclass(frozen=True)
class Thumbnail:
    """The parts of a tiny series, in pixels of the whole chart."""

    strokes: tuple[Stroke, ...]
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    bottom: float


def thumbnail(points: Sequence[Point], frame: Box) -> Thumbnail:
    """Dots in true time, their values in a row above, their dates below; joined as in a series."""
    named = [*points] if len(points) <= _LABELLED else [points[0], points[-1]]
    slot = frame.width / len(named) - _SPACE
    values = [paragraph(point.label.text, _VALUE, slot) for point in named]
    dates = [paragraph(point.period_text.text, _WHEN, slot) for point in named]
    above = max(each.height for each in values)
    plot = _plot(points, Box(frame.x, frame.y + above, frame.width, frame.height - above))
    marks = _marks(points, plot)
    chosen = [mark for mark in marks if mark.point.id in {point.id for point in named}]
    foot = plot.bottom + _SPACE
    words = (*_row(values, chosen, frame, frame.y), *_row(dates, chosen, frame, foot + 4))
    axis = Stroke(((frame.x, foot), (frame.right, foot)), Role.AXIS)
    bottom = foot + 4 + max(each.height for each in dates)
    return Thumbnail((axis, *_line(points, marks)), marks, words, bottom)


def _plot(points: Sequence[Point], room: Box) -> Box:
    """The area of the dots' centres: clear of the edges, and of the arrows that some of them carry."""
    kinds = {point.openness for point in points}
    top = _ARROW if Openness.UP in kinds else _CLEAR
    foot = _ARROW if Openness.DOWN in kinds else _CLEAR
    return Box(room.x + _CLEAR, room.y + top, room.width - 2 * _CLEAR, max(room.height - top - foot, 24))


def _marks(points: Sequence[Point], plot: Box) -> tuple[Mark, ...]:
    ranked = points[0].unit is not None and points[0].unit.style == "rank"
    values = [float(point.value) for point in points]
    times = [point.period.middle for point in points]
    x_of = _scale(min(times), max(times), plot.x, plot.right)
    low, high = (max(values), min(values)) if ranked else (min(0, *values), max(values))
    y_of = _scale(low, high, plot.bottom, plot.y)
    return tuple(
        point_mark(point, Form.DOT, x_of(time), y_of(value), along="-y" if ranked else "y")
        for point, time, value in zip(points, times, values, strict=True)
    )


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    if low == high:
        return lambda _: (start + end) / 2
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _line(points: Sequence[Point], marks: Sequence[Mark]) -> tuple[Stroke, ...]:
    at = {mark.point.id: (mark.x, mark.y) for mark in marks}
    return tuple(Stroke((at[one.id], at[two.id]), Role.JOIN, two.emphasis) for one, two in links(points))


def _row(texts: Sequence[Paragraph], marks: Sequence[Mark], frame: Box, top: float) -> list[Words]:
    centres = spread(
        [mark.x for mark in marks],
        [text.widest for text in texts],
        low=frame.x,
        high=frame.right,
        gap=_SPACE,
    )
    assert centres is not None, "each text was broken to its slot"
    return [
        word
        for text, dot, x in zip(texts, marks, centres, strict=True)
        for word in text.words(x, top, point=dot.point.id, anchor="middle")
    ]
