"""A picture of words alone: of a page without a chart, or of a chart too high for the shape."""

from dataclasses import dataclass

from app.charts.frames.poster import Poster, PosterLine, plain_lines, stack_blocks
from app.charts.geometry.glyphs import balance_lines
from app.charts.layout import Area, Box, Role, Words
from app.charts.scene import Emphasis
from app.model.text import Lang

_EDGE, _SEAL = 80.0, 30.0
#: The sizes a title is tried in, the largest first.
_TITLES = (64.0, 56.0, 48.0, 42.0, 36.0)
_TEXT, _SMALL, _UNDER_TITLE = 30.0, 24.0, 14.0


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
            *stack_blocks(middle, _EDGE, _EDGE + _SEAL + (most - _high(middle)) / 2, under_title=_UNDER_TITLE),
            *stack_blocks(foot, _EDGE, height - _EDGE - _high(foot)),
        ),
        areas=(Area(Box(_EDGE, _EDGE, _SEAL, _SEAL), Role.BAND, Emphasis.BEIJING),),
    )


def _middle(card: TextCard, room: float, most: float) -> tuple[PosterLine, ...]:
    """The title and the text under it, at the largest size at which both fit; else the title alone."""
    text = plain_lines(card.text, _TEXT, 45, Role.SUBTITLE, room)
    titles = [_title(card.title, size, room) for size in _TITLES]
    both = [(*title, *text) for title in titles if _high((*title, *text)) + _UNDER_TITLE <= most]
    return next(iter(both), titles[-1])


def _title(title: str, size: float, room: float) -> tuple[PosterLine, ...]:
    lines = balance_lines(title, size, room, bold=True)
    return tuple(PosterLine(line, size, round(size * 1.3), Role.TITLE) for line in lines)


def _high(lines: tuple[PosterLine, ...]) -> float:
    return sum(line.leading for line in lines)
