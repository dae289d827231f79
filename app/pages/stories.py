"""The list of briefings."""

from dataclasses import dataclass

from app.decks.deck import Deck
from app.pages.frame import PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES, Urls


@dataclass(frozen=True)
class StoryOffer:
    """A story with what a presenter decides by: how long it takes, and what its slides say."""

    title: str
    summary: str
    href: str
    stage: str
    measure: str
    headlines: tuple[str, ...]


@dataclass(frozen=True)
class StoriesContent:
    """The briefings on offer."""

    offers: list[StoryOffer]


@route(RULES.stories())
def stories_page(page: PageFrame) -> str:
    ordered = sorted(page.site.catalog.stories.items(), key=lambda item: (item[1].order, item[0]))
    decks = [page.site.deck(name, page.lang) for name, _ in ordered]
    return page.write(
        "stories.html",
        StoriesContent(
            offers=[_offer(deck) for deck in decks],
        ),
        title=word("stories", page.lang),
        description=word("stories_lead", page.lang),
    )


def _offer(deck: Deck) -> StoryOffer:
    return StoryOffer(
        title=deck.title,
        summary=deck.summary,
        href=deck.href,
        stage=Urls(deck.lang).stage(deck.id),
        measure=measure(deck),
        headlines=tuple(slide.headline for slide in deck.slides if slide.exhibits),
    )


def measure(deck: Deck) -> str:
    """How many slides and minutes a story has."""
    slides = word("story_slides", deck.lang).format(count=len(deck.slides))
    return f"{slides} · {word('story_minutes', deck.lang).format(minutes=deck.minutes)}"
