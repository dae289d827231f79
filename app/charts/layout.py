"""Where everything in a chart stands, in pixels from the top left; what every drawing renderer reads."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.charts.scene import Emphasis, Event, Point, Scene


class Role(StrEnum):
    """What a line, area or text is for; the stylesheet and the palettes give each its colour and weight."""

    GRID = "grid"
    AXIS = "axis"
    TICK = "tick"
    LABEL = "label"
    NAME = "name"
    NOTE = "note"
    GAP = "gap"
    JOIN = "join"
    BAND = "band"
    LARGE = "large"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SOURCE = "source"
    QUALIFIER = "qualifier"


class Form(StrEnum):
    """What a mark is drawn as: a dot, a bar from its foot, a span from low to high, squares, a diamond, a cell."""

    DOT = "dot"
    BAR = "bar"
    SPAN = "span"
    SQUARES = "squares"
    DIAMOND = "diamond"
    CELL = "cell"


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap by more than a touch."""
        return (
            self.x < other.right - 0.5
            and other.x < self.right - 0.5
            and self.y < other.bottom - 0.5
            and other.y < self.bottom - 0.5
        )


@dataclass(frozen=True)
class Tick:
    """A tick: its value on the axis, its pixel, its words."""

    value: float
    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """A numeric axis: `low` at pixel `start`, `high` at pixel `end`; log axes hold the common logarithms."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[Tick, ...] = ()
    log: bool = False
    title: str = ""

    def at(self, value: float) -> float:
        """The pixel of a value (of its logarithm, on a log axis)."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True)
class Stroke:
    """A straight line or a run of lines through `points`."""

    points: tuple[tuple[float, float], ...]
    role: Role
    emphasis: Emphasis | None = None
    dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A filled rectangle that is no mark: a band, a background."""

    box: Box
    role: Role
    emphasis: Emphasis | None = None
    #: As `Mark.pattern`: a swatch beside the name of a part.
    pattern: int = 0


@dataclass(frozen=True)
class Words:
    """A line of text: its baseline start, middle or end at (x, y)."""

    x: float
    y: float
    text: str
    role: Role
    size: float = 13
    anchor: str = "start"
    bold: bool = False
    emphasis: Emphasis | None = None
    #: The observation the text belongs to, so that a click on the label leads to the evidence too.
    point: str = ""


@dataclass(frozen=True)
class Mark:
    """A figure or event in its place. `x`, `y`: its centre of attention (the end of a bar, the dot).

    `box` is the bar, span or cell in pixels. `data_x`, `data_y` are the values on the axes, for Plotly; `along`
    says along which axis the value runs, so that an open end knows where to point.
    """

    point: Point | Event
    form: Form
    x: float
    y: float
    along: str
    data_x: float
    data_y: float
    box: Box | None = None
    #: For SQUARES: the pixel boxes of the counted squares, and how many of them are filled.
    squares: tuple[Box, ...] = ()
    filled: int = 0
    pattern: int = 0


@dataclass(frozen=True)
class Layout:
    """A chart laid out at one width. `plot` is the area the axes span; all coordinates are pixels."""

    scene: Scene
    width: float
    height: float
    plot: Box
    x: Axis | None = None
    y: Axis | None = None
    areas: tuple[Area, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass
class LayoutBuilder:
    """Filled from the top down by one layout function; `bottom` is where the next part begins."""

    scene: Scene
    width: float
    bottom: float = 0.0
    areas: list[Area] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def line(self, *points: tuple[float, float], role: Role = Role.GRID, emphasis: Emphasis | None = None) -> None:
        self.strokes.append(Stroke(points, role, emphasis))

    def layout(self, *, plot: Box | None = None, x: Axis | None = None) -> Layout:
        """The finished chart; without axes the plot is all of it."""
        return Layout(
            scene=self.scene,
            width=self.width,
            height=self.bottom,
            plot=plot or Box(0, 0, self.width, self.bottom),
            x=x,
            areas=tuple(self.areas),
            strokes=tuple(self.strokes),
            marks=tuple(self.marks),
            words=tuple(self.words),
        )


#: Phones of 320, 360 and 390 px with their margins, half a small and half a large desktop page, a full column.
WIDTHS = (288, 326, 356, 440, 530, 720)

#: Of a drawing that stands beside many others, so that a page of a dozen is half as long; assets/site.css knows them.
FEW = (288, 326, 356, 530)


def fitting(width: float) -> int:
    """The largest of the widths not above `width`, or the smallest of all."""
    return max((each for each in WIDTHS if each <= width), default=WIDTHS[0])
