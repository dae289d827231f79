"""Points and events become marks: on an axis, as cells that are read, or where a layout says."""

from app.charts.geometry.paragraph import NAME, NOTE, TextColumn, text_column
from app.charts.geometry.x_axis import XAxis
from app.charts.layout import Box, Form, Mark
from app.charts.scene import Emphasis, Event, Point


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
