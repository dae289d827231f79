"""Values over time: a small plot with direct labels, a gap where the definition changes, and no line across it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from app.charts.base_scene import base_scene, build_point, emphasis_of, one_base, refuse_units
from app.charts.geometry.axis import Ticks, Timeline, build_timeline, linear, ranks
from app.charts.geometry.boxes import along, box_of
from app.charts.geometry.labels import (
    NAME_LIMIT,
    SIZE,
    LabelPlacer,
    gap_below,
    gap_words,
    heading,
    line_names,
    point_names,
    scale_words,
    series_labels,
)
from app.charts.geometry.marks import reach
from app.charts.geometry.text import width
from app.charts.layout import Axis, Box, Form, Layout, Mark, Role, Stroke, Tick, Words
from app.charts.names import name_of
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import GAP, Emphasis, Group, Point, Scene, links
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.comparable import apart, comparable, latest_moves, same_axis
from app.data.datum import Datum, Openness
from app.model.chart import ChartKind, LabelBy

#: The dimensions that may tell parallel lines apart, the most telling first.
_TELLING = (LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.SUBJECT, LabelBy.INDICATOR, LabelBy.DEFINITION)
_HUES = (Emphasis.BEIJING, Emphasis.SECOND, Emphasis.OTHER)


@dataclass(frozen=True)
class _Strand:
    """The data of one thing under one definition, in time order."""

    data: tuple[Datum, ...]
    is_goal: bool

    @property
    def thing(self) -> tuple[str | None, ...]:
        o = self.data[0].observation
        return (o.geography, o.subject, o.category)

    def precedes(self, other: "_Strand") -> bool:
        """Whether the other takes over in time, as the same thing under another definition."""
        ends, starts = self.data[-1].observation.period, other.data[0].observation.period
        same = self.thing == other.thing and not (self.is_goal or other.is_goal)
        return same and ends < starts and not comparable(self.data[0], other.data[0])


def build_series(spec: ChartSpec) -> Scene:
    """The chart over time; `label_by` names parallel lines where it is not the period."""
    strands = _strands(spec.data)
    breaks = {two for one, two in pairwise(range(len(strands))) if strands[one].precedes(strands[two])}
    groups = tuple(_group(n, strands, spec, breaks) for n in range(len(strands)))
    lang = spec.lang
    return base_scene(
        spec,
        groups,
        base=one_base(spec.data),
        notes=(phrase("gap_note", lang),) if breaks else (),
        labels={GAP: phrase("gap", lang)} if breaks else None,
    )


def _strands(data: Sequence[Datum]) -> list[_Strand]:
    things: dict[tuple[object, ...], list[Datum]] = {}
    for datum in data:
        things.setdefault(datum.thing, []).append(datum)
    ordered = [sorted(strand, key=lambda r: r.observation.period) for strand in things.values()]
    strands = [_Strand(tuple(strand), strand[0].observation.target) for strand in ordered]
    return sorted(strands, key=lambda strand: (_first_of(strand, strands), strand.data[0].observation.period))


def _first_of(strand: _Strand, strands: Sequence[_Strand]) -> int:
    """The place of the strand's thing in the curator's order, so that its definitions stand side by side."""
    return next(n for n, other in enumerate(strands) if other.thing == strand.thing)


def _group(n: int, strands: Sequence[_Strand], spec: ChartSpec, breaks: set[int]) -> Group:
    strand = strands[n]
    hue = _hue(n, strands, breaks)
    named = replace(spec, label_by=LabelBy.PERIOD)
    points = tuple(build_point(datum, named, emphasis=hue) for datum in strand.data)
    return Group(
        name=_name(strand, strands, spec) if len(strands) > 1 else "",
        points=points,
        joined=len(points) > 1 and all(map(apart, strand.data, strand.data[1:])) and not strand.is_goal,
        after_gap=n in breaks,
    )


def _hue(n: int, strands: Sequence[_Strand], breaks: set[int]) -> Emphasis:
    """Vermilion for the first line of Beijing, the second hue for its next, grey for the rest and for other places."""
    if emphasis_of(strands[n].data[0]) is Emphasis.OTHER:
        return Emphasis.OTHER
    lines = [m for m in range(n + 1) if _starts_line(m, strands, breaks)]
    return _HUES[min(max(len(lines) - 1, 0), len(_HUES) - 1)]


def _starts_line(m: int, strands: Sequence[_Strand], breaks: set[int]) -> bool:
    at_home = emphasis_of(strands[m].data[0]) is Emphasis.BEIJING
    return at_home and m not in breaks and not strands[m].is_goal


def _name(strand: _Strand, strands: Sequence[_Strand], spec: ChartSpec) -> str:
    """What tells the strand from the others; nothing does where one is only the goal of the other."""
    lang = spec.lang
    label_by = spec.label_by
    dimensions = _TELLING if label_by is LabelBy.PERIOD else (label_by, *_TELLING)
    for dimension in dimensions:
        names = {name_of(other.data[0], dimension, lang) for other in strands}
        if len(names) > 1:
            return name_of(strand.data[0], dimension, lang)
    return ""


_TICK = 12.0
#: Above the plot: the unit of the axis, and room for an arrow and a label over the highest point.
_TOP, _HEADING = 44.0, 20.0
#: Two or three points make a small chart; more may use the width.
_FEW = 3
_FEW_WIDTH, _MORE_PER_POINT = 460.0, 130.0
#: Names stand at the ends of their lines from this width on, above the plot on narrower charts.
_ROOMY = 520.0
#: A gap stands at least so far behind the point before it.
_BESIDE_GAP = 12.0
_ARROWS = (Openness.UP, Openness.DOWN)


@dataclass(frozen=True)
class _Plan:
    """The plot with its axes, marks and lines, before any word but those above and below it is placed."""

    scene: Scene
    across: float
    plot: Box
    time: Timeline
    y: Axis
    marks: tuple[Mark, ...]
    joins: tuple[Stroke, ...]
    gaps: tuple[Stroke, ...]
    heading: tuple[Words, ...]

    @property
    def bottom(self) -> float:
        return self.plot.bottom + self.time.depth


def layout_series(scene: Scene, across: float) -> Layout:
    plan = _plan(scene, across)
    fixed = [*scale_words(plan.y, plan.plot), *plan.heading, *plan.time.words]
    ledger = LabelPlacer(Box(0, 0, across, plan.bottom), [box_of(words) for words in fixed])
    ledger.taken += [reach(mark) for mark in plan.marks]
    ledger.taken += along(((plan.plot.x, plan.plot.bottom), (plan.plot.right, plan.plot.bottom)))
    ledger.lines += [box for line in plan.joins for box in along(line.points)]
    # Above a gap nothing may stand across it either: a label is of one side.
    ledger.taken += [box for gap in plan.gaps for box in along(((gap.points[0][0], 0), gap.points[-1]))]
    free = [] if plan.heading else line_names(point_names(scene), plan.marks, ledger)
    free += series_labels(plan.marks, ledger)
    reasons = gap_words(scene, plan.gaps, plan.plot, ledger)
    below = gap_below(scene, bottom=plan.bottom, across=across) if plan.gaps and not reasons else []
    return Layout(
        scene=scene,
        width=across,
        height=plan.bottom + len(below) * 17 + 2,
        plot=plan.plot,
        x=plan.time.axis,
        y=plan.y,
        strokes=(*_grid(plan.y, plan.plot), *plan.time.strokes, *plan.gaps, *plan.joins),
        marks=plan.marks,
        words=(*fixed, *free, *reasons, *below),
    )


def _plan(scene: Scene, across: float) -> _Plan:
    ticks = _ticks(scene)
    left = max(width(text, _TICK) for text in ticks.texts) + 10
    lines = point_names(scene)
    above = heading(lines, across) if across < _ROOMY else []
    right = _right(scene, left, across, gutter=NAME_LIMIT + 20 if lines and across >= _ROOMY else 6)
    plot = Box(left, _TOP + len(above) * _HEADING, right - left, _height(scene, right - left))
    time = build_timeline(scene.points, left=left, right=right, foot=plot.bottom, edge=across)
    y = _value_axis(scene, ticks, plot)
    marks = tuple(_mark(point, time.axis, y) for point in scene.points)
    joins = tuple(_joins(scene, {mark.point.id: mark for mark in marks}))
    gaps = tuple(_gaps(scene, time.axis, plot, across))
    return _Plan(scene, across, plot, time, y, marks, joins, gaps, tuple(words for row in above for words in row))


def _ticks(scene: Scene) -> Ticks:
    """From zero unless all values lie in the upper half, where a line may begin above zero."""
    assert scene.base is not None
    low, high = _extent(scene.points)
    if scene.base.style == "rank":
        # A first place alone still needs a second to stand above.
        return ranks(max(int(high), 2), unit=scene.base, lang=scene.lang)
    if high > low > high / 2:
        return linear(max(low - (high - low) / 10, Decimal(0)), high, unit=scene.base, lang=scene.lang, step=scene.step)
    return linear(min(low, Decimal(0)), max(high, Decimal(0)), unit=scene.base, lang=scene.lang, step=scene.step)


def _extent(points: Sequence[Point]) -> tuple[Decimal, Decimal]:
    """The lowest and highest value; an open end asks for a little more, so that its arrow stays on the scale."""
    values = [value for point in points for value in (point.value, point.high or point.value)]
    low, high = min(values), max(values)
    more = (high - low or abs(high)) / 20
    if any(point.openness is Openness.UP and point.value == high for point in points):
        high += more
    return low, high


def _right(scene: Scene, left: float, across: float, *, gutter: float) -> float:
    periods = len({point.period.middle for point in scene.points})
    cap = _FEW_WIDTH + max(0, periods - _FEW) * _MORE_PER_POINT
    last = max(scene.points, key=lambda point: point.period.middle)
    beside = width(last.label.text, 13, True) - 22 if last.openness in _ARROWS and across >= _ROOMY else 0  # noqa: FBT003
    return max(min(across - max(gutter, beside), left + cap), left + 80)


def _height(scene: Scene, across: float) -> float:
    tallest = 170.0 if len(scene.points) <= _FEW else 240.0
    return min(max(across * 0.42, 120), tallest)


def _value_axis(scene: Scene, ticks: Ticks, plot: Box) -> Axis:
    """Larger is higher, but the first place is on top."""
    assert scene.base is not None
    start, end = (plot.y, plot.bottom) if scene.base.style == "rank" else (plot.bottom, plot.y)
    axis = Axis(float(ticks.low), float(ticks.high), start, end, title=ticks.title)
    pairs = zip(ticks.values, ticks.texts, strict=True)
    return replace(axis, ticks=tuple(Tick(float(v), axis.at(float(v)), text) for v, text in pairs))


def _mark(point: Point, x: Axis, y: Axis) -> Mark:
    at, value = point.period.middle, float(point.value)
    high = float(point.high) if point.is_range and point.high is not None else value
    box = Box(x.at(at) - 5, y.at(high), 10, max(y.at(value) - y.at(high), 1)) if point.is_range else None
    return Mark(
        point=point,
        form=Form.SPAN if box else Form.DIAMOND if point.target else Form.DOT,
        x=x.at(at),
        y=y.at(high),
        along="y",
        data_x=at,
        data_y=high,
        box=box,
    )


def _grid(y: Axis, plot: Box) -> Iterator[Stroke]:
    for tick in y.ticks:
        role = Role.AXIS if tick.at == plot.bottom else Role.GRID
        yield Stroke(((plot.x, tick.at), (plot.right, tick.at)), role)


def _joins(scene: Scene, marks: dict[str, Mark]) -> Iterator[Stroke]:
    for group in scene.groups:
        for one, two in links(group.points) if group.joined else ():
            ends = tuple((marks[point.id].x, marks[point.id].y) for point in (one, two))
            yield Stroke(ends, Role.JOIN, one.emphasis, dashed=one.derived or two.derived)


def _gaps(scene: Scene, x: Axis, plot: Box, across: float) -> Iterator[Stroke]:
    for before, after in pairwise(scene.groups):
        if after.after_gap:
            at = _gap(x.at(before.points[-1].period.middle), after.points[0], x, across)
            yield Stroke(((at, plot.y - 6), (at, plot.bottom)), Role.GAP, dashed=True)


def _gap(left: float, following: Point, x: Axis, across: float) -> float:
    """Midway, but where the label behind it needs more room, nearer to the point before."""
    right = x.at(following.period.middle)
    room = width(following.label.text, SIZE, True)  # noqa: FBT003 - cached by position
    return max(min((left + right) / 2, min(right - room / 2, across - room) - 6), left + _BESIDE_GAP)


register_chart_type(
    ChartType(
        ChartKind.SERIES,
        build_series,
        layout_series,
        refuse=refuse_units,
        has_periods=True,
        slide_form=OfficeForm.POINTS,
        sheet_form=OfficeForm.POINTS,
        suits=lambda data: same_axis(data) is None and latest_moves(data),
    )
)
