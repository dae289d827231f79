"""The stage as a presenter walks it: keys, fingers, buttons, the grid, the address."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_state import reload, visit
from tests.browser.stage import SLIDES, STAGE, headline, query_value, root, slide

pytestmark = pytest.mark.browser


ON = ("ArrowRight", "ArrowDown", "Space", "PageDown")


BACK = ("ArrowLeft", "ArrowUp", "PageUp")


def test_keys_walk_the_deck(stage: Page) -> None:
    for n, (on, back) in enumerate(zip(ON, (*BACK, "PageUp"), strict=True)):
        stage.keyboard.press(on)
        assert slide(stage) == 2, (n, on)
        stage.keyboard.press(back)
        assert slide(stage) == 1, (n, back)
    stage.keyboard.press("ArrowLeft")
    assert slide(stage) == 1
    stage.keyboard.press("End")
    assert slide(stage) == SLIDES
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == SLIDES
    stage.keyboard.press("Home")
    assert slide(stage) == 1
    # A number that was begun is forgotten after a while, which does not pass here.
    stage.clock.install(time=0)
    stage.clock.pause_at(1)
    for keys, number in (("7", 7), ("10", 10), ("99", SLIDES), ("0", 1)):
        stage.keyboard.type(keys)
        stage.keyboard.press("Enter")
        assert slide(stage) == number
    expect(stage.get_by_role("status")).to_contain_text("第1页，共10页 北京人工智能")


def test_a_slide_is_revealed_step_by_step_and_stands_whole_when_come_back_to(stage: Page) -> None:
    unseen = stage.locator(".frame.current .wide .mark.unseen")
    stage.keyboard.type("3")
    stage.keyboard.press("Enter")
    for left in (2, 1, 0):
        expect(unseen).to_have_count(left)
        assert slide(stage) == 3
        stage.keyboard.press("ArrowRight")
    assert slide(stage) == 4
    stage.keyboard.press("ArrowLeft")
    assert slide(stage) == 3
    expect(unseen).to_have_count(0)


def test_nothing_is_revealed_in_steps_where_motion_is_not_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, f"{STAGE}?slide=3")
    expect(page.locator(".mark.unseen")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    assert slide(page) == 4


def test_keys_change_how_the_stage_looks(stage: Page) -> None:
    for key, shade in (("b", "black"), (".", "black"), ("w", "white"), (",", "white")):
        stage.keyboard.press(key)
        assert root(stage, "blank") == shade
        stage.keyboard.press(key)
        assert root(stage, "blank") == ""
    stage.keyboard.press("b")
    stage.keyboard.press("ArrowRight")
    assert (root(stage, "blank"), slide(stage)) == ("", 2)
    for theme in ("dark", "projector", "light"):
        stage.keyboard.press("t")
        assert (root(stage, "theme"), query_value(stage, "theme")) == (theme, theme)
    stage.keyboard.press("l")
    assert headline(stage) == "In 2024 Beijing had over 2,400 firms in AI"
    assert (query_value(stage, "lang"), slide(stage), stage.title()[:12]) == ("en", 2, "Artificial i")
    stage.keyboard.press("l")
    assert (headline(stage)[:5], query_value(stage, "lang")) == ("2024年", "")
    stage.keyboard.press("f")
    stage.wait_for_function("() => document.fullscreenElement !== null")
    stage.keyboard.press("f")
    stage.wait_for_function("() => document.fullscreenElement === null")


def test_keys_open_what_lies_on_top_and_escape_closes_it(stage: Page) -> None:
    help_ = stage.locator("dialog.help:visible")
    stage.keyboard.press("?")
    expect(help_).to_have_count(1)
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == 1
    stage.keyboard.press("Escape")
    expect(help_).to_have_count(0)
    stage.keyboard.press("q")
    expect(stage.locator(".toast")).to_contain_text("PUBLIC_URL")
    stage.keyboard.press("p")
    expect(stage.locator(".toast")).to_contain_text("auto=20")
    stage.keyboard.press("g")
    expect(stage.locator(".frame:visible")).to_have_count(SLIDES)
    expect(stage.locator(".frame:visible .mark.unseen")).to_have_count(0)
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == 2
    expect(stage.locator(".frame:visible")).to_have_count(SLIDES)
    stage.keyboard.press("Home")
    stage.keyboard.press("Escape")
    expect(stage.locator(".frame:visible")).to_have_count(1)


def test_slides_are_hidden_and_moved_for_today_and_the_address_keeps_it(stage: Page) -> None:
    stage.keyboard.press("g")
    tile = stage.locator(".frame:visible .tile")
    tile.nth(1).get_by_text("今天不放").click()
    tile.nth(2).get_by_label("前移").click()
    assert query_value(stage, "show") == "cover,models,share,size,base,video,steps,limits,sources"
    reload(stage)
    stage.keyboard.press("ArrowRight")
    assert headline(stage).startswith("备案大模型")
    expect(stage.locator(".frame.current .count")).to_have_text("2 / 9")
    stage.keyboard.press("g")
    stage.locator(".frame:visible.off .tile").get_by_text("今天不放").click()
    assert query_value(stage, "show") == "cover,firms,models,share,size,base,video,steps,limits,sources"


def swipe(page: Page, *, by: int) -> None:
    """One finger across, in steps, as the browser gets it from the screen: it may take it for its own."""
    session = page.context.new_cdp_session(page)
    for kind, share in (("touchStart", 0.0), *(("touchMove", step / 8) for step in range(1, 9)), ("touchEnd", 1.0)):
        points = [] if kind == "touchEnd" else [{"x": 200 + by * share, "y": 300}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_hiding_and_showing_another_slide_leaves_the_one_that_stands(stage: Page) -> None:
    stage.keyboard.press("End")
    shown = headline(stage)
    order = stage.locator(".frame[data-lang=zh]").evaluate_all("all => all.map(each => each.dataset.id)")
    stage.keyboard.press("g")
    stage.locator(".frame:visible .tile").nth(3).get_by_text("今天不放").click()
    assert (headline(stage), slide(stage)) == (shown, SLIDES - 1)
    stage.locator(".frame:visible.off .tile").get_by_text("今天不放").click()
    assert (headline(stage), slide(stage), query_value(stage, "show")) == (shown, SLIDES, "")
    assert stage.locator(".frame[data-lang=zh]").evaluate_all("all => all.map(each => each.dataset.id)") == order


def test_the_help_closes_with_the_key_that_is_at_hand(stage: Page) -> None:
    stage.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    stage.keyboard.press("?")
    stage.keyboard.press("Enter")
    expect(stage.locator("dialog[open]")).to_have_count(0)
    assert stage.evaluate("printed") == 0


def test_fingers_and_buttons_walk_the_deck(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    visit(page, STAGE)
    swipe(page, by=-160)
    expect(page).to_have_url(re.compile(r"\?slide=2$"))
    swipe(page, by=160)
    expect(page).to_have_url(re.compile(f"{STAGE}$"))
    swipe(page, by=20)
    assert slide(page) == 1
    page.locator(".controls:visible [data-do=on]").click()
    assert slide(page) == 2
    page.locator(".controls:visible [data-do=lang]").click()
    assert headline(page).startswith("In 2024")
    page.keyboard.press(" ")  # belongs to the deck, not to the button that was pressed last
    assert slide(page) == 3
    assert query_value(page, "lang") == "en"
    context.close()


@pytest.mark.parametrize("query", ["slide=99", "slide=x", "lang=fr&theme=neon", "show=nope", "auto=x&kiosk=7"])
def test_what_the_address_gets_wrong_leaves_the_first_slide(page: Page, query: str) -> None:
    visit(page, f"{STAGE}?{query}")
    assert (slide(page), headline(page)) == (1, "北京人工智能")


def test_a_slide_changes_without_being_moved(stage: Page) -> None:
    """A browser that moves slides about lays out the whole deck anew."""
    moves = stage.evaluate("""() => {
      const observer = new MutationObserver(() => {});
      observer.observe(document.querySelector(".deck"), { childList: true });
      for (let at = 0; at < 10; at += 1)
        document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state: { at, step: 1 } } }));
      return observer.takeRecords().length;
    }""")
    assert (moves, slide(stage)) == (0, SLIDES)
