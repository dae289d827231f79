"""Rows of several marks on one axis, their labels in a lane under them, and one over them where those would not all
stand at their own marks: what change and target share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.charts.geometry.label_rows import Tag, height, is_level, lane
from app.charts.geometry.marks import axis_mark
from app.charts.geometry.rows import stack
from app.charts.geometry.x_axis import DEPTH, XAxis, build_x_axis, reference_lines, tick_words
from app.charts.layout import Box, Layout, Mark, Role, Stroke, Words
from app.charts.scene import Group, Scene

_WIDEST = 760.0
_LANE_GAP = 6.0
#: Arrows may go this far past the axis; a first mark keeps this far from the names.
_INSET, _START = 34.0, 12.0


def layout_labelled_rows(
    scene: Scene, across: float, *, band: float, bars: bool, tags: Callable[[Group, XAxis], list[Tag]]
) -> Layout:
    """`band` is the height for the marks of a row; `tags` gives a row's labels; `bars` draws results as bars."""
    limit = min(across, _WIDEST)
    groups = scene.groups
    names = [group.name if len(groups) > 1 else "" for group in groups]
    ids = [group.points[-1].id for group in groups]
    left = stack(names, limit, bands=[band] * len(groups), ids=ids).left
    axis = build_x_axis(scene, left=left + (1 if bars else _START), right=limit - _INSET, from_zero=bars)
    lanes = [_lanes(tags(group, axis), left=left, right=limit) for group in groups]
    bands = [each.over_height + band + each.under_height for each in lanes]
    rows = stack(names, limit, bands=bands, ids=ids, gap=18, top=6)
    uppers = [middle - tall / 2 for middle, tall in zip(rows.middles, bands, strict=True)]
    tops = [upper + each.over_height for upper, each in zip(uppers, lanes, strict=True)]
    marks = [_marks(group, axis, top + band / 2, bars=bars) for group, top in zip(groups, tops, strict=True)]
    words = [
        word
        for each, upper, top in zip(lanes, uppers, tops, strict=True)
        for row, y in ((each.over, upper), (each.under, top + band + _LANE_GAP))
        for word in lane(row, left=left, right=limit, top=y)
    ]
    beside = [(top, top + band) for top in tops]
    return _drawn(scene, across, axis, marks, (*rows.words, *words), beside, rows.bottom, limit)


@dataclass(frozen=True)
class _Lanes:
    """The labels over and under the marks of a row, with the room they take."""

    over: Sequence[Tag]
    under: Sequence[Tag]
    over_height: float
    under_height: float


def _lanes(tags: Sequence[Tag], *, left: float, right: float) -> _Lanes:
    """All under the marks, if they can stand side by side; else remarks over them, or the first label."""
    own, remarks = [tag for tag in tags if tag.point], [tag for tag in tags if not tag.point]
    ways = [((), tags), (remarks, own), (own[:1], [*own[1:], *remarks]), ([*own[:1], *remarks], own[1:])]
    level = (way for way in ways if all(is_level(row, left=left, right=right) for row in way))
    over, under = next(level, ways[0])
    tall = [height(row, left=left, right=right) for row in (over, under)]
    return _Lanes(over, under, *(each + _LANE_GAP if each else 0 for each in tall))


def _marks(group: Group, axis: XAxis, y: float, *, bars: bool) -> list[Mark]:
    """A single result is a bar; several are dots, for the earlier would not be seen on the bar of the last."""
    lone = sum(not point.target for point in group.points) == 1
    return [axis_mark(point, axis, y, thick=14, bar=bars and lone) for point in group.points]


def _drawn(
    scene: Scene,
    across: float,
    axis: XAxis,
    marks: Sequence[list[Mark]],
    words: tuple[Words, ...],
    beside: Sequence[tuple[float, float]],
    bottom: float,
    limit: float,
) -> Layout:
    joins = [_join(row, group) for row, group in zip(marks, scene.groups, strict=True) if group.joined]
    return Layout(
        scene=scene,
        width=across,
        height=bottom + 4 + DEPTH,
        plot=Box(axis.axis.start, 0, axis.axis.end - axis.axis.start, bottom + 4),
        x=axis.axis,
        strokes=(*reference_lines(axis.axis, beside, bottom=bottom + 4), *joins),
        marks=tuple(mark for row in marks for mark in row),
        words=(*words, *tick_words(axis.axis, bottom=bottom + 4, edge=limit)),
    )


def _join(row: list[Mark], group: Group) -> Stroke:
    dashed = any(point.derived for point in group.points)
    return Stroke(tuple((mark.x, mark.y) for mark in row), Role.JOIN, row[0].point.emphasis, dashed=dashed)
