"""Labels in a lane by their marks: side by side where each can stay at its own, else one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.glyphs import balance_lines, width
from app.charts.layout import Role, Words

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
        found = []
        for n, line in enumerate((*self.strong, *self.soft)):
            write, size, bold = (_strong, SIZE, bool(self.tag.point)) if n < len(self.strong) else (_soft, SMALL, False)
            play = (self.width - width(line, size, bold)) / 2
            x = min(max(self.tag.at, centre - play), centre + play)
            found.append(write(self.tag, x, y + n * LEADING, line, "middle"))
        return found


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
