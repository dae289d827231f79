"""A point on a horizontal value axis becomes a mark."""

from app.charts.geometry.x_axis import XAxis
from app.charts.layout import Box, Form, Mark
from app.charts.scene import Point


def mark_on(point: Point, axis: XAxis, y: float, *, thick: float = 10, bar: bool = False) -> Mark:
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
