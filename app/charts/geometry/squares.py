"""Counted squares: a grid with so many to the row, filled from the top left."""

from dataclasses import dataclass

from app.charts.layout import Box

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
