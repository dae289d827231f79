"""The workbench on every kind of page that holds one: it takes over in place and follows the choice."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.page_state import reload, visit, wait_until_still
from tests.browser.workbench import PAGES, TOPIC, WATCH, expect_answer, take, wait_until_drawn

pytestmark = pytest.mark.browser

KINDS = pytest.mark.parametrize("kind", PAGES)
#: Where the reader is, what is open and what is marked.
STATE = """() => [document.activeElement.outerHTML.slice(0, 60), document.querySelectorAll("details[open]").length,
  getSelection().toString()]"""
#: In pixels: where the workbench stands in the window, how long it is, and the room of every drawing. The page's own
#: length is a guess where it is out of sight.
ROOM = """() => [document.querySelector("#workbench").getBoundingClientRect()].flatMap(({ top, height }) => [
  top, height, ...[...document.querySelectorAll("figure[data-panel] div.drawing")].flatMap((each) => {
    const { width, height } = each.getBoundingClientRect();
    return [width, height];
  })])"""
#: Marks the words of the first heading, as a reader does who wants to copy them.
MARK = "() => getSelection().selectAllChildren(document.querySelector('h1'))"


def ready(page: Page, kind: str) -> None:
    """The page with the control in sight and its shelf open, the focus on the control."""
    selector = PAGES[kind][0]
    visit(page, f"/zh/{kind}")
    page.evaluate("(it) => document.querySelector(it).closest('details')?.setAttribute('open', '')", selector)
    page.locator("figure details").first.evaluate("each => { each.open = true; }")
    page.locator(selector).scroll_into_view_if_needed()
    wait_until_still(page)
    page.evaluate(MARK)


@KINDS
@pytest.mark.parametrize("width", [390, 1440])
def test_dash_waits_for_intent_then_moves_nothing_and_keeps_what_the_reader_did(
    page: Page, kind: str, width: int
) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(WATCH)
    ready(page, kind)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("[window.React, window.Plotly, window.DashRenderer].every((each) => each === undefined)")
    page.locator("figure[data-panel] svg.drawing:visible").first.hover()
    assert not [url for url in urls if "/workbench/" in url]
    ready(page, kind)
    page.evaluate("() => { window.shifted = 0; }")
    page.locator(PAGES[kind][0]).focus()
    state, room = page.evaluate(STATE), page.evaluate(ROOM)
    wait_until_drawn(page)
    wait_until_still(page)
    assert page.evaluate(STATE) == state
    assert page.evaluate(ROOM) == pytest.approx(room, abs=1)
    assert page.evaluate("shifted") < 0.02
    assert page.evaluate("refused") == []


@KINDS
def test_the_page_follows_stays_accessible_and_is_the_same_without_javascript(
    page: Page, context: BrowserContext, kind: str
) -> None:
    ready(page, kind)
    selector, value = PAGES[kind]
    page.locator(selector).focus()
    wait_until_drawn(page)
    before = texts(page)
    take(page, selector, value)
    assert page.evaluate("(it) => document.activeElement === document.querySelector(it)", selector)
    live = texts(page)
    assert live != before
    assert "?" in page.url
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    without = plain.new_page()
    visit(without, page.url)
    assert texts(without) == live
    assert without.title() == page.title()
    plain.close()
    assert complaints_of_axe(page) == []


def complaints_of_axe(page: Page) -> list[str]:
    complaints = []
    for width, scheme in ((1440, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        wait_until_still(page)
        complaints += [f"{width} {scheme}: {each}" for each in violations(page)]
    return complaints


def texts(page: Page) -> list[str]:
    """What the page says: its title, its panels and the values in their tables."""
    return page.locator("h1, figure[data-panel] .title, figcaption, table.data td:nth-child(2)").all_text_contents()


def test_a_chosen_indicator_is_taken_away_in_place(page: Page) -> None:
    kind = "explore?i=ai-firms&i=ai-models&i=unicorns"
    visit(page, f"/zh/{kind}")
    page.locator("#workbench summary").first.focus()
    wait_until_drawn(page)
    page.evaluate("() => { window.stays = true; }")
    with expect_answer(page):
        page.locator(".chosen a").last.click()
    expect(page.locator(".chosen a")).to_have_count(2)
    assert page.evaluate("window.stays")
    assert page.url.endswith("?i=ai-models&i=ai-firms")
    assert page.evaluate("document.activeElement !== document.body")
    expect(page.locator("input[value='unicorns']")).not_to_be_checked()


def test_what_can_be_collected_stays_so_in_a_page_written_again(page: Page) -> None:
    visit(page, "/zh/compare")
    page.locator("figure[data-panel='ai-firms'] .collect").click()
    page.locator(TOPIC).focus()
    wait_until_drawn(page)
    take(page, TOPIC, "space")
    fresh = page.locator("figure[data-panel] .collect").first
    assert fresh.evaluate("each => each.tagName") == "BUTTON"
    fresh.click()
    take(page, TOPIC, "ai")
    expect(page.locator("figure[data-panel='ai-firms'] .collect")).to_contain_text("✓")
    expect(page.locator("[data-brief-count]").first).to_have_text("2")


def test_a_refused_view_keeps_saying_why(page: Page) -> None:
    visit(page, "/zh/explore?i=unicorns")
    page.locator("#workbench summary").first.focus()
    wait_until_drawn(page)
    page.evaluate("document.querySelector(\"input[value='ai-listed-value']\").closest('details').open = true")
    take(page, "input[value='ai-listed-value']", "")
    expect(page.locator("#part-refused")).to_contain_text("不能共用坐标轴")


@pytest.mark.parametrize("kind", ["charts/biomed-scale", "explore?i=ai-firms&i=ai-models", "compare"])
def test_back_and_forward_come_to_what_was_chosen(page: Page, kind: str) -> None:
    visit(page, "/zh/about")
    ready(page, kind)
    selector, value = PAGES[kind]
    page.locator(selector).focus()
    wait_until_drawn(page)
    take(page, selector, value)
    chosen, live = page.url, texts(page)
    page.go_back()
    assert page.url.endswith("/about")
    page.go_forward()
    assert page.url == chosen
    reload(page)
    assert texts(page) == live


@pytest.mark.parametrize("kind", ["charts/biomed-scale", "compare"])
def test_if_an_answer_fails_the_form_still_works(page: Page, complaints: list[str], kind: str) -> None:
    selector, value = PAGES[kind]
    ready(page, kind)
    page.locator(selector).focus()
    wait_until_drawn(page)
    page.route("**/_dash-update-component", lambda route: route.abort())
    page.locator(selector).select_option(value)
    expect(page.locator(".resting")).to_be_visible()
    page.locator("#workbench button[type=submit]").click()
    page.wait_for_url(f"**{value}*")
    page.close()  # the next page misses the same file, and may say so late
    complaints.clear()


def test_a_chart_without_a_choice_brings_no_script_of_dash(page: Page) -> None:
    visit(page, "/zh/charts/academy-labs")
    assert page.locator("#workbench, #workbench-start, link[rel=prefetch]").count() == 0
