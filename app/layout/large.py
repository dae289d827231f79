"""A figure set large, its qualifier and unit apart: 超 2,400 家."""

from dataclasses import dataclass

from app.layout.glyphs import RESERVE, width
from app.layout.layout import Role, Words
from app.scene.scene import Emphasis, Point


@dataclass(frozen=True)
class Piece:
    """A run of one size; `x` is from the start of the figure."""

    x: float
    text: str
    role: Role
    size: float
    bold: bool


@dataclass(frozen=True)
class Large:
    """The pieces of a figure on one baseline, and how much room they take."""

    pieces: tuple[Piece, ...]
    width: float
    size: float

    def words(self, x: float, y: float, point: Point) -> tuple[Words, ...]:
        """The pieces from `x` on the baseline `y`; the qualifier keeps the point's hue."""
        return tuple(
            Words(
                x + piece.x,
                y,
                piece.text,
                piece.role,
                piece.size,
                bold=piece.bold,
                emphasis=_hue(piece, point),
                point=point.id,
            )
            for piece in self.pieces
        )


def large(point: Point, size: float, *, limit: float) -> Large:
    """The figure at `size`, or as much smaller as `limit` asks; small parts never fall below 13 px."""
    made = _set(point, size)
    while made.width > limit and size > 15:
        size -= 1
        made = _set(point, size)
    return made


def _set(point: Point, size: float) -> Large:
    small = max(13.0, round(size * 0.52))
    digits, unit = _digits_and_unit(point)
    runs = (
        (point.qualifier, Role.QUALIFIER, small, False),
        (digits, Role.LARGE, size, True),
        (unit + _suffix(point), Role.LABEL, small, False),
    )
    pieces: list[Piece] = []
    x = 0.0
    for text, role, each, bold in runs:
        if text:
            pieces.append(Piece(x, text, role, each, bold))
            x += _advance(text, each, bold=bold)
    last = pieces[-1]
    return Large(tuple(pieces), last.x + width(last.text, last.size, last.bold), size)


def _advance(text: str, size: float, *, bold: bool) -> float:
    """Most of the reserve of the glyph table is taken back, or a large figure would stand far from its unit."""
    return width(text, size, bold) / RESERVE * 1.03 + (3 if bold or not text.isascii() else 7)


def _digits_and_unit(point: Point) -> tuple[str, str]:
    """English scale words (¥976.1 | billion) go to the unit, so that only digits are set large."""
    digits, _, scale = point.number.partition(" ")
    return digits, " ".join(word for word in (scale, point.unit_text) if word)


def _suffix(point: Point) -> str:
    """（推算） or (target), as the label ends: never left off."""
    if not (point.derived or point.target):
        return ""
    start = max(point.label.rfind("（"), point.label.rfind(" ("))
    return point.label[start:] if start >= 0 else ""


def _hue(piece: Piece, point: Point) -> Emphasis | None:
    return point.emphasis if piece.role is Role.QUALIFIER else None
