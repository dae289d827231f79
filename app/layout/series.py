"""Values over time: a small plot, direct labels, a gap where the definition changes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from app.layout.boxes import along, box_of
from app.layout.glyphs import width, wrap
from app.layout.labels import Ledger, around
from app.layout.layout import Axis, Box, Form, Layout, Mark, Role, Stroke, Tick, Words
from app.layout.ornament import reach
from app.layout.ticks import Ticks, linear, ranks
from app.layout.timeline import Timeline, timeline
from app.scene.scene import GAP, Group, Point, Scene

_TICK = 12.0
#: Above the plot: the unit of the axis, and room for an arrow and a label over the highest point.
_TOP = 44.0
#: Two or three points make a small chart; more may use the width.
_FEW = 3
_FEW_WIDTH, _MORE_PER_POINT = 460.0, 130.0
#: More points than this are too many to label each; the ends and extremes are.
_LABELLED = 12
#: Names stand at the ends of their lines from this width on, above the plot on narrower charts.
_ROOMY, _NAME_LIMIT = 520.0, 118.0


def lay(scene: Scene, across: float) -> Layout:
    ticks = _ticks(scene)
    left = max(width(text, _TICK) for text in ticks.texts) + 10
    named = [group for group in scene.groups if group.name and not _in_chain(group, scene)]
    heading = _heading(named, scene, across) if across < _ROOMY else []
    top = _TOP + len(heading) * 20
    right = _right(scene, left, across, gutter=_NAME_LIMIT + 8 if named and across >= _ROOMY else 6)
    plot = Box(left, top, right - left, _height(scene, right - left))
    time = timeline(scene.points, left=left, right=right, foot=plot.bottom, lang=scene.lang, edge=across)
    y = _value_axis(ticks, plot)
    marks = tuple(_mark(point, time.axis, y) for point in scene.points)
    return _with_words(scene, across, plot, time, y, marks, heading, ticks)


def _ticks(scene: Scene) -> Ticks:
    """From zero unless all values lie in the upper half, where a line may begin above zero."""
    assert scene.base is not None
    values = [value for point in scene.points for value in (point.value, point.high or point.value)]
    low, high = min(values), max(values)
    if scene.base.style == "rank":
        return ranks(int(high), unit=scene.base, lang=scene.lang)
    if low > high / 2:
        slack = (high - low) / 10 if high > low else high / 4
        return linear(max(low - slack, Decimal(0)), high, unit=scene.base, lang=scene.lang)
    return linear(min(low, Decimal(0)), high if high > 0 else Decimal(0), unit=scene.base, lang=scene.lang)


def _in_chain(group: Group, scene: Scene) -> bool:
    """Whether the group and its neighbours are one thing under changing definitions: those need no line names."""
    place = scene.groups.index(group)
    following = scene.groups[place + 1 : place + 2]
    return len(scene.groups) > 1 and (group.after_gap or any(other.after_gap for other in following))


def _heading(named: list[Group], scene: Scene, across: float) -> list[list[Words]]:
    """The names of parallel lines above a narrow plot, each in its hue, row by row."""
    rows: list[list[Words]] = []
    x = across + 1
    for group in named:
        for line in wrap(group.name, 13, across, bold=True):
            taken = width(line, 13, True)  # noqa: FBT003 - cached by position
            if x + taken > across:
                rows.append([])
                x = 0
            y = 14.0 + (len(rows) - 1) * 20
            rows[-1].append(Words(x, y, line, Role.NAME, 13, bold=True, emphasis=group.points[0].emphasis))
            x += taken + 16
    return rows


def _right(scene: Scene, left: float, across: float, *, gutter: float) -> float:
    periods = len({point.period.middle for point in scene.points})
    cap = _FEW_WIDTH + max(0, periods - _FEW) * _MORE_PER_POINT
    return max(min(across - gutter, left + cap), left + 80)


def _height(scene: Scene, across: float) -> float:
    tallest = 170.0 if len(scene.points) <= _FEW else 240.0
    return min(max(across * 0.42, 120), tallest)


def _value_axis(ticks: Ticks, plot: Box) -> Axis:
    """Larger is higher, but the first place is on top."""
    low, high = float(ticks.low), float(ticks.high)
    top_is_one = ticks.title == "" and low == 1
    start, end = (plot.y, plot.bottom) if top_is_one else (plot.bottom, plot.y)
    axis = Axis(low, high, start, end, title=ticks.title)
    pairs = zip(ticks.values, ticks.texts, strict=True)
    return replace(axis, ticks=tuple(Tick(float(v), axis.at(float(v)), text) for v, text in pairs))


def _mark(point: Point, x: Axis, y: Axis) -> Mark:
    at, value = point.period.middle, float(point.value)
    high = float(point.high) if point.is_range and point.high is not None else value
    box = Box(x.at(at) - 5, y.at(high), 10, max(y.at(value) - y.at(high), 1)) if point.is_range else None
    return Mark(
        id=point.id,
        form=Form.SPAN if box else Form.DIAMOND if point.target else Form.DOT,
        x=x.at(at),
        y=y.at(high),
        along="y",
        openness=point.openness,
        emphasis=point.emphasis,
        spoken=point.spoken,
        href=point.href,
        data_x=at,
        data_y=high,
        label=point.label,
        box=box,
        derived=point.derived,
        target=point.target,
    )


def _with_words(
    scene: Scene,
    across: float,
    plot: Box,
    time: Timeline,
    y: Axis,
    marks: tuple[Mark, ...],
    heading: list[list[Words]],
    ticks: Ticks,
) -> Layout:
    joins = tuple(_joins(scene, {mark.id: mark for mark in marks}))
    fixed = [*_scale_words(y, plot), *(words for row in heading for words in row), *time.words]
    bottom = plot.bottom + time.depth
    ledger = Ledger(Box(0, 0, across, bottom), [box_of(words) for words in fixed])
    ledger.taken += [reach(mark) for mark in marks] + [box for join in joins for box in along(join.points)]
    gaps = tuple(_gaps(scene, time.axis, plot))
    ledger.taken += [box for gap in gaps for box in along(gap.points, step=8)]
    free = [*_labels(scene, marks, ledger), *_names(scene, marks, ledger, across, bool(heading))]
    free += _gap_words(scene, gaps, plot, ledger)
    below = _gap_below(scene, gaps, free, bottom, across)
    grid = tuple(_grid(y, plot))
    return Layout(
        scene=scene,
        width=across,
        height=bottom + len(below) * 17 + 2,
        plot=plot,
        x=time.axis,
        y=y,
        strokes=(*grid, *time.strokes, *gaps, *joins),
        marks=marks,
        words=(*fixed, *free, *below),
    )


def _grid(y: Axis, plot: Box) -> Iterator[Stroke]:
    for n, tick in enumerate(y.ticks):
        role = Role.AXIS if n == 0 and y.start > y.end else Role.GRID
        yield Stroke(((plot.x, tick.at), (plot.right, tick.at)), role)


def _scale_words(y: Axis, plot: Box) -> Iterator[Words]:
    for tick in y.ticks:
        yield Words(plot.x - 8, tick.at + 4.3, tick.text, Role.TICK, _TICK, anchor="end")
    if y.title:
        yield Words(0, plot.y - 14, y.title, Role.TICK, _TICK)


def _joins(scene: Scene, marks: dict[str, Mark]) -> Iterator[Stroke]:
    for group in scene.groups:
        if not group.joined:
            continue
        for one, two in pairwise(group.points):
            ends = tuple((marks[p.id].x, marks[p.id].y) for p in (one, two))
            yield Stroke(ends, Role.JOIN, one.emphasis, dashed=one.derived or two.derived)


def _gaps(scene: Scene, x: Axis, plot: Box) -> Iterator[Stroke]:
    for before, after in pairwise(scene.groups):
        if after.after_gap:
            at = (x.at(before.points[-1].period.middle) + x.at(after.points[0].period.middle)) / 2
            yield Stroke(((at, plot.y - 6), (at, plot.bottom)), Role.GAP, dashed=True)


def _labels(scene: Scene, marks: tuple[Mark, ...], ledger: Ledger) -> list[Words]:
    found = [ledger.place(around(mark)) for mark in _by_weight(marks)]
    return [words for words in found if words is not None]


def _by_weight(marks: tuple[Mark, ...]) -> list[Mark]:
    """The ends and extremes first; of many marks only these."""
    ordered = sorted(marks, key=lambda mark: mark.data_x)
    extremes = [max(marks, key=lambda m: m.data_y), min(marks, key=lambda m: m.data_y)]
    weighty = [ordered[0], ordered[-1], *extremes]
    chosen = weighty if len(marks) > _LABELLED else [*weighty, *ordered]
    return list(dict.fromkeys(chosen))


def _names(scene: Scene, marks: tuple[Mark, ...], ledger: Ledger, across: float, headed: bool) -> list[Words]:  # noqa: FBT001
    """Each line's name at its end, in its hue; left out where the heading gives it."""
    found: list[Words] = []
    for group in scene.groups if not headed else ():
        if not group.name or _in_chain(group, scene):
            continue
        last = next(mark for mark in marks if mark.id == group.points[-1].id)
        lines = wrap(group.name, 13, _NAME_LIMIT)
        for lift in (0, 18, -18, 36, -36, 54, -54):
            words = [_name(line, n, last, lift, group) for n, line in enumerate(lines)]
            placed = _all_free(words, ledger)
            if placed:
                found += placed
                break
    return found


