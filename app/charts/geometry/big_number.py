"""A figure set large, its qualifier and unit apart: 超 2,400 家."""

from dataclasses import dataclass, replace

from app.charts.geometry.text import RESERVE, Paragraph, Style, paragraph, width
from app.charts.layout import Role, Words
from app.charts.scene import Emphasis, Point

#: A figure may be set this much smaller to keep its unit beside it; nothing is set smaller than the last.
_LITTLE, _SMALLEST = 0.72, 14.0
_BELOW = Style(Role.LABEL, 14)


@dataclass(frozen=True)
class NumberPiece:
    """A run of one size; `x` is from the start of the figure."""

    x: float
    text: str
    role: Role
    size: float
    bold: bool


@dataclass(frozen=True)
class BigNumber:
    """The pieces of a figure on one baseline, and how much room they take; `unit` is a long unit under it."""

    pieces: tuple[NumberPiece, ...]
    across: float
    size: float
    unit: Paragraph

    @property
    def width(self) -> float:
        return max(self.across, self.unit.widest)

    @property
    def depth(self) -> float:
        """What the unit takes under the baseline's line."""
        return self.unit.height

    def words(self, x: float, y: float, point: Point) -> tuple[Words, ...]:
        """The pieces from `x` on the baseline `y`; the qualifier keeps the point's hue."""
        below = self.unit.words(x, y + 0.25 * self.size + 2, point=point.id)
        return (
            tuple(
                Words(
                    x + piece.x,
                    y,
                    piece.text,
                    piece.role,
                    piece.size,
                    bold=piece.bold,
                    emphasis=point.emphasis if piece.role is Role.QUALIFIER else None,
                    point=point.id,
                )
                for piece in self.pieces
            )
            + below
        )


def big_number(point: Point, size: float, *, limit: float) -> BigNumber:
    """The figure at `size`, or a little smaller; where that is still too wide, its unit goes under it."""
    for each in range(int(size), int(size * _LITTLE), -1):
        made = _set(point, each, with_unit=True)
        if made.across <= limit:
            return made
    below = paragraph((point.label.measure + point.label.bracketed_mark).strip(), _BELOW, limit)
    while True:
        made = replace(_set(point, size, with_unit=False), unit=below)
        if made.across <= limit or size <= _SMALLEST:
            return made
        size -= 1


def _set(point: Point, size: float, *, with_unit: bool) -> BigNumber:
    label = point.label
    small = max(13.0, round(size * 0.52))
    # The grey of others is for marks: a qualifier in it would be too pale to read.
    role = Role.LABEL if point.emphasis is Emphasis.OTHER else Role.QUALIFIER
    # A percent sign belongs to its number: 44.3%, not 44.3 %.
    sign, unit = (label.measure, "") if label.is_percent else ("", label.measure)
    runs = (
        (label.qualifier, role, small, False),
        (label.number + sign if with_unit else label.number, Role.LARGE, size, True),
        ((unit + label.bracketed_mark).strip() if with_unit else "", Role.LABEL, small, False),
    )
    pieces: list[NumberPiece] = []
    x = 0.0
    for text, role, each, bold in runs:
        if text:
            pieces.append(NumberPiece(x, text, role, each, bold))
            x += _advance(text, each, bold=bold)
    last = pieces[-1]
    return BigNumber(tuple(pieces), last.x + width(last.text, last.size, last.bold), size, Paragraph((), _BELOW))


def _advance(text: str, size: float, *, bold: bool) -> float:
    """Most of the reserve of the glyph table is taken back, or a large figure would stand far from its unit."""
    return width(text, size, bold) / RESERVE * 1.03 + (3 if bold or not text.isascii() else 7)
