"""A chart on a slide: laid out for few pixels and enlarged, so that it is read from the back row."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.charts.layout import Layout
from app.charts.layout_chart import NARROWEST, layout_chart
from app.charts.registry import CHART_TYPES
from app.charts.scene import Scene

#: How many times a drawing is enlarged: the most that leaves it in its room. At twice, its smallest words (12 px)
#: are 24 px on a stage of 1080.
_TIMES = (4.2, 3.7, 3.2, 2.9, 2.6, 2.4, 2.2, 2.0, 1.8, 1.7, 1.6)
#: Points are not set into narrower columns than this.
_NARROWEST_COLUMN = 190.0
#: Below this the words of the slide go to the side, if the chart gains by it.
_SMALL = 2.4


@dataclass(frozen=True)
class StageRoom:
    """The space for a chart, in pixels of a stage that is 1920 × 1080 (720 × 1280 upright)."""

    width: float
    height: float


#: Under the slide's words; beside them; one of two; and the same on an upright stage.
WIDE, SIDE, HALF = StageRoom(1760, 600), StageRoom(1130, 850), StageRoom(850, 540)
TALL, TALL_HALF = StageRoom(640, 820), StageRoom(640, 390)


@dataclass(frozen=True)
class Enlarged:
    """A layout and how many times it is enlarged to fill its room's width."""

    layout: Layout
    times: float


@dataclass(frozen=True)
class Staged:
    """A chart for a wide stage and for an upright one; `beside`: on the wide one the words stand beside it."""

    wide: Enlarged
    tall: Enlarged
    beside: bool


def stage(scene: Scene) -> Staged:
    """The only chart of a slide."""
    wide = enlarged(scene, WIDE)
    side = enlarged(scene, SIDE) if wide.times < _SMALL else wide
    beside = side.times > wide.times
    return Staged(side if beside else wide, enlarged(scene, TALL), beside)


def stage_half(scene: Scene) -> Staged:
    """One of the two charts of a slide."""
    return Staged(enlarged(scene, HALF), enlarged(scene, TALL_HALF), beside=False)


def enlarged(scene: Scene, room: StageRoom) -> Enlarged:
    """As large as the room allows; one that is too high even at the least is left for the stage to shrink."""
    for most in _TIMES:
        times = min(most, room.width / NARROWEST)
        tried = [Enlarged(layout, times) for layout in _ways(scene, room.width / times)]
        fitting = [made for made in tried if made.layout.height * times <= room.height]
        if fitting:
            return fitting[0]
    return tried[0]


def _ways(scene: Scene, across: float) -> Iterator[Layout]:
    """As on a page; and in columns where the kind has them, as a stage is wider than high."""
    yield layout_chart(scene, across)
    layout_columns = CHART_TYPES[scene.kind].layout_columns
    if layout_columns and not scene.empty:
        for columns in (2, 3):
            if len(scene.points) > columns and across / columns >= _NARROWEST_COLUMN:
                yield layout_columns(scene, across, columns)
