"""The stage: a whole deck in both languages in one answer, so that nothing is asked for while it is shown."""

from collections.abc import Mapping, Sequence
from typing import Literal

from app import stage_head
from app.decks.brief import TooManyItemsError, collected
from app.decks.deck import Deck
from app.model.text import LANGS, Lang
from app.pages.brief import brief
from app.pages.frame import PageFrame
from app.pages.stage import Act, act
from app.strings import word
from app.urls import absolute_url

#: Where style and scripts stand: assets, the style in the answer itself, or everything in one file.
Style = Literal["asset", "inline", "alone"]


def present(page: PageFrame, story_id: str) -> str:
    """The stage of a story; raises KeyError for an unknown id."""
    # Its style stands in it, so that the first slide is painted with the first answer.
    return _stage(page, _decks(page, story_id), name=story_id, style="inline")


def alone(page: PageFrame, story_id: str) -> str:
    """A story as one file that needs nothing else; raises KeyError for an unknown id."""
    decks = _decks(page, story_id)
    public = page.site.settings.public_url

    def link(path: str) -> str:
        return absolute_url(public, path) if public else ""

    acts = {lang: act(deck, link=link, absolute=link) for lang, deck in decks.items()}
    return _write(page, acts, name=story_id, style="alone")


def present_brief(page: PageFrame, asked: Sequence[str]) -> tuple[str, int]:
    """The stage of what a reader collected; where nothing of it can be shown, the brief's own page, which says why."""
    try:
        items = collected(asked, page.site.catalog).items
    except TooManyItemsError:
        items = ()
    if not items:
        return brief(page, asked)
    # At an address that may also be answered by a page, so its style is a page's: an asset.
    decks = {lang: page.site.brief_deck(items, lang) for lang in LANGS}
    return _stage(page, decks, name="brief", style="asset"), 200


def _stage(page: PageFrame, decks: Mapping[Lang, Deck], *, name: str, style: Style) -> str:
    public = page.site.settings.public_url

    def absolute(path: str) -> str:
        return absolute_url(public, path) if public else ""

    acts = {lang: act(deck, link=lambda path: path, absolute=absolute) for lang, deck in decks.items()}
    return _write(page, acts, name=name, style=style)


def _decks(page: PageFrame, story_id: str) -> dict[Lang, Deck]:
    return {lang: page.site.deck(story_id, lang) for lang in LANGS}


def _write(page: PageFrame, acts: Mapping[Lang, Act], *, name: str, style: Style) -> str:
    return page.part(
        "present.html",
        acts=[acts[page.lang], *(each for lang, each in acts.items() if lang != page.lang)],
        deck=acts[page.lang].deck,
        name=name,
        asset=page.asset,
        head=stage_head,
        words=word,
        one_file=style == "alone",
        is_inline=style == "inline",
        has_codes=bool(page.site.settings.public_url),
    )
