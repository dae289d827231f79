"""The drawn panels: language, theme, width, keyboard and pointer."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_state import reload, visit
from tests.browser.workbench import DRAWN, choose_another_topic, start, titles

pytestmark = pytest.mark.browser

GROUND = "document.querySelector('.plot .main-svg').style.background"


def test_the_language_is_that_of_the_path(page: Page) -> None:
    visit(page, "/en/")
    start(page)
    choose_another_topic(page)
    assert all(title.isascii() for title in titles(page))
    assert page.url.split("?")[0].endswith("/en/")
    assert page.locator(".switches a[hreflang]").get_attribute("href").endswith(page.url.split("?")[1])  # type: ignore[union-attr]


def test_the_drawing_follows_the_theme_and_the_choice_is_remembered(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    light = page.evaluate(GROUND)
    page.locator("[data-theme-switch]").click()
    page.wait_for_function(f"() => {GROUND} !== {light!r}")
    reload(page)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    start(page)
    assert page.evaluate(GROUND) != light


def test_the_drawing_follows_the_systems_theme(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    light = page.evaluate(GROUND)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {GROUND} !== {light!r}")


def test_the_drawing_follows_the_width(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    assert page.evaluate("innerWidth") == 1280
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => document.querySelector('.plot .main-svg').getBoundingClientRect().width < 390")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_arrow_keys_walk_the_figures_and_enter_opens_the_evidence(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    plot = page.locator("figure[data-panel='series'] .plot")
    plot.focus()
    page.keyboard.press("ArrowRight")
    live = page.locator("figure[data-panel='series'] [aria-live]")
    expect(live).not_to_be_empty()
    first = live.inner_text()
    page.keyboard.press("End")
    last = live.inner_text()
    page.keyboard.press("Home")
    assert live.inner_text() == first
    assert (first == last) == (page.evaluate("document.querySelector('.plot .js-plotly-plot').data.length") == 1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/figures/*")


def test_a_click_on_a_mark_opens_its_evidence(page: Page) -> None:
    visit(page, "/zh/")
    start(page)
    point = page.locator(f"{DRAWN} .point, {DRAWN} .points path").first
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] - 9, box["y"])
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/zh/figures/*")


def test_an_open_table_stays_open_and_is_that_of_the_choice(page: Page) -> None:
    visit(page, "/zh/")
    table = page.locator("figure[data-panel='series'] details.data")
    table.locator("summary").click()
    start(page)
    before = table.inner_text()
    choose_another_topic(page)
    assert table.evaluate("each => each.open")
    assert table.inner_text() != before
