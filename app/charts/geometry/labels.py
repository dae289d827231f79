"""Labels beside their marks, where nothing else stands; over time also the names of lines and reasons of gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.charts.geometry.boxes import box_of, inside, is_free
from app.charts.geometry.marks import reach
from app.charts.geometry.text import balance_lines, width, wrap
from app.charts.layout import Axis, Box, Mark, Role, Stroke, Words
from app.charts.scene import GAP, Group, Scene

SIZE = 13.0
_GAP = 6.0


@dataclass
class LabelPlacer:
    """The frame and the boxes taken in it so far; grows as words are placed. `lines` are those of the lines."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def place(self, candidates: Sequence[Words], *, on_lines: bool = False) -> Words | None:
        """The first candidate that is free, and now taken; None when every one meets something.

        With `on_lines` a line may run behind the words, which have a rim of paper.
        """
        taken = self.taken if on_lines else [*self.taken, *self.lines]
        for words in candidates:
            words = self._within(words)
            box = box_of(words)
            if inside(box, self.frame) and is_free(box, taken):
                self.taken.append(box)
                return words
        return None

    def _within(self, words: Words) -> Words:
        """A centred label that would go over an edge moves in, as far as it still stands at its mark."""
        box = box_of(words)
        moved = max(self.frame.x - box.x, 0) + min(self.frame.right - box.right, 0)
        stays = words.anchor == "middle" and abs(moved) < box.width / 2
        return replace(words, x=words.x + moved) if stays and moved else words

    def place_all(self, words: Sequence[Words]) -> bool:
        """Takes the places of all these lines if every one is free, else none of them."""
        boxes = [box_of(each) for each in words]
        if not all(inside(box, self.frame) and is_free(box, [*self.taken, *self.lines]) for box in boxes):
            return False
        self.taken += boxes
        return True


def around(mark: Mark) -> list[Words]:
    """The places a mark's label may take: above, right, left, below, then the corners, then further out."""
    box = reach(mark)
    places: list[Words] = []
    for far in (0.0, 10.0, 22.0):
        above, below = box.y - _GAP - far, box.bottom + _GAP + far + SIZE * 0.8
        right, left = box.right + _GAP + far, box.x - _GAP - far
        middle = (box.y + box.bottom) / 2 + SIZE * 0.36
        centre = min(max(mark.x, box.x), box.right)
        places += [
            _words(mark, centre, above, "middle"),
            _words(mark, right, middle, "start"),
            _words(mark, left, middle, "end"),
            _words(mark, centre, below, "middle"),
            _words(mark, centre - 4, above, "end"),
            _words(mark, centre + 4, above, "start"),
            _words(mark, centre + 4, below, "start"),
            _words(mark, centre - 4, below, "end"),
        ]
    return places


def _words(mark: Mark, x: float, y: float, anchor: str) -> Words:
    return Words(x, y, str(mark.point.label), Role.LABEL, SIZE, anchor=anchor, bold=True, point=mark.point.id)


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
    placed = [ledger.place(_gap_places(gap.points[0][0], scene, plot)) for gap in gaps]
    return [words for words in placed if words is not None]


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
