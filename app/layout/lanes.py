"""Labels in a lane under their marks: on one line where they fit side by side, else each on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.glyphs import width, wrap
from app.layout.layout import Role, Words
from app.layout.spread import spread

SIZE, LEADING = 13.0, 18.0


@dataclass(frozen=True)
class Tag:
    """A text that wishes to stand at pixel `at`; `point` is the figure it belongs to, none for a remark."""

    at: float
    text: str
    point: str = ""

    @property
    def is_bold(self) -> bool:
        return bool(self.point)


def height(tags: Sequence[Tag], *, left: float, right: float) -> float:
    """How tall the lane will be."""
    return len(_rows(tags, left=left, right=right)) * LEADING


def lane(tags: Sequence[Tag], *, left: float, right: float, top: float) -> tuple[Words, ...]:
    """The words of the lane between `left` and `right`, from `top` downwards."""
    rows = _rows(tags, left=left, right=right)
    return tuple(
        Words(
            x,
            top + n * LEADING + SIZE,
            text,
            Role.LABEL if tag.is_bold else Role.NOTE,
            SIZE,
            anchor=anchor,
            bold=tag.is_bold,
            point=tag.point,
        )
        for n, row in enumerate(rows)
        for x, text, anchor, tag in row
    )


def _rows(tags: Sequence[Tag], *, left: float, right: float) -> list[list[tuple[float, str, str, Tag]]]:
    ordered = sorted(tags, key=lambda tag: tag.at)
    widths = [width(tag.text, SIZE, tag.is_bold) for tag in ordered]
    centres = spread([tag.at for tag in ordered], widths, low=left, high=right, gap=14)
    if centres is not None:
        return [[(c, tag.text, "middle", tag) for c, tag in zip(centres, ordered, strict=True)]]
    return [
        [(left, line, "start", tag)] for tag in tags for line in wrap(tag.text, SIZE, right - left, bold=tag.is_bold)
    ]
