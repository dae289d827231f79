"""A deck made ready for the stage: every chart drawn for a wide and for an upright one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from app.charts.frames.stage_frame import Enlarged, Staged, stage, stage_half
from app.charts.layout import Box
from app.decks.deck import Deck, Exhibit, Slide
from app.renderers.qr import qr
from app.renderers.svg import svg

#: A path of the site to what it is on the slide: an address, or nothing where there is none.
Address = Callable[[str], str]


@dataclass(frozen=True)
class Drawn:
    """A chart on a slide. `title` is empty where the slide's headline stands for it."""

    title: str
    subtitle: str
    spot: bool
    reveal: bool
    wide: Markup
    tall: Markup


@dataclass(frozen=True)
class StageFrame:
    """One slide with its drawings; `code` leads to its page, where that has a full address."""

    slide: Slide
    layout: str
    drawn: tuple[Drawn, ...]
    code: Markup


@dataclass(frozen=True)
class Act:
    """A deck in one language with its frames."""

    deck: Deck
    frames: tuple[StageFrame, ...]


def act(deck: Deck, *, link: Address, absolute: Address) -> Act:
    """`link` is where marks and evidence lead to, `absolute` what the codes say."""
    return Act(deck, tuple(_frame(slide, deck.lang, link, absolute) for slide in deck.slides))


def _frame(slide: Slide, lang: str, link: Address, absolute: Address) -> StageFrame:
    halves = len(slide.exhibits) > 1
    staged = [(stage_half if halves else stage)(exhibit.scene) for exhibit in slide.exhibits]
    drawn = tuple(
        _drawn(exhibit, each, f"{slide.id}-{lang}-{n}", link, titled=halves)
        for n, (exhibit, each) in enumerate(zip(slide.exhibits, staged, strict=True))
    )
    beside = any(each.beside for each in staged)
    target = absolute(slide.href)
    return StageFrame(
        slide=replace(slide, evidence=tuple(replace(row, href=link(row.href)) for row in slide.evidence)),
        layout="two" if halves else "beside" if beside else "under",
        drawn=drawn,
        code=_code(target) if target else Markup(),
    )


def _drawn(exhibit: Exhibit, staged: Staged, prefix: str, link: Address, *, titled: bool) -> Drawn:
    scene = exhibit.scene
    return Drawn(
        title=scene.title if titled else "",
        subtitle=scene.subtitle,
        spot=bool(exhibit.highlight),
        reveal=exhibit.reveal,
        wide=_drawing(staged.wide, exhibit, f"{prefix}-w", link),
        tall=_drawing(staged.tall, exhibit, f"{prefix}-t", link),
    )


def _drawing(enlarged: Enlarged, exhibit: Exhibit, prefix: str, link: Address) -> Markup:
    layout = enlarged.layout
    linked = replace(
        layout,
        marks=tuple(replace(mark, point=replace(mark.point, href=link(mark.point.href))) for mark in layout.marks),
    )
    drawing = svg(linked, id_prefix=prefix, target="_blank", lit=exhibit.highlight)
    return Markup(drawing)  # noqa: S704 - the renderer escapes


#: A code takes 30 ms to find its best mask, and the stage and its file, in either language, show the same ones.
@lru_cache(maxsize=512)
def _code(address: str) -> Markup:
    square = qr(address, Box(0, 0, 100, 100))
    return Markup(f'<svg class="code" viewBox="0 0 100 100" aria-hidden="true">{square}</svg>')  # noqa: S704 - no text
