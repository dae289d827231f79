"""Every kind of page in a real browser: accessible, quiet, within its window, and whole without JavaScript."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.model.text import LANGS
from tests.browser.accessibility import violations
from tests.browser.page_state import visit

pytestmark = pytest.mark.browser

#: One of each kind, and charts of unlike shapes.
KINDS = [
    "",
    "board",
    "board/money",
    "board?topic=ai&topic=biomed&hold=ai-firms-2024",
    "topics/ai",
    "topics/plans",
    "charts/ai-models",
    "charts/milestones-all",
    "figures/ai-firms-2024",
    "explore?i=ai-firms&i=ai-models",
    "compare",
    "timeline",
    "indicators",
    "indicators/ai-firms",
    "search?q=2400",
    "sources",
    "sources/frontline-2023",
    "about",
    "data",
    "api",
    "check",
    "brief",
    "brief?items=charts/ai-models,figures/ai-firms-2024,charts/milestones-all,charts/nope",
    "charts/nothing-of-the-kind",
]
LANGS = LANGS
#: In which theme axe reads a page at a width: that takes long, and what a theme and a width do to a page does not
#: depend on its language, so that each of the four is read in one of them.
THEMES: dict[str, dict[int, Literal["light", "dark"]]] = {
    "zh": {1440: "light", 390: "dark"},
    "en": {1440: "dark", 390: "light"},
}
#: Collects what the policy refuses, from before the first script of the page.
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (e) => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""
#: Elements that reach beyond the right edge and are not inside something that scrolls or is hidden from sight.
BEYOND = """() => {
  const contained = (each) => each && (getComputedStyle(each).overflowX !== "visible" || contained(each.parentElement));
  return [...document.querySelectorAll("body *")].filter((each) => {
    const { right, width } = each.getBoundingClientRect();
    return width && right > document.documentElement.clientWidth + 1 && !contained(each) && !each.closest("svg");
  }).map((each) => each.outerHTML.slice(0, 100));
}"""
#: What can be pressed and is smaller than 24 pixels; a link within a sentence may be (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")]
  .filter((each) => each.checkVisibility() && !each.closest("svg, .visually-hidden, .skip"))
  .filter((each) => !each.parentElement.matches("p, dd"))
  .map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 120)])
  .filter(([{ width, height }]) => width < 24 || height < 24)
  .map(([{ width, height }, html]) => `${html} ${width} x ${height}`)"""
#: What would keep its place while the page scrolls, and cover a small window.
STUCK = """() => [...document.querySelectorAll("body *")]
  .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position) && each.checkVisibility())
  .map((each) => each.outerHTML.slice(0, 100))"""


#: Where the keyboard's focus is, and whether it can be seen.
STOP = """() => { const at = document.activeElement, style = getComputedStyle(at);
  const { width, height, top, bottom } = at.getBoundingClientRect();
  return { name: at.tagName, html: at.outerHTML.slice(0, 200),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inSight: width * height > 0 && bottom > 0 && top < innerHeight }; }"""


@pytest.fixture(autouse=True)
def missing_pages_are_meant(context: BrowserContext, complaints: list[str]) -> Iterator[None]:
    """Chromium complains of the 404 that a test asks for; taken back before `context` counts the complaints."""
    yield
    complaints[:] = [each for each in complaints if "404" not in each]


def open_page(page: Page, lang: str, kind: str, *, width: int = 1440, height: int = 900) -> None:
    page.add_init_script(WATCH)
    page.set_viewport_size({"width": width, "height": height})
    visit(page, f"/{lang}/{kind}")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_targets_are_large_and_the_policy_refuses_nothing(page: Page, kind: str, lang: str) -> None:
    open_page(page, lang, kind)
    wrong = []
    for width, theme in THEMES[lang].items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        wrong += [f"{width}: {each}" for each in [*page.evaluate(SMALL), *violations(page)]]
    assert wrong == []
    assert page.evaluate("refused") == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["charts/ai-models", "topics/ai", "sources/frontline-2023"])
def test_axe_finds_nothing_with_everything_open(page: Page, kind: str, lang: str) -> None:
    open_page(page, lang, kind)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    if page.locator("svg.drawing:visible").count():
        page.locator("svg.drawing:visible").first.focus()
        page.keyboard.press("ArrowRight")
    assert violations(page) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_reaches_beyond_a_narrow_window(page: Page, kind: str, lang: str) -> None:
    open_page(page, lang, kind, width=390)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert (width, page.evaluate(BEYOND)) == (width, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_at_four_hundred_percent_everything_can_be_read_and_used(page: Page, kind: str, lang: str) -> None:
    """1280 × 1024 magnified four times is a window of 320 × 256."""
    open_page(page, lang, kind, width=320, height=256)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(STUCK) == []
    if page.locator("svg.drawing:visible").count():
        page.locator("svg.drawing:visible").first.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".tip")).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("kind", ["topics/ai", "charts/ai-models", "figures/ai-firms-2024", "sources/frontline-2023"])
def test_the_keyboards_focus_is_always_seen(page: Page, kind: str) -> None:
    open_page(page, "en", kind)
    stops: list[dict[str, Any]] = []
    while len(stops) < 60:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["name"] == "BODY":
            break
        stops.append(stop)
    assert len(stops) > 5
    assert [stop["html"] for stop in stops if not (stop["outlined"] and stop["inSight"])] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["", "topics/ai", "charts/ai-models"])
def test_without_javascript_charts_tables_and_links_are_there(plain: BrowserContext, kind: str, lang: str) -> None:
    page = plain.new_page()
    visit(page, f"/{lang}/{kind}")
    assert page.locator("svg.drawing:visible .mark[href]").count() > 0
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
    if page.locator("details.data").count():
        page.locator("details.data summary").first.click()
    expect(page.locator("table.data:visible").first).to_be_visible()
    page.locator("table.data:visible td a").first.click()
    page.wait_for_url(f"**/{lang}/figures/*")
    expect(page.locator("dl.facts")).to_be_visible()
