"""The gallery in both languages and themes: no violation that axe knows; legible in forced colours and on paper."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from app.model.text import Lang
from app.urls import Urls
from tests.browser.accessibility import violations
from tests.browser.page_state import visit

pytestmark = pytest.mark.browser

#: Colours of what is seen of a kind of element, by property.
PAINT = """([selector, property]) => [...new Set([...document.querySelectorAll(selector)]
  .filter((each) => each.checkVisibility()).map((each) => getComputedStyle(each)[property]))]"""


@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("en", "dark")])
def test_axe_finds_nothing(page: Page, lang: Lang, theme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=theme)
    visit(page, Urls(lang).gallery())
    assert violations(page) == []


def test_every_sample_is_drawn_once(page: Page) -> None:
    visit(page, Urls("zh").gallery())
    counts = page.evaluate(
        """() => [...document.querySelectorAll("div.drawing")].map((each) =>
          [...each.querySelectorAll("svg")].filter((svg) => svg.checkVisibility()).length)"""
    )
    assert len(counts) > 80
    assert set(counts) == {1}


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
def test_the_page_is_never_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, Urls("en").gallery())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_use_the_systems_ink_and_ground(page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    visit(page, Urls("zh").gallery())
    system = page.evaluate(
        """() => ["CanvasText", "GrayText", "Highlight", "Canvas"].map((name) => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.color = name;
          const found = getComputedStyle(probe).color;
          probe.remove();
          return found;
        })"""
    )
    assert set(page.evaluate(PAINT, ["div.drawing text", "fill"])) <= set(system[:3])
    marks = page.evaluate(PAINT, ["div.drawing a.mark :is(circle, rect, path)", "fill"])
    assert set(marks) <= {*system, "none"} | {fill for fill in marks if fill.startswith("url(")}


def test_on_paper_text_is_dark_and_charts_are_whole(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    visit(page, Urls("zh").gallery())
    assert page.evaluate(PAINT, ["figure.chart", "breakInside"]) == ["avoid"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    colours = page.evaluate(PAINT, ["div.drawing text, figure.chart h2", "color"])
    assert colours
    assert [each for each in colours if sum(int(part) for part in each[4:-1].split(",")) >= 3 * 128] == []
    assert not page.evaluate("document.querySelector('.masthead nav').checkVisibility()")
