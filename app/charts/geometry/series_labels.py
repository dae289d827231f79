"""The words in a chart over time: labels at points, names at lines, the reason at a gap, wherever there is room."""

from collections.abc import Iterator, Sequence

from app.charts.geometry.glyphs import balance_lines, width, wrap
from app.charts.geometry.labels import LabelPlacer, around
from app.charts.layout import Axis, Box, Mark, Role, Stroke, Words
from app.charts.scene import GAP, Group, Scene

_TICK, _NAME = 12.0, 13.0
#: More points than this are too many to label each; the ends and extremes are.
_LABELLED = 12
#: The room kept for the names at the ends of lines.
NAME_LIMIT = 118.0


def point_names(scene: Scene) -> list[Group]:
    """The parallel lines that need a name: not the parts of one thing under changing definitions."""
    return [group for n, group in enumerate(scene.groups) if group.name and not _in_chain(n, scene)]


def _in_chain(n: int, scene: Scene) -> bool:
    return any(group.after_gap for group in scene.groups[n : n + 2])


def heading(groups: Sequence[Group], across: float) -> list[list[Words]]:
    """The names of parallel lines above a narrow plot, each in its hue, row by row."""
    rows: list[list[Words]] = []
    x = across + 1
    for group in groups:
        for line in wrap(group.name, _NAME, across, bold=True):
            taken = width(line, _NAME, True)  # noqa: FBT003 - cached by position
            if x + taken > across:
                rows.append([])
                x = 0
            rows[-1].append(_name(group, line, x, 14.0 + (len(rows) - 1) * 20))
            x += taken + 16
    return rows


def scale_words(y: Axis, plot: Box) -> Iterator[Words]:
    """Tick texts left of the plot, the unit of all of them above."""
    for tick in y.ticks:
        yield Words(plot.x - 8, tick.at + 4.3, tick.text, Role.TICK, _TICK, anchor="end")
    if y.title:
        yield Words(0, plot.y - 14, y.title, Role.TICK, _TICK)


def series_labels(marks: Sequence[Mark], ledger: LabelPlacer) -> list[Words]:
    """A label at every mark, the ends and extremes first; of many marks only these.

    One that finds no free room stands on a line, and only where words or marks are everywhere is there none.
    """
    placed = {mark.point.id: ledger.place(around(mark)) for mark in _by_weight(marks)}
    late = {
        mark.point.id: ledger.place(around(mark), on_lines=True)
        for mark in marks
        if placed.get(mark.point.id, mark) is None
    }
    return [words for words in (placed | late).values() if words is not None]


def _by_weight(marks: Sequence[Mark]) -> list[Mark]:
    ordered = sorted(marks, key=lambda mark: mark.data_x)
    weighty = [
        ordered[0],
        ordered[-1],
        max(marks, key=lambda mark: mark.data_y),
        min(marks, key=lambda mark: mark.data_y),
    ]
    return list(dict.fromkeys(weighty if len(marks) > _LABELLED else [*weighty, *ordered]))


def line_names(groups: Sequence[Group], marks: Sequence[Mark], ledger: LabelPlacer) -> list[Words]:
    """Each line's name at its end, in its hue."""
    ends = {mark.point.id: mark for mark in marks}
    return [words for group in groups for words in _line_name(group, ends[group.points[-1].id], ledger)]


def _line_name(group: Group, last: Mark, ledger: LabelPlacer) -> list[Words]:
    lines = balance_lines(group.name, _NAME, NAME_LIMIT, bold=True)
    for lift in (0, 18, -18, 36, -36, 54, -54):
        words = [_name(group, line, last.x + 14, last.y + 4.5 + n * 17 + lift) for n, line in enumerate(lines)]
        if ledger.place_all(words):
            return words
    return []


def _name(group: Group, line: str, x: float, y: float) -> Words:
    return Words(x, y, line, Role.NAME, _NAME, bold=True, emphasis=group.points[0].emphasis)


def gap_words(scene: Scene, gaps: Sequence[Stroke], plot: Box, ledger: LabelPlacer) -> list[Words]:
    """The reason beside each dotted line: low in the plot if it fits there, else high."""
    found = [ledger.place(_gap_places(gap.points[0][0], scene, plot)) for gap in gaps]
    return [words for words in found if words is not None]


def _gap_places(x: float, scene: Scene, plot: Box) -> list[Words]:
    return [
        Words(x + side, y, scene.labels[GAP], Role.NOTE, _TICK, anchor=anchor)
        for y in (plot.bottom - 7, plot.y + 6, plot.y - 8, (plot.y + plot.bottom) / 2)
        for side, anchor in ((6, "start"), (-6, "end"))
    ]


def gap_below(scene: Scene, *, bottom: float, across: float) -> list[Words]:
    """The reason under the axis, for a plot in which no gap had room for it."""
    lines = wrap(f"┊ {scene.labels[GAP]}", _TICK, across)
    return [Words(0, bottom + 13 + n * 17, line, Role.NOTE, _TICK) for n, line in enumerate(lines)]
