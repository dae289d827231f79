"""Marks in their places, and the strokes that say what each knows: one geometry for all renderers."""

from collections.abc import Callable
from dataclasses import dataclass

from app.charts.geometry.axis import XAxis
from app.charts.geometry.text import NAME, NOTE, TextColumn, text_column
from app.charts.layout import Box, Form, Mark
from app.charts.scene import Emphasis, Event, Point
from app.data.datum import Openness

#: Pixels: how far an arrow goes past a dot's foot and past a bar's end, half a foot, half an arrow head, a dot.
DOT_ARROW, BAR_ARROW, FOOT, HEAD, RADIUS = 28.0, 20.0, 8.0, 5.0, 5.0
#: A bar shorter than this has no room for the back-pointing arrow; it then stands outside, pointing at the end.
_ROOMY = 34.0
_Path = tuple[tuple[float, float], ...]
_Map = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True)
class BoundMarker:
    """A run of lines in pixels; `knocked` is drawn in the colour of the paper, on the mark."""

    path: _Path
    knocked: bool = False


def bound_markers(mark: Mark) -> tuple[BoundMarker, ...]:
    """What is drawn beside the body of a mark; empty for a closed one."""
    if mark.form is Form.CELL or mark.point.openness is Openness.CLOSED:
        return ()
    if mark.form is Form.SQUARES:
        return _at_squares(mark)
    if mark.form is Form.BAR:
        return _at_bar(mark)
    if mark.form is Form.SPAN:
        return _at_span(mark)
    return _at_dot(mark, start=RADIUS + 3 if mark.form is Form.DIAMOND else 0)


def has_body(mark: Mark) -> bool:
    """Whether the dot itself is drawn: a bound is a foot and an arrow, for a dot would claim the value."""
    return not (
        mark.form is Form.DOT and mark.point.openness in (Openness.UP, Openness.DOWN) and not mark.point.derived
    )


def reach(mark: Mark) -> Box:
    """The box around a mark and its ornaments."""
    points = [point for ornament in bound_markers(mark) for point in ornament.path]
    body = mark.box or Box(mark.x - RADIUS - 2, mark.y - RADIUS - 2, 2 * RADIUS + 4, 2 * RADIUS + 4)
    left = min([body.x, *(x - 1.5 for x, _ in points)])
    top = min([body.y, *(y - 1.5 for _, y in points)])
    right = max([body.right, *(x + 1.5 for x, _ in points)])
    bottom = max([body.bottom, *(y + 1.5 for _, y in points)])
    return Box(left, top, right - left, bottom - top)


def _at_dot(mark: Mark, *, start: float) -> tuple[BoundMarker, ...]:
    to = _mapping(mark)
    if mark.point.openness is Openness.ABOUT:
        return (_bracket(to, -10, 3), _bracket(to, 10, -3))
    sign = 1 if mark.point.openness is Openness.UP else -1
    foot = () if start else (BoundMarker((to(0, -FOOT), to(0, FOOT))),)
    return (*foot, *_arrow(to, sign * start, sign * DOT_ARROW))


def _at_bar(mark: Mark) -> tuple[BoundMarker, ...]:
    to = _mapping(mark)
    assert mark.box is not None
    sides = (mark.box.width, mark.box.height)
    long, half = (sides[0], sides[1] / 2) if mark.along == "x" else (sides[1], sides[0] / 2)
    if mark.point.openness is Openness.UP:
        return _arrow(to, 0, BAR_ARROW)
    if mark.point.openness is Openness.ABOUT:
        return (_bracket(to, 0, -min(6, long), half=half + 4),)
    end = BoundMarker((to(0, -half - 4), to(0, half + 4)))
    if long >= _ROOMY:
        return (end, *_arrow(to, -5, -5 - BAR_ARROW, knocked=True))
    return (end, *_arrow(to, BAR_ARROW, 4))


def _at_squares(mark: Mark) -> tuple[BoundMarker, ...]:
    """At the edge of the last filled square: onward past it, or back to it, over the empty square that follows."""
    to = _mapping(mark)
    if mark.point.openness is Openness.ABOUT:
        return (_bracket(to, 2, -6, half=10),)
    return _arrow(to, 1, 15) if mark.point.openness is Openness.UP else _arrow(to, 17, 3)


