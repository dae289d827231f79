"""Labels in a lane under their marks: side by side where they fit, else one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.glyphs import width, wrap
from app.layout.layout import Role, Words
from app.layout.spread import spread

SIZE, SMALL, LEADING = 13.0, 12.0, 17.0


@dataclass(frozen=True)
class Tag:
    """A label that wishes to stand at pixel `at`: a bold `text` with softer words (its date) under it.

    `point` is the figure it belongs to; a remark belongs to none and is soft itself.
    """

    at: float
    text: str
    under: str = ""
    point: str = ""

    @property
    def width(self) -> float:
        return max(width(self.text, SIZE, bool(self.point)), width(self.under, SMALL))


def height(tags: Sequence[Tag], *, left: float, right: float) -> float:
    """How tall the lane will be."""
    words = lane(tags, left=left, right=right, top=0)
    return max(each.y for each in words) - SIZE + LEADING


def lane(tags: Sequence[Tag], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    """The words of the lane between `left` and `right`, from `top` downwards."""
    ordered = sorted(tags, key=lambda tag: tag.at)
    centres = spread([tag.at for tag in ordered], [tag.width for tag in ordered], low=left, high=right, gap=14)
    if centres is None:
        return _listed(tags, left=left, right=right, top=top)
    return tuple(
        words for tag, centre in zip(ordered, centres, strict=True) for words in _centred(tag, centre, top + SIZE)
    )


def _centred(tag: Tag, centre: float, y: float) -> list[Words]:
    words = [_strong(tag, centre, y, tag.text, "middle")]
    return [*words, _soft(tag, centre, y + LEADING, tag.under, "middle")] if tag.under else words


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
