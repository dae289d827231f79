"""A story as a PowerPoint file: a slide for each of its slides, with notes; the same bytes each time; nothing runs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.decks.deck import Article, Deck, Evidence, Exhibit, Slide
from app.model.chart import ChartKind
from app.model.story import SlideKind
from app.model.text import LANGS, Lang
from app.renderers.pptx.deck import write_pptx
from app.settings import Settings
from app.site import Site
from tests.conftest import PUBLIC
from tests.renderers.hostile import hostile_texts
from tests.renderers.poison import PAYLOADS, poisoned
from tests.renderers.pptx.opened import Opened, opened
from tests.renderers.test_injection import SCENES

#: The kinds that PowerPoint draws, with a workbook each.
NATIVE = [
    scene
    for scene in SCENES
    if scene.kind in (ChartKind.BARS, ChartKind.SERIES, ChartKind.CHANGE, ChartKind.COMPOSITION, ChartKind.TARGET)
]
#: Every third of the texts that a browser, a spreadsheet or a parser could take for more than text.
HOSTILE = (*PAYLOADS, *hostile_texts())[::3]
STORIES = ("ai", "beijing-overview", "biomed", "unicorns")


def stories(site: Site) -> Iterator[tuple[Deck, Opened]]:
    for name in site.catalog.stories:
        for lang in LANGS:
            deck = site.deck(name, lang)
            yield deck, opened(write_pptx(deck, site.edition(lang)))


@pytest.fixture(scope="module")
def told(real_site: Site) -> list[tuple[Deck, Opened]]:
    return list(stories(real_site))


def test_every_slide_of_every_story_has_its_own(told: list[tuple[Deck, Opened]]) -> None:
    assert {deck.id for deck, _ in told} >= set(STORIES)
    for deck, file in told:
        assert [slide.title for slide in file.slides] == [slide.headline for slide in deck.slides], deck.id


def test_every_slide_shows_its_exhibits_and_its_text(told: list[tuple[Deck, Opened]]) -> None:
    for deck, file in told:
        for told_, shown in zip(deck.slides, file.slides, strict=True):
            assert [f"chart: {exhibit.scene.chart_id}" in shown.abouts for exhibit in told_.exhibits] == [True] * len(
                told_.exhibits
            )
            assert told_.text == "" or told_.text in shown.texts, told_.id
            assert "‹#›" in shown.texts
            for caution in told_.cautions:
                assert caution in shown.texts, told_.id


def test_the_notes_hold_what_is_said_and_what_was_printed(told: list[tuple[Deck, Opened]]) -> None:
    for deck, file in told:
        for wanted, shown in zip(deck.slides, file.slides, strict=True):
            assert shown.notes[: len(wanted.notes)] == wanted.notes
            for row in wanted.evidence:
                parts = (row.name, row.label, row.period, row.definition, row.printed, row.source, row.note)
                assert any(all(part in line for part in parts) for line in shown.notes), row.id


def test_the_same_story_gives_the_same_bytes(real_site: Site) -> None:
    deck, edition = real_site.deck("unicorns", Lang.ZH), real_site.edition(Lang.ZH)
    assert write_pptx(deck, edition) == write_pptx(deck, edition)


def test_it_leads_to_our_own_address_and_nowhere_else(real_site: Site) -> None:
    public = Site.over(real_site.catalog, Settings(datasets=real_site.settings.datasets, public_url=PUBLIC))
    deck = public.deck("unicorns", Lang.EN)
    file = opened(write_pptx(deck, public.edition(Lang.EN)))
    assert set(file.outside) == {PUBLIC + slide.href for slide in deck.slides}
    for slide, shown in zip(deck.slides, file.slides, strict=True):
        assert any(PUBLIC + slide.href in text for text in shown.texts)
    assert opened(write_pptx(real_site.deck("unicorns", Lang.EN), real_site.edition(Lang.EN))).outside == ()


def hostile_slides(number: int, text: str) -> Iterator[Slide]:
    """A slide of words, and one of a chart, with the text wherever a text can stand."""
    evidence = Evidence("a", text, text, text, text, text, text, text, "/zh/")
    words = (SlideKind.COVER, SlideKind.STATEMENT, SlideKind.SOURCES)[number % 3]
    blank = Slide("a", 1, words, text, text, (), (text,), (text,), (evidence,), text, "/zh/")
    yield blank
    exhibit = Exhibit(poisoned(NATIVE[number % len(NATIVE)], text))
    yield replace(blank, kind=SlideKind.CHART, exhibits=(exhibit,))


@pytest.mark.whole
def test_a_text_stays_a_text(real_site: Site) -> None:
    """Whatever a data file says; the reader refuses formulas and links in workbooks, and unsound XML."""
    slides = [slide for pair in enumerate(HOSTILE) for slide in hostile_slides(*pair)]
    article = Article(HOSTILE[0], HOSTILE[1], HOSTILE[2], "/zh/")
    deck = Deck("a", Lang.ZH, HOSTILE[0], HOSTILE[1], 5, HOSTILE[2], HOSTILE[3], "/zh/", tuple(slides), (article,))
    file = opened(write_pptx(deck, real_site.edition(Lang.ZH)))
    assert file.outside == ()
    assert [slide.title for slide in file.slides] == [slide.headline for slide in slides]
    native = list(zip(HOSTILE, file.slides[1::2], strict=True))
    # A label has the text in each of its parts: the longest do not fit beside their bars and are drawn as shapes.
    assert sum(bool(slide.charts) for _, slide in native) > len(HOSTILE) * 0.8
    for text, slide in native:
        for chart in slide.charts:
            assert any(text in label for series in chart.series for label in series.labels.values()), text
            assert any(text.replace("\n", " · ") in str(cell) for row in chart.sheet for cell in row), text


@pytest.mark.parametrize("lang", LANGS)
def test_what_does_not_fit_goes_on_on_another_slide(real_site: Site, lang: Lang) -> None:
    deck = real_site.chart_deck("plans-timeline", lang)
    file = opened(write_pptx(deck, real_site.edition(lang)))
    assert len(file.slides) > 1
    ending = f"（1/{len(file.slides)}）" if lang is Lang.ZH else f" (1/{len(file.slides)})"
    assert file.slides[0].title == deck.title + ending
    words = "".join(text for slide in file.slides for text in slide.texts).replace(" ", "")
    for event in deck.slides[0].exhibits[0].scene.events:
        assert event.title.replace(" ", "") in words