def _name(line: str, n: int, last: Mark, lift: float, group: Group) -> Words:
    y = last.y + 4.5 + n * 17 + lift
    return Words(last.x + 14, y, line, Role.NAME, 13, bold=True, emphasis=group.points[0].emphasis)


def _all_free(words: list[Words], ledger: Ledger) -> list[Words]:
    trial = Ledger(ledger.frame, list(ledger.taken))
    placed = [trial.place([one]) for one in words]
    if any(one is None for one in placed):
        return []
    ledger.taken[:] = trial.taken
    return words


def _gap_words(scene: Scene, gaps: tuple[Stroke, ...], plot: Box, ledger: Ledger) -> list[Words]:
    """The reason beside the dotted line: low in the plot if it fits there, else high."""
    found: list[Words] = []
    for gap in gaps:
        x = gap.points[0][0]
        places = [
            Words(x + side, y, scene.labels[GAP], Role.NOTE, _TICK, anchor=anchor)
            for y in (plot.bottom - 7, plot.y + 6, plot.y - 8, (plot.y + plot.bottom) / 2)
            for side, anchor in ((6, "start"), (-6, "end"))
        ]
        placed = ledger.place(places)
        found += [placed] if placed else []
    return found


def _gap_below(
    scene: Scene, gaps: tuple[Stroke, ...], placed: list[Words], bottom: float, across: float
) -> list[Words]:
    """The reason under the axis where no gap had room for it."""
    if not gaps or any(words.text == scene.labels[GAP] for words in placed):
        return []
    lines = wrap(f"┊ {scene.labels[GAP]}", _TICK, across)
    return [Words(0, bottom + 13 + n * 17, line, Role.NOTE, _TICK) for n, line in enumerate(lines)]
