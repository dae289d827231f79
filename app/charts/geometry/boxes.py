"""The room that words and counted squares take, a ledger of the room that is taken, and labels that share a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.charts.geometry.text import ASCENT, DESCENT, width
from app.charts.layout import Box, Words


def box_of(words: Words) -> Box:
    """The box a line of text fills around its baseline, with the reserve of the glyph table."""
    across = width(words.text, words.size, words.bold)
    left = {"start": words.x, "middle": words.x - across / 2, "end": words.x - across}[words.anchor]
    return Box(left, words.y - ASCENT * words.size, across, (ASCENT + DESCENT) * words.size)


def inside(box: Box, frame: Box) -> bool:
    """Whether all of the box lies in the frame."""
    return box.x >= frame.x and box.y >= frame.y and box.right <= frame.right and box.bottom <= frame.bottom


def is_free(box: Box, taken: Iterable[Box]) -> bool:
    return not any(box.meets(other) for other in taken)


def along(points: Sequence[tuple[float, float]], *, step: float = 4, half: float = 2) -> list[Box]:
    """Small boxes strung along a line, so that labels keep off it."""
    boxes: list[Box] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, round(max(abs(x2 - x1), abs(y2 - y1)) / step))
        for n in range(count + 1):
            x, y = x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count
            boxes.append(Box(x - half, y - half, 2 * half, 2 * half))
    return boxes


def spread_labels(
    wishes: Sequence[float], widths: Sequence[float], *, low: float, high: float, gap: float = 8
) -> tuple[float, ...] | None:
    """The centres of labels that wish to stand at `wishes` (ascending), kept apart and within `low` to `high`.

    None when all of them together do not fit on the line.
    """
    if sum(widths) + gap * (len(widths) - 1) > high - low:
        return None
    centres: list[float] = []
    edge = low
    for wish, across in zip(wishes, widths, strict=True):
        centres.append(max(wish, edge + across / 2))
        edge = centres[-1] + across / 2 + gap
    edge = high
    for n in range(len(centres) - 1, -1, -1):
        centres[n] = min(centres[n], edge - widths[n] / 2)
        edge = centres[n] - widths[n] / 2 - gap
    return tuple(centres)


#: People count by tens.
TEN = 10
_SMALL = 50


@dataclass(frozen=True)
class SquareGrid:
    """`side` and `gap` in pixels, `across` squares to the row."""

    count: int
    across: int = TEN
    side: float = 14.0
    gap: float = 3.0

    @property
    def width(self) -> float:
        return min(self.count, self.across) * (self.side + self.gap) - self.gap

    @property
    def height(self) -> float:
        return -(-self.count // self.across) * (self.side + self.gap) - self.gap

    def boxes(self, x: float, y: float) -> tuple[Box, ...]:
        """The squares in reading order, the first with its corner at (x, y)."""
        step = self.side + self.gap
        return tuple(
            Box(x + n % self.across * step, y + n // self.across * step, self.side, self.side)
            for n in range(self.count)
        )


def to_the_row(count: int) -> int:
    """Tens, for people count by tens; but a small number that makes a full rectangle is set as one (21: 7 by 3)."""
    if count <= TEN or count % TEN == 0 or count > _SMALL:
        return TEN
    return next((across for across in range(TEN, 4, -1) if count % across == 0), TEN)
