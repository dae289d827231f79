"""The stage: a whole deck in both languages in one answer, so that nothing is asked for while it is shown."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from flask import Response, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from app import stage_head
from app.charts.frames import Enlargement, StageDrawing, stage, stage_half
from app.charts.layout import Box
from app.decks.brief import BriefItem, TooManyItemsError, collect_items
from app.decks.deck import Deck, Exhibit, Slide
from app.model.text import LANGS, Lang
from app.pages.brief import brief_page
from app.pages.frame import PageFrame
from app.pages.route import route
from app.renderers.picture import write_qr
from app.renderers.svg import write_svg
from app.urls import ITEMS, MOST_QUERY, RULES, absolute_url

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


def _drawn(exhibit: Exhibit, staged: StageDrawing, prefix: str, link: Address, *, titled: bool) -> Drawn:
    scene = exhibit.scene
    return Drawn(
        title=scene.title if titled else "",
        subtitle=scene.subtitle,
        spot=bool(exhibit.highlight),
        reveal=exhibit.reveal,
        wide=_drawing(staged.wide, exhibit, f"{prefix}-w", link),
        tall=_drawing(staged.tall, exhibit, f"{prefix}-t", link),
    )


def _drawing(enlargement: Enlargement, exhibit: Exhibit, prefix: str, link: Address) -> Markup:
    layout = enlargement.layout
    linked = replace(
        layout,
        marks=tuple(replace(mark, point=replace(mark.point, href=link(mark.point.href))) for mark in layout.marks),
    )
    drawing = write_svg(linked, id_prefix=prefix, target="_blank", lit=exhibit.highlight)
    return Markup(drawing)  # noqa: S704 - the renderer escapes


#: A code takes 30 ms to find its best mask, and the stage and its file, in either language, show the same ones.
@lru_cache(maxsize=512)
def _code(address: str) -> Markup:
    square = write_qr(address, Box(0, 0, 100, 100))
    return Markup(f'<svg class="code" viewBox="0 0 100 100" aria-hidden="true">{square}</svg>')  # noqa: S704 - no text


#: Where style and scripts stand: assets, the style in the answer itself, or everything in one file.
Style = Literal["asset", "inline", "alone"]


@dataclass(frozen=True)
class StageContent:
    """A deck in both languages, that of the address first; `one_file` where it needs nothing else."""

    acts: list[Act]
    deck: Deck
    name: str
    one_file: bool
    is_inline: bool
    has_codes: bool


@route(RULES.stage("<story_id>"))
def stage_page(page: PageFrame, story_id: str) -> Response:
    """The stage of a story; what else is asked of it is its script's."""
    return page.kept(lambda: _story_stage(page, story_id))


@route(RULES.story("<story_id>", format="html"))
def story_file(page: PageFrame, story_id: str) -> Response:
    """A story as one file that needs nothing else; `download=1` makes it one to keep."""
    response = page.kept(lambda: _alone(page, story_id))
    if request.args.get("download") == "1":
        response.headers["Content-Disposition"] = f'attachment; filename="{story_id}-{page.lang}.html"'
    return response


@route(RULES.brief_stage())
def brief_stage(page: PageFrame) -> ResponseReturnValue:
    """The stage of what a reader collected; where nothing of it can be shown, the brief's own page, which says why."""
    items: tuple[BriefItem, ...] = ()
    if len(request.query_string) <= MOST_QUERY:
        with suppress(TooManyItemsError):
            items = collect_items(request.args.getlist(ITEMS), page.site.catalog).items
    if not items:
        return brief_page(replace(page, path="brief"))
    # At an address that may also be answered by a page, so its style is a page's: an asset.
    decks = {lang: page.site.brief_deck(items, lang) for lang in LANGS}
    return _stage(page, decks, name="brief", style="asset")


def _story_stage(page: PageFrame, story_id: str) -> str:
    # Its style stands in it, so that the first slide is painted with the first answer.
    return _stage(page, _decks(page, story_id), name=story_id, style="inline")


def _alone(page: PageFrame, story_id: str) -> str:
    decks = _decks(page, story_id)
    public = page.site.settings.public_url

    def link(path: str) -> str:
        return absolute_url(public, path) if public else ""

    acts = {lang: act(deck, link=link, absolute=link) for lang, deck in decks.items()}
    return _write(page, acts, name=story_id, style="alone")


def _stage(page: PageFrame, decks: Mapping[Lang, Deck], *, name: str, style: Style) -> str:
    public = page.site.settings.public_url

    def absolute(path: str) -> str:
        return absolute_url(public, path) if public else ""

    acts = {lang: act(deck, link=lambda path: path, absolute=absolute) for lang, deck in decks.items()}
    return _write(page, acts, name=name, style=style)


def _decks(page: PageFrame, story_id: str) -> dict[Lang, Deck]:
    if story_id not in page.site.catalog.stories:
        raise NotFound
    return {lang: page.site.deck(story_id, lang) for lang in LANGS}


def _write(page: PageFrame, acts: Mapping[Lang, Act], *, name: str, style: Style) -> str:
    content = StageContent(
        acts=[acts[page.lang], *(each for lang, each in acts.items() if lang != page.lang)],
        deck=acts[page.lang].deck,
        name=name,
        one_file=style == "alone",
        is_inline=style == "inline",
        has_codes=bool(page.site.settings.public_url),
    )
    return page.part("present.html", content, head=stage_head)
