"""Dash starts at first intent and takes over in place; until then, and if it cannot, the form is a form."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from app.workbench.scripts import PLOTLY, scripts
from tests.browser.page_state import visit, wait_until_still
from tests.browser.workbench import (
    DRAWN,
    INDICATOR,
    TOPIC,
    WATCH,
    choose,
    choose_another_topic,
    expect_answer,
    start,
    titles,
    wait_until_drawn,
)

pytestmark = pytest.mark.browser

SERIES = "figure[data-panel=series]"
NOW = ".w.now"
RENDERER = "**/assets/dash-renderer.*.js"
#: Milliseconds, longer than Plotly waits for the hand to rest.
REST = 2_000
#: Notes what stands when an answer is written, and counts the frames in which a figure shows nothing.
LOG = """() => {
  addEventListener("written", () => {
    const series = document.querySelector("figure[data-panel=series]");
    window.atOnce = [series.querySelector(".plot").checkVisibility(), series.querySelectorAll(".w.now .mark").length];
  }, { once: true });
  window.empty = 0;
  const look = () => {
    const shown = [...document.querySelectorAll("figure[data-panel=series] div.drawing svg")];
    if (!shown.some((each) => each.checkVisibility({ visibilityProperty: true }))) window.empty += 1;
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.mark.parametrize("intent", ["hover", "focus"])
def test_any_intent_starts_it(page: Page, intent: str) -> None:
    visit(page, "/zh/")
    getattr(page.locator(TOPIC), intent)()
    page.locator(".plot .main-svg").first.wait_for(state="visible")


@pytest.mark.parametrize("width", [820])
def test_the_takeover_moves_nothing_and_keeps_focus_and_scroll(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(WATCH)
    visit(page, "/zh/")
    page.locator("#workbench").scroll_into_view_if_needed()
    wait_until_still(page)
    page.locator(INDICATOR).focus()
    before = _state(page)
    wait_until_drawn(page)
    wait_until_still(page)
    assert _state(page) == before
    assert page.evaluate("shifted") < 0.02
    assert page.evaluate("refused") == []


def _state(page: Page) -> object:
    return page.evaluate(
        """() => [document.activeElement.id, Math.round(scrollY),
        Math.round(document.querySelector("#topics").getBoundingClientRect().top + scrollY), // what comes next stays
        ...[...document.querySelectorAll("figure[data-panel] div.drawing:not([hidden])")].map((each) => {
          const { width, height } = each.getBoundingClientRect();
          return [Math.round(width), Math.round(height)];
        })]"""
    )


def test_the_panels_and_the_address_follow_the_choice(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    before = titles(page)
    topic = choose_another_topic(page)
    assert re.search(rf"/zh/\?topic={topic}$", page.url)
    assert titles(page) != before
    choose(page, TOPIC, page.locator(f"{TOPIC} option").first.get_attribute("value") or "")
    assert page.url.endswith("/zh/")
    assert titles(page) == before


def test_a_shared_address_gives_the_same_charts_with_and_without_javascript(
    page: Page, context: BrowserContext, address: str
) -> None:
    visit(page, "/zh/")
    start(page)
    choose_another_topic(page)
    last = page.locator(f"{INDICATOR} option").last.get_attribute("value") or ""
    choose(page, INDICATOR, last)
    shared, live = page.url, titles(page)
    assert f"indicator={last}" in shared
    assert titles(_opened(context, shared)) == live
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    without = plain.new_page()
    visit(without, shared)
    assert titles(without) == live
    assert without.locator("figure[data-panel='series'] svg").count() > 0
    plain.close()


def _opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    visit(page, address)
    return page


def test_without_javascript_the_form_shows_what_was_chosen(context: BrowserContext, address: str) -> None:
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    visit(page, f"{address}/en/")
    before = titles(page)
    page.locator(TOPIC).select_option(index=1)
    with page.expect_navigation(url="**/en/?topic=*"):
        page.locator("#workbench button[type=submit]").click()
    assert titles(page) != before
    plain.close()


def test_a_choice_made_while_the_scripts_load_is_kept(page: Page) -> None:
    held: list[Route] = []
    page.route(RENDERER, lambda route: held.append(route))
    with page.expect_request(RENDERER):  # ahead of any intent
        visit(page, "/zh/")
    before = titles(page)
    page.locator(TOPIC).focus()
    page.locator(TOPIC).select_option(index=1)
    page.wait_for_function("() => window.ReactDOM")  # all that comes before it has run
    with expect_answer(page):
        page.route(RENDERER, lambda route: route.continue_())
        for route in held:
            route.continue_()
    assert "topic=" in page.url
    assert titles(page) != before


def test_an_answer_is_drawn_at_once_and_plotly_comes_when_the_hand_rests(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    page.evaluate(LOG)
    choose(page, INDICATOR, "ai-firms")
    assert page.evaluate("atOnce") == [False, 2]
    wait_until_drawn(page)
    assert page.evaluate("empty") == 0


def test_nothing_changes_under_the_pointer_or_the_keys(page: Page) -> None:
    page.clock.install()
    visit(page, "/zh/")
    start(page)
    page.locator(f"{SERIES} .plot").hover()
    choose(page, INDICATOR, "ai-firms")
    rest_under_the_readers_hand(page)
    mark = page.locator(f"{SERIES} {NOW} .mark").first
    mark.hover()
    expect(page.locator(".tip")).to_be_visible()
    page.clock.run_for(REST)
    expect(mark).to_be_visible()
    expect(page.locator(".tip")).to_be_visible()
    page.locator(f"{SERIES} {NOW} svg").focus()
    page.keyboard.press("ArrowRight")
    page.mouse.move(0, 0)
    page.clock.run_for(REST)
    assert page.evaluate("document.activeElement.matches('svg.drawing')")
    page.evaluate("document.activeElement.blur()")
    expect(page.locator(NOW)).to_have_count(0)


def rest_under_the_readers_hand(page: Page) -> None:
    """Until Plotly has drawn all panels but the one that the reader is at."""
    page.clock.run_for(REST)
    expect(page.locator(NOW)).to_have_count(1)
    page.clock.run_for(REST)


def choose_at_once(page: Page) -> None:
    """Choose before anything runs, see the answer, and rest for longer than Plotly waits."""
    page.clock.install()
    visit(page, "/zh/")
    page.locator(INDICATOR).focus()
    choose(page, INDICATOR, "ai-firms")
    expect(page.locator(f"{SERIES} {NOW} .mark")).to_have_count(2)
    page.clock.run_for(REST)


def test_without_plotly_the_drawings_follow_all_the_same(page: Page, complaints: list[str]) -> None:
    page.route("**/assets/plotly.*.js", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "/plotly." in request.url):
        choose_at_once(page)
    choose(page, INDICATOR, "ai-models")
    expect(page.locator(f"{SERIES} {NOW} .mark")).to_have_count(3)
    expect(page.locator(".resting")).to_be_hidden()
    complaints.clear()  # that the file did not come, which this test sees to


def test_the_full_plotly_stands_in_where_npm_did_not_bring_the_small_one(page: Page) -> None:
    full = scripts(Path("not-there")).bodies[PLOTLY]
    page.route("**/assets/plotly.*.js", lambda route: route.fulfill(body=full, content_type="text/javascript"))
    visit(page, "/zh/")
    start(page)
    choose_another_topic(page)
    expect(page.locator(DRAWN).first).to_be_visible()
    assert page.evaluate("'scatter3d' in Plotly.PlotSchema.get().traces")


def test_a_reader_who_pays_by_the_byte_is_spared_plotly(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    choose_at_once(page)
    assert not [url for url in urls if "/plotly." in url]


def test_if_a_script_does_not_come_the_form_sends_the_choice(page: Page, complaints: list[str]) -> None:
    page.route(RENDERER, lambda route: route.abort())
    visit(page, "/zh/")
    page.locator(TOPIC).focus()
    expect(page.locator(".resting")).to_be_visible()
    page.locator(TOPIC).select_option(index=1)
    page.wait_for_url("**/zh/?topic=*")
    page.close()  # the next page misses the same file, and may say so late
    complaints.clear()


def test_if_an_answer_fails_the_reader_hears_it_and_the_form_works(page: Page, complaints: list[str]) -> None:
    visit(page, "/zh/")
    start(page)
    page.route("**/_dash-update-component", lambda route: route.abort())
    page.locator(TOPIC).select_option(index=1)
    expect(page.locator(".resting")).to_be_visible()
    page.locator("#workbench button[type=submit]").click()
    page.wait_for_url("**/zh/?topic=*")
    page.close()  # the next page misses the same file, and may say so late
    complaints.clear()


def test_back_leaves_the_page_as_the_reader_came(page: Page) -> None:
    visit(page, "/zh/topics/" + _first_topic(page))
    visit(page, "/zh/")
    start(page)
    choose_another_topic(page)
    chosen = page.url
    page.go_back()
    assert "/topics/" in page.url
    page.go_forward()
    assert page.url == chosen


def _first_topic(page: Page) -> str:
    visit(page, "/zh/")
    return page.locator(f"{TOPIC} option").first.get_attribute("value") or ""
