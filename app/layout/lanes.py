"""Labels in a lane under their marks: side by side where they fit, else one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.glyphs import balanced, width, wrap
from app.layout.layout import Role, Words
from app.layout.spread import spread

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
        under = balanced(self.under, SMALL, limit) if self.under else ()
        return _Folded(self, balanced(self.text, SIZE, limit, bold=bool(self.point)), under)


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

    def words(self, centre: float, y: float) -> list[Words]:
        rows = [(_strong, line) for line in self.strong] + [(_soft, line) for line in self.soft]
        return [write(self.tag, centre, y + n * LEADING, line, "middle") for n, (write, line) in enumerate(rows)]


def height(tags: Sequence[Tag], *, left: float, right: float) -> float:
    """How tall the lane will be."""
    words = lane(tags, left=left, right=right, top=0)
    return max(each.y for each in words) - SIZE + LEADING


def lane(tags: Sequence[Tag], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    """The words of the lane between `left` and `right`, from `top` downwards."""
    ordered = sorted(tags, key=lambda tag: tag.at)
    share = (right - left - _GAP * (len(tags) - 1)) / len(tags)
    for limit in (right - left, share) if share >= _NARROWEST else (right - left,):
        folded = [tag.fold(limit) for tag in ordered]
        widths = [each.width for each in folded]
        centres = spread([tag.at for tag in ordered], widths, low=left, high=right, gap=_GAP)
        if centres is not None:
            rows = zip(folded, centres, strict=True)
            return tuple(words for each, centre in rows for words in each.words(centre, top + SIZE))
    return _listed(tags, left=left, right=right, top=top)


def _listed(tags: Sequence[Tag], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    words: list[Words] = []
    y = top + SIZE
    for tag in tags:
        for line in wrap(tag.text, SIZE, right - left, bold=bool(tag.point)):
            words.append(_strong(tag, left, y, line, "start"))
            y += LEADING
        behind = left + width(tag.text, SIZE, bool(tag.point)) + 8
        if tag.under and behind + width(tag.under, SMALL) <= right:
            words.append(_soft(tag, behind, y - LEADING, tag.under, "start"))
            continue
        for line in wrap(tag.under, SMALL, right - left) if tag.under else ():
            words.append(_soft(tag, left, y, line, "start"))
            y += LEADING
    return tuple(words)


def _strong(tag: Tag, x: float, y: float, text: str, anchor: str) -> Words:
    role = Role.LABEL if tag.point else Role.NOTE
    return Words(x, y, text, role, SIZE, anchor=anchor, bold=bool(tag.point), point=tag.point)


def _soft(tag: Tag, x: float, y: float, text: str, anchor: str) -> Words:
    return Words(x, y, text, Role.NOTE, SMALL, anchor=anchor, point=tag.point)
