"""The stage: a whole deck in both languages in one answer, so that nothing is asked for while it is shown."""

from collections.abc import Mapping, Sequence

from app import stage_head, urls
from app.model.text import LANGS, Lang
from app.pages.brief import brief
from app.pages.frame import PageFrame
from app.pages.stage import Act, act
from app.query.brief import TooManyItemsError, collected
from app.scene.deck import Deck
from app.strings import word


def present(page: PageFrame, story_id: str) -> str:
    """The stage of a story; raises KeyError for an unknown id."""
    return stage(page, _decks(page, story_id), name=story_id)


def alone(page: PageFrame, story_id: str) -> str:
    """A story as one file that needs nothing else; raises KeyError for an unknown id."""
    decks = _decks(page, story_id)
    public = page.site.settings.public_url

    def link(path: str) -> str:
        return urls.absolute(public, path) if public else ""

    acts = {lang: act(deck, link=link, absolute=link) for lang, deck in decks.items()}
    return _write(page, acts, name=story_id, one_file=True)


def present_brief(page: PageFrame, asked: Sequence[str]) -> tuple[str, int]:
    """The stage of what a reader collected; where nothing of it can be shown, the brief's own page, which says why."""
    try:
        items = collected(asked, page.site.catalog).items
    except TooManyItemsError:
        items = ()
    if not items:
        return brief(page, asked)
    return stage(page, {lang: page.site.brief_deck(items, lang) for lang in LANGS}, name="brief"), 200


def stage(page: PageFrame, decks: Mapping[Lang, Deck], *, name: str) -> str:
    """The stage of any deck; `name` tells it from others that are shown at the same time."""
    public = page.site.settings.public_url

    def absolute(path: str) -> str:
        return urls.absolute(public, path) if public else ""

    acts = {lang: act(deck, link=lambda path: path, absolute=absolute) for lang, deck in decks.items()}
    return _write(page, acts, name=name, one_file=False)


def _decks(page: PageFrame, story_id: str) -> dict[Lang, Deck]:
    return {lang: page.site.deck(story_id, lang) for lang in LANGS}


def _write(page: PageFrame, acts: Mapping[Lang, Act], *, name: str, one_file: bool) -> str:
    return page.part(
        "present.html",
        acts=list(acts.values()),
        deck=acts[page.lang].deck,
        name=name,
        asset=page.asset,
        head=stage_head,
        words=word,
        one_file=one_file,
        has_codes=bool(page.site.settings.public_url),
    )
