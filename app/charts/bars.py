"""A breakdown or comparison: one bar a row, the largest on top, or in time order where the rows are periods.

Horizontal bars from zero, named at the left (above on a phone), labelled at their ends.
"""

from collections.abc import Sequence

from app.charts.base_scene import base_scene, build_points, one_base, refuse_units
from app.charts.geometry.marks import BAR_ARROW, DOT_ARROW, RADIUS, reach
from app.charts.geometry.rows import Rows, stack
from app.charts.geometry.text import width, wrap
from app.charts.layout import Axis, Box, Form, Layout, Mark, Role, Stroke, Words
from app.charts.names import distinct_names
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.comparable import same_axis, same_definition
from app.data.datum import Datum, Openness
from app.model.chart import ChartKind, LabelBy


def build_bars(spec: ChartSpec) -> Scene:
    """The bars in reading order; every bar starts at zero."""
    base = one_base(spec.data)
    ranked = base is not None and base.style == "rank"
    rows = sorted(build_points(spec), key=_by_period if spec.label_by is LabelBy.PERIOD else _by_size)
    if ranked:
        rows.reverse()
    return base_scene(spec, (Group("", distinct_names(rows, spec.lang)),), base=base)


def _by_period(point: Point) -> tuple[float, ...]:
    return (point.period.end.toordinal(), point.period.start.toordinal())


def _by_size(point: Point) -> tuple[float, ...]:
    return (-float(point.high if point.is_range and point.high is not None else point.value),)


_BAND, _THICK = 30.0, 20.0
_LABEL, _LEADING, _GAP = 13.0, 17.0, 8.0
#: Wider than this, a bar is no easier to read and its label too far from its name.
_WIDEST = 860.0
#: A label longer than this share of the width is broken, so that the bars keep some room.
_LABEL_SHARE = 0.52
#: What the longest bar keeps beside its label, arrow and gaps.
_SHORTEST = 64.0


def layout_bars(scene: Scene, across: float) -> Layout:
    points = scene.points
    limit = min(across, _WIDEST)
    names, ids = [point.name for point in points], [point.id for point in points]
    left = stack(names, limit, bands=[_BAND] * len(points), ids=ids).left
    longest = min(limit * _LABEL_SHARE, limit - left - _SHORTEST)
    labels = [wrap(point.label.text, _LABEL, longest, bold=True) for point in points]
    bands = [max(_BAND, len(lines) * _LEADING + 4) for lines in labels]
    rows = stack(names, limit, bands=bands, ids=ids, gap=8)
    axis = _axis(points, labels, rows.left, limit)
    marks = tuple(_mark(point, axis, y) for point, y in zip(points, rows.middles, strict=True))
    words = [word for mark, lines in zip(marks, labels, strict=True) for word in _label(mark, axis, lines)]
    plot = Box(axis.start, 0, axis.end - axis.start, rows.bottom)
    return Layout(
        scene=scene,
        width=across,
        height=rows.bottom,
        plot=plot,
        x=axis,
        strokes=_foot(axis.at(0), rows, bands),
        marks=marks,
        words=(*rows.words, *words),
    )


def _foot(x: float, rows: Rows, bands: Sequence[float]) -> tuple[Stroke, ...]:
    """The line that the bars stand on; in pieces where the rows' names stand above them and it would cross these."""
    ends = [(middle - band / 2, middle + band / 2) for middle, band in zip(rows.middles, bands, strict=True)]
    if rows.left > 1:
        ends = [(2, rows.bottom - 2)]
    return tuple(Stroke(((x, top), (x, bottom)), Role.AXIS) for top, bottom in ends)


def _axis(points: tuple[Point, ...], labels: list[tuple[str, ...]], left: float, limit: float) -> Axis:
    """From zero (or the lowest value below it) to the highest; its end leaves every bar room for its own label."""
    low = min([0.0, *(float(point.value) for point in points)])
    high = max([low, *(_high(point) for point in points)])
    high = high if high > low else low + 1
    room = min(_span_for(point, lines, low, high, limit - left) for point, lines in zip(points, labels, strict=True))
    return Axis(low, high, left, left + max(room, 24))


def _span_for(point: Point, lines: tuple[str, ...], low: float, high: float, available: float) -> float:
    """How wide the axis may be for this row's label to fit behind its bar."""
    share = max((max(_high(point), 0) - low) / (high - low), 0.02)
    return min((available - _behind(point, lines)) / share, available)


def _behind(point: Point, lines: tuple[str, ...]) -> float:
    return max(width(line, _LABEL, True) for line in lines) + _GAP + _past_end(point) + 6  # noqa: FBT003


def _past_end(point: Point) -> float:
    """How far a mark goes on past its value: the arrow of a bound, the half of a goal's diamond or its bracket."""
    is_bound = point.openness in (Openness.UP, Openness.DOWN)
    if _form(point) is Form.DIAMOND:
        return DOT_ARROW if is_bound else 2 * RADIUS
    return BAR_ARROW if is_bound else 0


def _high(point: Point) -> float:
    return float(point.high if point.is_range and point.high is not None else point.value)


def _mark(point: Point, axis: Axis, y: float) -> Mark:
    start = axis.at(float(point.low)) if point.is_range and point.low is not None else axis.at(0)
    end = axis.at(_high(point))
    left, right = min(start, end), max(start, end)
    form = _form(point)
    return Mark(
        point=point,
        form=form,
        x=end,
        y=y,
        along="x",
        data_x=_high(point),
        data_y=y,
        box=None if form is Form.DIAMOND else Box(left, y - _THICK / 2, max(right - left, 1), _THICK),
    )


def _form(point: Point) -> Form:
    """A goal is no bar: a filled one would show it as reached."""
    if point.is_range:
        return Form.SPAN
    return Form.DIAMOND if point.target else Form.BAR


def _label(mark: Mark, axis: Axis, lines: tuple[str, ...]) -> list[Words]:
    x = max(reach(mark).right, axis.at(0)) + _GAP
    first = mark.y - (len(lines) - 1) * _LEADING / 2 + _LABEL * 0.36
    return [
        Words(x, first + n * _LEADING, line, Role.LABEL, _LABEL, bold=True, point=mark.point.id)
        for n, line in enumerate(lines)
    ]


def _suits(data: Sequence[Datum]) -> bool:
    return len(data) > 1 and same_axis(data) is None and same_definition(data) is None


register_chart_type(
    ChartType(
        ChartKind.BARS,
        build_bars,
        layout_bars,
        refuse=refuse_units,
        has_periods=True,
        slide_form=OfficeForm.BARS,
        sheet_form=OfficeForm.BARS,
        suits=_suits,
    )
)
