"""What a chart stands in: a frame in an article, a slide of the stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from app.charts.geometry.text import RESERVE, wrap
from app.charts.layout import Layout
from app.charts.registry import CHART_TYPES, NARROWEST, layout_chart
from app.charts.scene import Scene

#: From the narrowest frame there is to a wide column; the frame shows the widest that fits, unscaled.
WIDTHS = (280, 326, 356, 440, 530, 720, 960)
#: A drawing of many marks comes in fewer widths, or the first load would be beyond its 15 KB.
_FEW = (280, 440, 720)
_TWO = (280, 530)
_MANY, _VERY_MANY = 30, 60
#: The empty space beside and above the chart, as assets/embed.css has it.
PADDING = 16
_ABOVE = 12
#: The line heights of assets/embed.css: title, subtitle, notes and source line, the row of closed details.
_TITLE, _SUBTITLE, _SMALL, _TOOLS = 26.0, 20.0, 19.0, 36.0
#: The link behind the source line, in pixels of its last line.
_LINK = 160.0


def frame_widths(scene: Scene) -> tuple[int, ...]:
    """The widths an embed of the scene is drawn at."""
    count = len(scene.points) + len(scene.events)
    if count > _VERY_MANY:
        return _TWO
    return _FEW if count > _MANY else WIDTHS


def drawn_at(scene: Scene, frame: float) -> int:
    """The width of the drawing that a frame of `frame` pixels shows."""
    room = content_width(frame)
    return max((each for each in frame_widths(scene) if each <= room), default=WIDTHS[0])


def content_width(frame: float) -> float:
    """What the padding leaves of a frame; the narrowest chart has the whole of it."""
    return max(frame - 2 * PADDING, min(frame, WIDTHS[0]))


def frame_height(scene: Scene, frame: float, drawing: float) -> int:
    """The pixels an embed needs while closed, `drawing` of them for the chart; its script tells the exact number."""
    room = content_width(frame) * RESERVE
    total = _ABOVE + len(wrap(scene.title, 20, room, bold=True)) * _TITLE + drawing
    if scene.subtitle:
        total += len(wrap(scene.subtitle, 14, room)) * _SUBTITLE + 16
    if scene.notes:
        total += 8 + sum(len(wrap(note, 13, room - 14)) for note in scene.notes) * _SMALL
    return ceil(total + _TOOLS + 14 + len(wrap(scene.source_line, 13, max(room - _LINK, room / 2))) * _SMALL + _ABOVE)


#: How many times a drawing is enlarged: the most that leaves it in its room. At twice, its smallest words (12 px)
#: are 24 px on a stage of 1080.
_TIMES = (4.2, 3.7, 3.2, 2.9, 2.6, 2.4, 2.2, 2.0, 1.8, 1.7, 1.6)
#: Points are not set into narrower columns than this.
_NARROWEST_COLUMN = 190.0
#: Below this the words of the slide go to the side, if the chart gains by it.
_TOO_SMALL = 2.4


@dataclass(frozen=True)
class StageRoom:
    """The space for a chart, in pixels of a stage that is 1920 × 1080 (720 × 1280 upright)."""

    width: float
    height: float


#: Under the slide's words; beside them; one of two; and the same on an upright stage.
WIDE, SIDE, HALF = StageRoom(1760, 600), StageRoom(1130, 850), StageRoom(850, 540)
TALL, TALL_HALF = StageRoom(640, 820), StageRoom(640, 390)


@dataclass(frozen=True)
class Enlargement:
    """A layout and how many times it is enlarged to fill its room's width."""

    layout: Layout
    times: float


@dataclass(frozen=True)
class StageDrawing:
    """A chart for a wide stage and for an upright one; `beside`: on the wide one the words stand beside it."""

    wide: Enlargement
    tall: Enlargement
    beside: bool


def stage(scene: Scene) -> StageDrawing:
    """The only chart of a slide."""
    wide = enlarge(scene, WIDE)
    side = enlarge(scene, SIDE) if wide.times < _TOO_SMALL else wide
    beside = side.times > wide.times
    return StageDrawing(side if beside else wide, enlarge(scene, TALL), beside)


def stage_half(scene: Scene) -> StageDrawing:
    """One of the two charts of a slide."""
    return StageDrawing(enlarge(scene, HALF), enlarge(scene, TALL_HALF), beside=False)


def enlarge(scene: Scene, room: StageRoom) -> Enlargement:
    """As large as the room allows; one that is too high even at the least is left for the stage to shrink."""
    for most in _TIMES:
        times = min(most, room.width / NARROWEST)
        ways = [Enlargement(layout, times) for layout in _ways(scene, room.width / times)]
        fitting = [made for made in ways if made.layout.height * times <= room.height]
        if fitting:
            return fitting[0]
    return ways[0]


def _ways(scene: Scene, across: float) -> Iterator[Layout]:
    """As on a page; and in columns where the kind has them, as a stage is wider than high."""
    yield layout_chart(scene, across)
    layout_columns = CHART_TYPES[scene.kind].layout_columns
    if layout_columns and not scene.empty:
        for columns in (2, 3):
            if len(scene.points) > columns and across / columns >= _NARROWEST_COLUMN:
                yield layout_columns(scene, across, columns)
