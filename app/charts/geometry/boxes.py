"""The room that words take, and a ledger of the room that is taken."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.charts.geometry.glyphs import ASCENT, DESCENT, width
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
