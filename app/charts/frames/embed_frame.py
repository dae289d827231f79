"""How an embed stands in a frame: at which widths its chart is drawn, and how much height it will take."""

from math import ceil

from app.charts.geometry.glyphs import RESERVE, wrap
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
