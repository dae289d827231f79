"""A story as an illustrated article: the slides' words and charts, their notes, and the ways to show it."""

from dataclasses import dataclass

from werkzeug.exceptions import NotFound

from app.decks.deck import Deck, Slide
from app.model.story import SlideKind
from app.pages.card import ChartCard, chart_card
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.pages.stories import measure
from app.strings import word
from app.urls import RULES, with_query


@dataclass(frozen=True)
class StoryChapter:
    """One slide as it is read. `cards` are empty for words alone."""

    slide: Slide
    cards: tuple[ChartCard, ...]
    stage: str


@dataclass(frozen=True)
class StoryContent:
    """A story as chapters behind its opening slide."""

    deck: Deck
    opening: Slide
    measure: str
    stage: str
    takeaways: list[Link]
    chapters: list[StoryChapter]


@route(RULES.story("<story_id>"))
def story_page(page: PageFrame, story_id: str) -> str:
    """The page of a story."""
    if story_id not in page.site.catalog.stories:
        raise NotFound
    deck = page.site.deck(story_id, page.lang)
    opening, *rest = deck.slides
    return page.write(
        "story.html",
        StoryContent(
            deck=deck,
            opening=opening,
            measure=measure(deck),
            stage=page.urls.stage(story_id),
            takeaways=_takeaways(page, story_id),
            chapters=[_chapter(page, story_id, slide) for slide in rest if slide.kind is not SlideKind.SOURCES],
        ),
        title=deck.title,
        description=deck.summary,
    )


def _chapter(page: PageFrame, story_id: str, slide: Slide) -> StoryChapter:
    stage = with_query(page.urls.stage(story_id), (("slide", str(slide.number)),))
    return StoryChapter(slide, tuple(chart_card(exhibit.scene) for exhibit in slide.exhibits), stage)


def _takeaways(page: PageFrame, story_id: str) -> list[Link]:
    file = with_query(page.urls.story(story_id, format="html"), (("download", "1"),))
    slides = page.urls.story(story_id, format="pptx")
    return [Link(file, word("story_take", page.lang)), Link(slides, word("story_powerpoint", page.lang))]
