"""Pictures to take along: a chart between title and source line, in a given shape, long, or words alone."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.charts.geometry.text import Style, balance_lines, paragraph, wrap
from app.charts.layout import Area, Box, Layout, Role, Stroke, Words
from app.charts.registry import NARROWEST, WIDEST, layout_chart
from app.charts.scene import Emphasis, Scene
from app.model.text import Lang

MARGIN = 20.0
_UNDER_TITLE, _ABOVE_CHART, _UNDER_CHART = 5.0, 18.0, 10.0
_LEAST_UNDER_FOOT = 12.0


@dataclass(frozen=True)
class PosterLine:
    """One line of words and the distance from the line before."""

    text: str
    size: float
    leading: float
    role: Role


@dataclass(frozen=True)
class Poster:
    """A picture as it is drawn. `width` and `height` are its own; all else is in units that `zoom` multiplies.

    The chart stands at (`left`, `top`); a picture of words alone has none. `code` is kept free for a QR code.
    """

    lang: Lang
    title: str
    description: str
    width: float
    height: float
    words: tuple[Words, ...]
    layout: Layout | None = None
    left: float = 0.0
    top: float = 0.0
    zoom: float = 1.0
    areas: tuple[Area, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    code: Box | None = None


def poster(layout: Layout, *, margin: float = MARGIN, signed: str = "") -> Poster:
    """The chart as wide as it is laid out and as high as it needs; `signed` is said after its source."""
    return frame_layout(layout, layout.width, margin=margin, signed=signed)


def frame_layout(
    layout: Layout, room: float, *, margin: float = MARGIN, signed: str = "", height: float | None = None
) -> Poster:
    """The chart in a frame with `room` for words between its margins; a `height` beyond its need is left around it."""
    scene = layout.scene
    head, foot = head_lines(scene.title, scene.subtitle, room), foot_lines(scene.source_line, signed, room)
    above = stack_blocks(head, margin, margin)
    top = above[-1].y + _ABOVE_CHART if above else margin
    under = top + layout.height + _UNDER_CHART * bool(foot)
    needed = under + sum(line.leading for line in foot) + max(margin, _LEAST_UNDER_FOOT)
    spare = (height or needed) - needed
    return Poster(
        lang=scene.lang,
        title=scene.title,
        description=scene.description,
        width=room + 2 * margin,
        height=needed + spare,
        words=(*above, *stack_blocks(foot, margin, under + spare)),
        layout=layout,
        left=margin,
        top=top + spare / 2,
    )


def head_lines(title: str, subtitle: str, room: float) -> tuple[PosterLine, ...]:
    """The title, broken where the sense is, and the subtitle under it."""
    titled = balance_lines(title, 20, room, bold=True) if title else ()
    return (*_lines(titled, 20, 28, Role.TITLE), *plain_lines(subtitle, 13, 19, Role.SUBTITLE, room))


def foot_lines(source_line: str, signed: str, room: float) -> tuple[PosterLine, ...]:
    """Whence the figures are, and whose picture it is or where it stands."""
    return tuple(line for text in (source_line, signed) for line in plain_lines(text, 12, 17, Role.SOURCE, room))


def plain_lines(text: str, size: float, leading: float, role: Role, room: float) -> tuple[PosterLine, ...]:
    """A text broken to the room, a short one without a rest left over; nothing for an empty one."""
    # An address is broken where its line is full: it has no sense to be broken by.
    lines = wrap(text, size, room) if "://" in text else paragraph(text, Style(role, size), room).lines
    return _lines(lines, size, leading, role)


def stack_blocks(
    lines: Iterable[PosterLine], left: float, top: float, *, under_title: float = _UNDER_TITLE
) -> tuple[Words, ...]:
    """The lines one under the other, with a little more below a title."""
    placed: list[Words] = []
    y = top
    for line in lines:
        y += line.leading + (under_title if placed and placed[-1].role is Role.TITLE is not line.role else 0)
        placed.append(Words(left, y, line.text, line.role, line.size, bold=line.role is Role.TITLE))
    return tuple(placed)


def _lines(texts: Iterable[str], size: float, leading: float, role: Role) -> tuple[PosterLine, ...]:
    return tuple(PosterLine(text, size, leading, role) for text in texts)


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


def shape_poster(scene: Scene, size: tuple[float, float], *, least: float, signed: str = "") -> Poster:
    """The chart in a frame of exactly `size`, its words at least `least` times their usual size; else TooHighError."""
    frames = list(_frames(scene, size, least, signed))
    if not frames:
        raise TooHighError(f"{scene.chart_id} is too high for {size[0]:.0f} by {size[1]:.0f}")
    return max(frames, key=_legibility)


def _frames(scene: Scene, size: tuple[float, float], least: float, signed: str) -> Iterator[Poster]:
    """The chart as wide as its height allows in each frame that it fits at all."""
    width, height = size
    inner = NARROWEST + 2 * MARGIN
    while inner <= min(width / least, WIDEST):
        zoom, room = width / inner, inner - 2 * MARGIN
        high = height / zoom
        fits = next((each for each in _layouts(scene, room, signed, high)), None)
        if fits is not None:
            yield replace(frame_layout(fits, room, signed=signed, height=high), width=width, height=height, zoom=zoom)
        inner = round(inner * _STEP)


def _layouts(scene: Scene, room: float, signed: str, high: float) -> Iterator[Layout]:
    """Those that fit, the widest first; where the narrowest is too high, those between are not tried."""

    def fits(layout: Layout) -> bool:
        return frame_layout(layout, room, signed=signed).height <= high

    whole, narrowest = layout_chart(scene, room), max(room * _LEAST_PART, NARROWEST)
    if fits(whole):
        yield whole
    elif fits(last := layout_chart(scene, narrowest)):
        between = (layout_chart(scene, room * part) for part in _PARTS if room * part > narrowest)
        yield from (layout for layout in between if fits(layout))
        yield last


def _legibility(frame: Poster) -> float:
    assert frame.layout is not None
    filled: float = frame.layout.width * frame.zoom / frame.width
    return filled * math.pow(frame.zoom, _WEIGHT)


#: In units of which three are drawn as one of 1,080 pixels: words are as large as a phone's own.
WIDTH, SCALE = 360.0, 3
_CODE, _GAP = 96.0, 16.0


def long_picture(scene: Scene, *, site_name: str, invitation: str, address: str) -> Poster:
    """The chart at a phone's width with all that is said below it; without an `address` there is no code."""
    room = WIDTH - 2 * MARGIN
    above = poster(layout_chart(scene, room))
    notes = tuple(line for note in scene.notes for line in plain_lines(f"· {note}", 12, 18, Role.NOTE, room))
    top = above.height - MARGIN / 2
    said = stack_blocks(notes, MARGIN, top)
    rule = top + sum(line.leading for line in notes) + MARGIN
    beside = room - (_CODE + _GAP if address else 0)
    lines = (
        *plain_lines(site_name, 14, 20, Role.NAME, beside),
        *(plain_lines(invitation, 12, 18, Role.SUBTITLE, beside) if address else ()),
        *plain_lines(address, 11, 16, Role.SOURCE, beside),
    )
    high = sum(line.leading for line in lines)
    if not address:
        return _ended(above, said, rule, stack_blocks(lines, MARGIN, rule + 4), rule + high + MARGIN)
    code = Box(WIDTH - MARGIN - _CODE, rule + MARGIN, _CODE, _CODE)
    words = stack_blocks(lines, MARGIN, code.y + max(0, (_CODE - high) / 2) - 3)
    ended = _ended(above, said, rule, words, max(code.bottom, code.y + high) + MARGIN)
    return replace(ended, code=code)


