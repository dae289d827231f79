"""A picture to take along: a chart with its title above it and its source line below, all in one frame."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.charts.geometry.glyphs import balance_lines, wrap
from app.charts.geometry.paragraph import Style, paragraph
from app.charts.layout import Area, Box, Layout, Role, Stroke, Words
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
    return framed(layout, layout.width, margin=margin, signed=signed)


def framed(
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
