"""What stands on the stage: nothing cut off or covered, before and without its scripts, on paper, for everyone."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from app.model.text import LANGS
from tests.browser.accessibility import violations
from tests.browser.page_state import visit
from tests.browser.stage import SLIDES, STAGE

pytestmark = pytest.mark.browser


#: Words and marks of the slide that the buttons lie over.
COVERED = """() => {
  const shown = [...document.querySelectorAll(".controls")].find((each) => each.checkVisibility());
  const over = shown.getBoundingClientRect();
  const read = document.querySelectorAll(".frame.current :is(h2, .text, figcaption, .source, .count, .mark, li)");
  return [...read].filter((each) => each.checkVisibility()).filter((each) => {
    const box = document.createRange();
    box.selectNodeContents(each);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    return left < over.right && right > over.left && top < over.bottom && bottom > over.top;
  }).map((each) => each.textContent);
}"""


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844)])
@pytest.mark.parametrize("lang", LANGS)
def test_the_buttons_cover_nothing_that_is_read(page: Page, lang: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, f"/{lang}/present/beijing-overview")
    covered = []
    for _ in range(page.locator(f".frame[data-lang={lang}]").count()):
        covered += page.evaluate(COVERED)
        page.keyboard.press("PageDown")
    assert covered == []


def test_before_its_scripts_run_the_stage_shows_the_first_slide_or_nothing(page: Page) -> None:
    held: list[Route] = []
    page.route("**/assets/stage.*.js", lambda route: held.append(route))
    page.goto(STAGE, wait_until="domcontentloaded")
    expect(page.locator(".frame.current h2")).to_be_visible()
    expect(page.locator(".controls").first).to_be_hidden()
    with page.expect_request("**/assets/stage.*.js"):
        page.goto(f"{STAGE}?slide=4", wait_until="domcontentloaded")
    expect(page.locator(".frame.current h2")).to_be_hidden()
    for route in held[-1:]:
        route.continue_()
    expect(page.locator(".frame.current .count")).to_have_text(f"4 / {SLIDES}")
    expect(page.locator(".frame.current h2")).to_be_visible()
    expect(page.locator(".controls:visible")).to_have_count(1)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844), (2560, 1080)], ids=str)
def test_nothing_on_a_slide_is_cut_off(page: Page, size: tuple[int, int]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    cut: list[str] = []
    for story in ("beijing-overview", "ai", "biomed", "unicorns"):
        visit(page, f"/zh/present/{story}")
        cut += page.evaluate(CUT)
    assert cut == []


#: Walks the deck in both languages; what reaches beyond its slide, or over the line of sources, is named.
CUT = """() => { const found = [];
  const ask = (state) => document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state } }));
  for (const lang of ["zh", "en"]) for (let at = 0; at < 12; at += 1) {
    ask({ lang, at, step: 999 });
    const frame = document.querySelector(".frame.current");
    const foot = frame.querySelector("footer").getBoundingClientRect();
    const name = `${document.querySelector(".deck").dataset.deck} ${lang} ${frame.dataset.id}`;
    if (foot.bottom > innerHeight + 1) found.push(`${name}: foot`);
    for (const part of frame.querySelectorAll("h2, h3, .text, figcaption, svg.drawing, .articles li")) {
      const box = part.getBoundingClientRect();
      const out = box.bottom > foot.top + 1 || box.right > innerWidth + 1 || box.left < -1;
      if (box.width && out) found.push(`${name}: ${part.tagName}`);
    }
  }
  return found; }"""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("story", ["beijing-overview", "ai", "biomed", "unicorns"])
def test_a_deck_prints_one_slide_a_page_with_its_notes_or_without(page: Page, story: str, lang: str) -> None:
    visit(page, f"/{lang}/present/{story}")
    slides = page.locator(f".frame[data-lang={lang}]").count()
    assert pages(page.pdf(prefer_css_page_size=True)) == slides
    page.evaluate("document.documentElement.classList.add('noted')")
    assert pages(page.pdf(prefer_css_page_size=True)) == slides


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("path", [f"{STAGE}?slide=3", f"{STAGE}?slide=5&speaker=x", "/en/stories/ai?"])
def test_the_stage_the_speaker_window_and_the_story_are_accessible(page: Page, path: str, theme: str) -> None:
    visit(page, f"{path}&theme={theme}")
    assert violations(page) == []


def test_the_stage_stands_without_a_script(plain: BrowserContext) -> None:
    page = plain.new_page()
    visit(page, "/en/present/ai")
    expect(page.locator(".frame:visible")).to_have_count(SLIDES)
    expect(page.locator(".frame:visible h2").first).to_have_text("Artificial intelligence in Beijing")
