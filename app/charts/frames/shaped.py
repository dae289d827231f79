"""A chart in a frame of a given shape: its words as large as they may be while the chart still fills the frame."""

import math
from collections.abc import Iterator
from dataclasses import replace

from app.charts.frames.poster import MARGIN, Poster, framed
from app.charts.layout import Layout
from app.charts.layout_chart import NARROWEST, WIDEST, layout_chart
from app.charts.scene import Scene

#: Open Graph's picture of a link, and the square that WeChat shows beside one.
CARD, SQUARE = (1200, 630), (1080, 1080)
#: Those are seen at a third of their size on a phone: words below this zoom could not be read there.
LEAST_IN_FEED = 1.3
#: A picture that is shown at its own size: words are 9 pixels high at the least.
LEAST_ALONE = 0.7
#: The frames that are tried, in units, are each wider than the one before by this.
_STEP = 1.1
#: In each the chart is tried at these parts of its width, for many are higher the wider they are.
_PARTS = (0.92, 0.84, 0.76, 0.68)
_LEAST_PART = 0.6
#: Large words count for more than a chart as wide as its frame: the pictures are often seen small.
_WEIGHT = 1.5


class TooHighError(ValueError):
    """The chart would have to be made so small for the shape that nobody could read it."""


def shaped(scene: Scene, size: tuple[float, float], *, least: float, signed: str = "") -> Poster:
    """The chart in a frame of exactly `size`, its words at least `least` times their usual size; else TooHighError."""
    found = list(_frames(scene, size, least, signed))
    if not found:
        raise TooHighError(f"{scene.chart_id} is too high for {size[0]:.0f} by {size[1]:.0f}")
    return max(found, key=_legible)


def _frames(scene: Scene, size: tuple[float, float], least: float, signed: str) -> Iterator[Poster]:
    """The chart as wide as its height allows in each frame that it fits at all."""
    width, height = size
    inner = NARROWEST + 2 * MARGIN
    while inner <= min(width / least, WIDEST):
        zoom, room = width / inner, inner - 2 * MARGIN
        high = height / zoom
        fits = next((each for each in _layouts(scene, room, signed, high)), None)
        if fits is not None:
            yield replace(framed(fits, room, signed=signed, height=high), width=width, height=height, zoom=zoom)
        inner = round(inner * _STEP)


def _layouts(scene: Scene, room: float, signed: str, high: float) -> Iterator[Layout]:
    """Those that fit, the widest first; where the narrowest is too high, those between are not tried."""

    def fits(layout: Layout) -> bool:
        return framed(layout, room, signed=signed).height <= high

    whole, narrowest = layout_chart(scene, room), max(room * _LEAST_PART, NARROWEST)
    if fits(whole):
        yield whole
    elif fits(last := layout_chart(scene, narrowest)):
        between = (layout_chart(scene, room * part) for part in _PARTS if room * part > narrowest)
        yield from (layout for layout in between if fits(layout))
        yield last


def _legible(frame: Poster) -> float:
    assert frame.layout is not None
    filled: float = frame.layout.width * frame.zoom / frame.width
    return filled * math.pow(frame.zoom, _WEIGHT)