def _at_span(mark: Mark) -> tuple[BoundMarker, ...]:
    to = _mapping(mark)
    if mark.point.openness is Openness.ABOUT:
        return (_bracket(to, 0, -6, half=FOOT + 2),)
    return _arrow(to, 0, BAR_ARROW if mark.point.openness is Openness.UP else -BAR_ARROW)


def _mapping(mark: Mark) -> _Map:
    """From (along the value, across it) around the mark to pixels; larger values lie right, or up (`-y`: down)."""
    if mark.along == "x":
        return lambda u, v: (mark.x + u, mark.y + v)
    if mark.along == "-y":
        return lambda u, v: (mark.x + v, mark.y + u)
    return lambda u, v: (mark.x + v, mark.y - u)


def _arrow(to: _Map, start: float, end: float, *, knocked: bool = False) -> tuple[BoundMarker, ...]:
    back = end - HEAD * 1.3 * (1 if end > start else -1)
    head = (to(back, -HEAD), to(end, 0), to(back, HEAD))
    return (BoundMarker((to(start, 0), to(end, 0)), knocked), BoundMarker(head, knocked))


def _bracket(to: _Map, at: float, turn: float, *, half: float = 7) -> BoundMarker:
    """A small bracket across the value axis, its ends turned by `turn`."""
    return BoundMarker((to(at + turn, -half), to(at, -half), to(at, half), to(at + turn, half)))


def cell_mark(point: Point, box: Box) -> Mark:
    """A figure that is read as text: its mark is the area to hover, tap and focus."""
    return point_mark(point, Form.CELL, box.x + box.width / 2, box.y + box.height / 2, box=box)


def point_mark(
    point: Point,
    form: Form,
    x: float,
    y: float,
    *,
    along: str = "x",
    data_x: float | None = None,
    box: Box | None = None,
    squares: tuple[Box, ...] = (),
    filled: int = 0,
    pattern: int = 0,
) -> Mark:
    """The mark of a point; without an axis its data are its pixels."""
    return Mark(
        point=point,
        form=form,
        x=x,
        y=y,
        along=along,
        data_x=x if data_x is None else data_x,
        data_y=y,
        box=box,
        squares=squares,
        filled=filled,
        pattern=pattern,
    )


def axis_mark(point: Point, axis: XAxis, y: float, *, thick: float = 10, bar: bool = False) -> Mark:
    """A dot, a span where the print gives a range, a diamond for a goal, or with `bar` a bar from zero."""
    high = point.high if point.is_range and point.high is not None else point.value
    form = _form(point, bar=bar)
    return Mark(
        point=point,
        form=form,
        x=axis.at(high),
        y=y,
        along="x",
        data_x=axis.data(high),
        data_y=y,
        box=_box(point, axis, form, y, thick),
    )


def _form(point: Point, *, bar: bool) -> Form:
    if point.is_range:
        return Form.SPAN
    if point.target:
        return Form.DIAMOND
    return Form.BAR if bar else Form.DOT


def _box(point: Point, axis: XAxis, form: Form, y: float, thick: float) -> Box | None:
    if form not in (Form.BAR, Form.SPAN):
        return None
    end = axis.at(point.high if point.is_range and point.high is not None else point.value)
    start = axis.at(point.value) if form is Form.SPAN else axis.axis.at(0)
    return Box(min(start, end), y - thick / 2, max(abs(end - start), 1), thick)


def event_mark(event: Event, x: float, y: float, *, data_x: float, box: Box | None = None) -> Mark:
    """A dot; a span where the period is long; a goal's diamond for what is only planned."""
    form = Form.DIAMOND if event.target else Form.DOT if box is None else Form.SPAN
    return Mark(
        point=event,
        form=form,
        x=x,
        y=y,
        along="x",
        data_x=data_x,
        data_y=y,
        box=box if form is Form.SPAN else None,
    )


def event_text(event: Event, limit: float, *, lane: str = "") -> TextColumn:
    """The title, and under it when and (outside Beijing) where; `lane` where no lane shows it."""
    where = event.place if event.emphasis is not Emphasis.BEIJING else ""
    small = " · ".join(part for part in (event.period_text, lane, where) if part)
    return text_column(limit, (event.title, NAME), (small, NOTE))