def _ended(above: Poster, said: tuple[Words, ...], rule: float, words: tuple[Words, ...], height: float) -> Poster:
    line = Stroke(((MARGIN, rule), (WIDTH - MARGIN, rule)), Role.GRID)
    return replace(above, height=height, words=(*above.words, *said, *words), strokes=(line,))


_EDGE, _SEAL = 80.0, 30.0
#: The sizes a title is tried in, the largest first.
_TITLES = (64.0, 56.0, 48.0, 42.0, 36.0)
_TEXT, _SMALL, _UNDER_CARD_TITLE = 30.0, 24.0, 14.0


@dataclass(frozen=True)
class TextCard:
    """What such a picture says: whose it is, its title, a sentence or two, and a line at its foot."""

    lang: Lang
    site_name: str
    title: str
    text: str
    foot: str


def text_card(card: TextCard, size: tuple[float, float]) -> Poster:
    """The words in a frame of exactly `size`, as large as they fit; a text that would not fit is left out."""
    width, height = size
    room = width - 2 * _EDGE
    foot = plain_lines(card.foot, _SMALL, 36, Role.SOURCE, room)
    most = height - 2 * _EDGE - _SEAL - _high(foot) - 2 * _SMALL
    middle = _middle(card, room, most)
    name = Words(_EDGE + _SEAL + 14, _EDGE + _SEAL - 6, card.site_name, Role.SUBTITLE, _SMALL)
    return Poster(
        lang=card.lang,
        title=card.title,
        description=card.text,
        width=width,
        height=height,
        words=(
            name,
            *stack_blocks(middle, _EDGE, _EDGE + _SEAL + (most - _high(middle)) / 2, under_title=_UNDER_CARD_TITLE),
            *stack_blocks(foot, _EDGE, height - _EDGE - _high(foot)),
        ),
        areas=(Area(Box(_EDGE, _EDGE, _SEAL, _SEAL), Role.BAND, Emphasis.BEIJING),),
    )


def _middle(card: TextCard, room: float, most: float) -> tuple[PosterLine, ...]:
    """The title and the text under it, at the largest size at which both fit; else the title alone."""
    text = plain_lines(card.text, _TEXT, 45, Role.SUBTITLE, room)
    titles = [_title(card.title, size, room) for size in _TITLES]
    both = [(*title, *text) for title in titles if _high((*title, *text)) + _UNDER_CARD_TITLE <= most]
    return next(iter(both), titles[-1])


def _title(title: str, size: float, room: float) -> tuple[PosterLine, ...]:
    lines = balance_lines(title, size, room, bold=True)
    return tuple(PosterLine(line, size, round(size * 1.3), Role.TITLE) for line in lines)


def _high(lines: tuple[PosterLine, ...]) -> float:
    return sum(line.leading for line in lines)
