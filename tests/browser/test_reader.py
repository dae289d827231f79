"""The labels of the marks: by pointer, by finger, by keyboard, and what is there without any of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.page_state import visit

pytestmark = pytest.mark.browser

CHART = "/zh/charts/ai-models"
DRAWING = "svg.drawing:visible"
MARK = f"{DRAWING} .mark"
#: Whether the whole of the label is inside the window.
INSIDE = """tip => { const { left, top, right, bottom } = tip.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; }"""


def tip(page: Page) -> Locator:
    return page.locator(".tip")


def spoken(mark: Locator) -> str:
    """What is said of a mark: its title, until the browser's own label has been put out."""
    return str(mark.evaluate("mark => mark.querySelector('title')?.textContent ?? mark.getAttribute('aria-label')"))


def open_chart(page: Page, path: str = CHART) -> Locator:
    visit(page, path)
    drawing = page.locator(DRAWING).first
    drawing.scroll_into_view_if_needed()
    return drawing


# By pointer


def test_a_mark_under_the_pointer_says_all_its_parts(page: Page) -> None:
    open_chart(page)
    mark = page.locator(MARK).first
    mark.hover()
    expect(tip(page)).to_be_visible()
    assert tip(page).locator("p").all_inner_texts() == spoken(mark).split(" · ")
    assert tip(page).locator("a").get_attribute("href") == mark.get_attribute("href")


def test_the_pointer_may_go_to_the_label_and_leaving_both_closes_it(page: Page) -> None:
    page.clock.install()
    open_chart(page)
    page.locator(MARK).nth(1).hover()
    tip(page).hover()
    page.clock.run_for(1_000)  # longer than it stays open behind the pointer
    expect(tip(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(tip(page)).to_be_hidden()


def test_escape_closes_the_label_without_moving_the_pointer(page: Page) -> None:
    open_chart(page)
    page.locator(MARK).first.hover()
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("path", ["/en/charts/ai-models", "/zh/charts/space-top100", "/en/charts/milestones-all"])
def test_no_label_leaves_the_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    drawing = open_chart(page, path)
    drawing.focus()
    outside = []
    for _ in range(min(drawing.locator(".mark").count(), 12)):
        page.keyboard.press("ArrowRight")
        expect(tip(page)).to_be_visible()
        if not tip(page).evaluate(INSIDE) or page.evaluate("document.documentElement.scrollWidth") > width:
            outside.append(tip(page).inner_text())
    assert outside == []


def test_a_click_opens_the_evidence(page: Page) -> None:
    open_chart(page)
    mark = page.locator(MARK).last
    href = mark.get_attribute("href")
    mark.click()
    page.wait_for_url(f"**{href}")


def test_the_browser_shows_no_second_label(page: Page) -> None:
    drawing = open_chart(page)
    before = spoken(page.locator(MARK).first)
    page.locator(MARK).first.hover()
    assert drawing.locator("title").count() == 0
    assert page.locator(MARK).first.get_attribute("aria-label") == before
    assert drawing.get_attribute("aria-label")


# By keyboard


#: Where the keyboard stands. On its way it touches the controls, so that the chart may be Plotly's by then.
STOP = """() => document.activeElement.matches("svg.drawing, .plot") ? "drawing" : document.activeElement.tagName"""


def test_tab_reaches_a_chart_once(page: Page) -> None:
    open_chart(page)
    stops: list[str] = []
    while not stops or stops[-1] != "BODY":  # behind the last stop stands the browser itself
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        assert len(stops) < 100
    assert stops.count("drawing") == 1
    assert "a" not in stops  # a mark: a link in a drawing is written in small letters


def test_the_arrows_walk_the_marks_and_each_is_shown_and_spoken(page: Page) -> None:
    drawing = open_chart(page)
    drawing.focus()
    expected = [spoken(mark) for mark in drawing.locator(".mark").all()]
    heard = []
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "Home", "End", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        heard.append(expected.index(page.locator("main > [aria-live]").first.inner_text()))
        assert tip(page).locator("p").all_inner_texts() == expected[heard[-1]].split(" · ")
        assert drawing.locator(".mark.walked").count() == 1
    assert heard == [0, 1, 2, 0, 2, 1, 0]


def test_enter_opens_the_evidence_of_the_mark_that_was_reached(page: Page) -> None:
    drawing = open_chart(page)
    drawing.focus()
    page.keyboard.press("End")
    href = drawing.locator(".mark").last.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href}")


def test_escape_leaves_the_marks_and_tab_goes_on_behind_the_chart(page: Page) -> None:
    drawing = open_chart(page)
    drawing.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    assert drawing.locator(".mark.walked").count() == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_who_reaches_a_chart_by_keyboard_is_told_how_to_go_on(page: Page) -> None:
    open_chart(page, "/zh/charts/academy-labs")  # without controls before it
    page.locator(".tabs a").last.focus()
    page.keyboard.press("Tab")
    expect(tip(page)).to_contain_text("方向键")
    page.keyboard.press("Tab")
    expect(tip(page)).to_be_hidden()


# By finger


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[BrowserContext]:
    new_context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844}, has_touch=True)
    yield new_context
    new_context.close()


def test_a_tap_shows_the_label_and_a_second_opens_the_evidence(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_chart(page)
    mark = page.locator(MARK).first
    mark.tap()
    expect(tip(page)).to_be_visible()
    assert page.url.endswith(CHART)
    href = mark.get_attribute("href")
    mark.tap()
    page.wait_for_url(f"**{href}")


def test_a_tap_on_the_labels_link_opens_the_evidence(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_chart(page)
    page.locator(MARK).last.tap()
    tip(page).locator("a").tap()
    page.wait_for_url("**/zh/figures/*")


def test_a_tap_elsewhere_closes_the_label(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_chart(page)
    page.locator(MARK).first.tap()
    page.locator("h1").tap()
    expect(tip(page)).to_be_hidden()


def test_one_finger_on_a_chart_scrolls_the_page(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_chart(page, "/zh/charts/milestones-all")
    before = page.evaluate("scrollY")
    swipe(page, (200, 600), (200, 300))
    page.wait_for_function(f"() => scrollY > {before} + 200")
    expect(tip(page)).to_be_hidden()


def swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """One finger from here to there, in steps, as the browser gets it from the screen."""
    session = page.context.new_cdp_session(page)
    for kind, share in (("touchStart", 0.0), *(("touchMove", step / 10) for step in range(1, 11))):
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


# Without JavaScript


def test_without_javascript_a_mark_is_a_link_with_a_name(plain: BrowserContext) -> None:
    page = plain.new_page()
    visit(page, CHART)
    mark = page.locator(MARK).first
    assert (mark.locator("title").text_content() or "").startswith("15款 · ")
    href = mark.get_attribute("href")
    mark.click()
    page.wait_for_url(f"**{href}")
