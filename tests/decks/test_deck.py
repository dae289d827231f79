"""A story as slides: the shipped ones whole, in both languages, with the evidence of all they say."""

import pytest

from app.decks.deck import Deck, Slide
from app.model.story import SlideKind
from app.model.text import LANGS, Lang
from app.site import Site

STORIES = ("beijing-overview", "ai", "biomed", "unicorns")
EXHIBITS = {
    SlideKind.CHART: 1,
    SlideKind.TIMELINE: 1,
    SlideKind.FIGURE: 1,
    SlideKind.FACTS: 1,
    SlideKind.TWO_CHARTS: 2,
}


@pytest.fixture(scope="module", params=[(story, lang) for story in STORIES for lang in LANGS], ids="-".join)
def deck(request: pytest.FixtureRequest, real_site: Site) -> Deck:
    story, lang = request.param
    return real_site.deck(story, lang)


def test_the_stories_that_ship_are_told(real_site: Site) -> None:
    assert set(STORIES) <= set(real_site.catalog.stories)


def test_a_deck_opens_with_a_cover_and_closes_with_its_sources(deck: Deck) -> None:
    assert deck.slides[0].kind is SlideKind.COVER
    assert deck.slides[-1].kind is SlideKind.SOURCES
    assert deck.articles


def test_slides_are_numbered_and_hold_what_their_kind_shows(deck: Deck) -> None:
    assert [slide.number for slide in deck.slides] == list(range(1, len(deck.slides) + 1))
    for slide in deck.slides:
        assert len(slide.exhibits) == EXHIBITS.get(slide.kind, 0), slide.id


def test_no_text_of_a_deck_has_an_open_reference(deck: Deck) -> None:
    for slide in deck.slides:
        for text in (slide.headline, slide.text, *slide.notes, *slide.cautions):
            assert "[[" not in text


def test_every_figure_on_a_slide_has_its_evidence_and_the_slide_its_source(deck: Deck) -> None:
    for slide in deck.slides:
        shown = {point.id for each in slide.exhibits for point in each.scene.points}
        shown |= {event.id for each in slide.exhibits for event in each.scene.events}
        assert shown <= {row.id for row in slide.evidence}, slide.id
        assert slide.source_line.startswith(("来源：", "Source: ")), slide.id
        assert all(row.source and row.period for row in slide.evidence), slide.id


def test_a_highlight_stands_in_its_chart(deck: Deck) -> None:
    for slide in deck.slides:
        for each in slide.exhibits:
            drawn = {p.id for p in each.scene.points} | {e.id for e in each.scene.events}
            assert each.highlight <= drawn, slide.id


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_that_is_only_quoted_has_its_evidence_too(real_site: Site, lang: Lang) -> None:
    rows = {row.id: row for row in slide(real_site.deck("beijing-overview", lang), "clusters").evidence}
    assert rows["fund-leverage-2025-06"].printed == ""
    assert rows["fund-capital-invested-2025-06"].printed


def test_both_languages_have_the_same_slides(real_site: Site) -> None:
    for story in STORIES:
        zh, en = (real_site.deck(story, lang) for lang in LANGS)
        assert [(s.id, s.kind, len(s.notes)) for s in zh.slides] == [(s.id, s.kind, len(s.notes)) for s in en.slides]


def test_a_selection_of_a_slide_narrows_the_chart(real_site: Site) -> None:
    (exhibit,) = slide(real_site.deck("ai", Lang.EN), "steps").exhibits
    assert [event.id for event in exhibit.scene.events] == ["wudao-1", "wudao-3", "tongtong", "vidu-release", "wujie"]


def slide(deck: Deck, name: str) -> Slide:
    return next(each for each in deck.slides if each.id == name)
