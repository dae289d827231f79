"""A chart as PowerPoint keeps it: rows, and a column for each way a number may be known: none passes for exact."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.charts.scene import Emphasis
from app.data.datum import Openness


class NativeForm(StrEnum):
    """What PowerPoint draws: bars in rows, points in time with lines, parts stacked in rows."""

    BARS = "bars"
    POINTS = "points"
    STACK = "stack"


class NativePart(StrEnum):
    """What a column's bars are: a figure, the light whole behind a share, the two ends of a printed range."""

    FIGURE = "figure"
    WHOLE = "whole"
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True)
class NativeCell:
    """One number in the chart's unit, the words that stand at it (never empty for a figure), and its looks."""

    value: Decimal
    label: str = ""
    emphasis: Emphasis = Emphasis.BEIJING
    openness: Openness = Openness.CLOSED
    derived: bool = False
    target: bool = False
    #: Others are spoken of.
    faded: bool = False

    @property
    def hue(self) -> str:
        """The colour token of its mark: ink for a goal."""
        return "ink" if self.target else self.emphasis.value


@dataclass(frozen=True)
class NativeColumn:
    """A series: its name says what its numbers are (超（下限）, 确数 …); None where a row has no such number."""

    name: str
    cells: tuple[NativeCell | None, ...]
    part: NativePart = NativePart.FIGURE
    joined: bool = False
    #: Which of the hatchings tells this part of a stack from its neighbours; 0 is plain.
    pattern: int = 0

    @property
    def first(self) -> NativeCell:
        return next(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class NativeRow:
    """A category; `day` is where it stands in time, for points in time."""

    name: str
    day: date | None = None


@dataclass(frozen=True)
class Native:
    """A chart that PowerPoint draws and its user can edit. `unit` heads the numbers of its workbook."""

    form: NativeForm
    rows: tuple[NativeRow, ...]
    columns: tuple[NativeColumn, ...]
    unit: str
    #: The end of the axis where the print knows it: 100 % of a share.
    most: Decimal | None = None
    #: The names of a stack's parts stand under it.
    legend: bool = False

    @property
    def cells(self) -> tuple[NativeCell, ...]:
        return tuple(cell for column in self.columns for cell in column.cells if cell is not None)

    @property
    def largest(self) -> Decimal:
        return max(cell.value for cell in self.cells)


@dataclass(frozen=True)
class SlideFrame:
    """The plot within its frame, in parts of it, and the sizes of text in points."""

    left: float
    top: float
    width: float
    height: float
    size: float
    #: Of the names of rows, and of a legend.
    names: float
    #: How wide the frame is, in points.
    across: float
    #: The gap between bars, in percent of a bar.
    gap: int = 60
