"""Rows of marks under each other: their names, and the labels in lanes under and over the marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.charts.geometry.axis import DEPTH, XAxis, build_x_axis, reference_lines, tick_words
from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.marks import axis_mark
from app.charts.geometry.text import balance_lines, width
from app.charts.layout import Box, Layout, Mark, Role, Stroke, Words
from app.charts.scene import Group, Scene

#: Below this width names stand above their row.
NARROW = 440.0
NAME_SIZE = 13.0
_LEADING = 18.0
_COLUMN_SHARE = 0.36
_COLUMN_GAP = 14.0


@dataclass(frozen=True)
class Rows:
    """`left` is where the marks may begin; `middles` are the centre lines of the rows' bands, `bottom` the end."""

    left: float
    middles: tuple[float, ...]
    bottom: float
    words: tuple[Words, ...]


def stack(
    names: Sequence[str],
    across: float,
    *,
    bands: Sequence[float],
    ids: Sequence[str],
    gap: float = 14,
    top: float = 4,
) -> Rows:
    """Rows of the given band heights, one under the other, in a chart `across` pixels wide."""
    if across < NARROW or not any(names):
        return _above(names, across, bands=bands, ids=ids, gap=gap, top=top)
    return _beside(names, across, bands=bands, ids=ids, gap=gap, top=top)


def _above(
    names: Sequence[str], across: float, *, bands: Sequence[float], ids: Sequence[str], gap: float, top: float
) -> Rows:
    words: list[Words] = []
    middles: list[float] = []
    y = top
    for name, band, row_id in zip(names, bands, ids, strict=True):
        lines = balance_lines(name, NAME_SIZE, across) if name else ()
        for line in lines:
            words.append(Words(0, y + 13, line, Role.NAME, NAME_SIZE, point=row_id))
            y += _LEADING
        middles.append(y + band / 2)
        y += band + gap
    return Rows(1, tuple(middles), y - gap + 4, tuple(words))


def _beside(
    names: Sequence[str], across: float, *, bands: Sequence[float], ids: Sequence[str], gap: float, top: float
) -> Rows:
    limit = across * _COLUMN_SHARE
    broken = [balance_lines(name, NAME_SIZE, limit) for name in names]
    column = max(width(line, NAME_SIZE) for lines in broken for line in lines)
    words: list[Words] = []
    middles: list[float] = []
    y = top
    for lines, band, row_id in zip(broken, bands, ids, strict=True):
        height = max(band, len(lines) * _LEADING)
        middles.append(y + height / 2)
        first = y + height / 2 - (len(lines) - 1) * _LEADING / 2 + NAME_SIZE * 0.36
        for n, line in enumerate(lines):
            words.append(Words(0, first + n * _LEADING, line, Role.NAME, NAME_SIZE, point=row_id))
        y += height + gap
    return Rows(column + _COLUMN_GAP, tuple(middles), y - gap + 4, tuple(words))


SIZE, SMALL, LEADING = 13.0, 12.0, 17.0
_GAP = 14.0
#: Labels side by side are broken to no less than this; narrower ones are listed.
_NARROWEST = 84.0


@dataclass(frozen=True)
class Tag:
    """A label that wishes to stand at pixel `at`: a bold `text` with softer words (its date) under it.

    `point` is the figure it belongs to; a remark belongs to none and is soft itself.
    """

    at: float
    text: str
    under: str = ""
    point: str = ""

    def fold(self, limit: float) -> "_Folded":
        under = balance_lines(self.under, SMALL, limit) if self.under else ()
        return _Folded(self, balance_lines(self.text, SIZE, limit, bold=bool(self.point)), under)


@dataclass(frozen=True)
class _Folded:
    """A tag in lines that fit into its share of the lane."""

    tag: Tag
    strong: tuple[str, ...]
    soft: tuple[str, ...]

    @property
    def width(self) -> float:
        bold = bool(self.tag.point)
        return max(*(width(line, SIZE, bold) for line in self.strong), *(width(line, SMALL) for line in self.soft), 0)

    def is_over(self, centre: float) -> bool:
        """Whether the mark is still above the words; a remark, which has none, is at home anywhere."""
        return not self.tag.point or abs(centre - self.tag.at) <= self.width / 2

    def words(self, centre: float, y: float) -> list[Words]:
        """Each line as near to the mark as the block around `centre` lets it."""
        words = []
        for n, line in enumerate((*self.strong, *self.soft)):
            write, size, bold = (_strong, SIZE, bool(self.tag.point)) if n < len(self.strong) else (_soft, SMALL, False)
            play = (self.width - width(line, size, bold)) / 2
            x = min(max(self.tag.at, centre - play), centre + play)
            words.append(write(self.tag, x, y + n * LEADING, line, "middle"))
        return words


def height(tags: Sequence[Tag], *, left: float, right: float) -> float:
    """How tall the lane will be; nothing without labels."""
    words = lane(tags, left=left, right=right, top=0)
    return max(each.y for each in words) - SIZE + LEADING if words else 0


def is_level(tags: Sequence[Tag], *, left: float, right: float) -> bool:
    """Whether all labels can stand side by side, each at its own mark."""
    return _level(tags, left=left, right=right) is not None


def lane(tags: Sequence[Tag], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    """The words of the lane between `left` and `right`, from `top` downwards."""
    level = _level(tags, left=left, right=right)
    if level is None:
        return _stacked([tag.fold(right - left) for tag in tags], left=left, right=right, top=top)
    return tuple(words for each, centre in level for words in each.words(centre, top + SIZE))


def _level(tags: Sequence[Tag], *, left: float, right: float) -> list[tuple[_Folded, float]] | None:
    """Each label and the middle of its block; None where one would leave its mark."""
    if not tags:
        return []
    ordered = sorted(tags, key=lambda tag: tag.at)
    share = (right - left - _GAP * (len(tags) - 1)) / len(tags)
    for limit in (right - left, share) if share >= _NARROWEST else (right - left,):
        folded = [tag.fold(limit) for tag in ordered]
        widths = [each.width for each in folded]
        centres = spread_labels([tag.at for tag in ordered], widths, low=left, high=right, gap=_GAP)
        if centres is not None and all(each.is_over(centre) for each, centre in zip(folded, centres, strict=True)):
            return list(zip(folded, centres, strict=True))
    return None


def _stacked(folded: Sequence[_Folded], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    """One under the other, each as near under its mark as the lane's ends allow."""
    words: list[Words] = []
    y = top + SIZE
    for each in folded:
        centre = min(max(each.tag.at, left + each.width / 2), right - each.width / 2)
        words += each.words(centre, y)
        y += LEADING * len((*each.strong, *each.soft))
    return tuple(words)


def _strong(tag: Tag, x: float, y: float, text: str, anchor: str) -> Words:
    role = Role.LABEL if tag.point else Role.NOTE
    return Words(x, y, text, role, SIZE, anchor=anchor, bold=bool(tag.point), point=tag.point)


def _soft(tag: Tag, x: float, y: float, text: str, anchor: str) -> Words:
    return Words(x, y, text, Role.NOTE, SMALL, anchor=anchor, point=tag.point)


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
