"""Every chart as a browser draws it: its words have room, and Plotly puts each mark where the SVG has it."""

import json
from collections.abc import Iterator
from itertools import combinations, zip_longest
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from app.charts.layout import Form, Layout, Mark
from app.model.text import LANGS, Lang
from app.renderers import plotly
from app.renderers.palette import LIGHT
from app.workbench.scripts import PLOTLY, scripts
from tests.browser.chart_sheet import layouts, show

pytestmark = pytest.mark.browser

WIDTHS = (320, 480, 760, 1200)
#: How much two texts may share: what rounding and the slant of a glyph take.
SLACK = 1.0
#: From the baseline, in em: what Chinese and Latin letters fill. A browser's own boxes add the font's line gap.
ASCENT, DESCENT = 0.86, 0.2

WORDS = """() => [...document.querySelectorAll("figure > svg")].map((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].map((each) => {
    const box = each.getBoundingClientRect();
    return { text: each.textContent, left: box.left - frame.left, right: box.right - frame.left,
      y: +each.getAttribute("y"), size: parseFloat(getComputedStyle(each).fontSize) };
  });
})"""

Word = dict[str, Any]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: these tests need no server."""
    new_page = browser.new_page()
    yield new_page
    new_page.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_meet_leave_the_frame_or_are_small(page: Page, width: int, lang: Lang) -> None:
    drawn = layouts(lang, width)
    show(page, drawn, lang)
    texts = page.evaluate(WORDS)
    wrong = {
        layout.scene.chart_id: faults
        for layout, words in zip(drawn, texts, strict=True)
        if (faults := [*_alone(layout, words), *_together(words)])
    }
    assert wrong == {}


def _alone(layout: Layout, words: list[Word]) -> list[str]:
    small = [f"{word['text']} is {word['size']} px" for word in words if word["size"] < 12]
    return small + [f"{word['text']} leaves the frame" for word in words if not _is_inside(layout, word)]


def _is_inside(layout: Layout, word: Word) -> bool:
    top, bottom = _span(word)
    across = word["left"] >= -SLACK and word["right"] <= layout.width + SLACK
    return across and top >= -SLACK and bottom <= layout.height + SLACK


def _together(words: list[Word]) -> list[str]:
    return [f"{one['text']} on {other['text']}" for one, other in combinations(words, 2) if _meet(one, other)]


def _meet(one: Word, other: Word) -> bool:
    (top, bottom), (its_top, its_bottom) = _span(one), _span(other)
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    return across > SLACK and min(bottom, its_bottom) - max(top, its_top) > SLACK


def _span(word: Word) -> tuple[float, float]:
    return word["y"] - ASCENT * word["size"], word["y"] + DESCENT * word["size"]


#: A line of text with its left, right and bottom.
Line = tuple[str, float, float, float]
#: The centre of each mark as drawn, by its id: in the SVG of the body, in Plotly of the bar or point.
MARKS = """(count) => [...Array(count).keys()].map((n) => {
  const middle = (each, frame) => {
    const box = each.getBoundingClientRect();
    return [box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top];
  };
  const svg = document.querySelector(`#c${n} > svg`);
  const drawn = {};
  for (const each of svg.querySelectorAll("a.mark"))
    drawn[each.dataset.id] = middle(each.querySelector("circle, rect, path"), svg.getBoundingClientRect());
  const plot = document.querySelector(`#p${n}`);
  const points = {};
  for (const each of plot.querySelectorAll(".trace")) {
    const found = each.querySelector(".points path, .point path, path.point");
    const trace = each.__data__[0].trace;
    if (found && trace.customdata) points[trace.customdata[0][2]] = middle(found, plot.getBoundingClientRect());
  }
  const lines = (root, chosen) => [...root.querySelectorAll(chosen)].map((each) => {
    const box = each.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    return [each.textContent, box.left - frame.left, box.right - frame.left, box.bottom - frame.top];
  }).sort();
  return [drawn, points, lines(svg, "text"), lines(plot, ".textpoint text")];
})"""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_plotly_puts_each_mark_where_the_svg_has_it(page: Page, width: int, lang: Lang) -> None:
    drawn = [layout for layout in layouts(lang, width) if not layout.scene.empty]
    show(page, drawn, lang)
    figures = [plotly.plotly_figure(layout, LIGHT) for layout in drawn]
    page.add_script_tag(content=scripts().bodies[PLOTLY].decode())
    # As text, for that is a tenth of the time that a structure takes to hand over.
    page.evaluate(
        """async ([figures, config]) => { for (const [n, { data, layout }] of JSON.parse(figures).entries()) {
          const host = Object.assign(document.createElement("div"), { id: `p${n}` });
          document.querySelector("main").append(host);
          await Plotly.newPlot(host, data, layout, config);
        } }""",
        [json.dumps(figures), plotly.CONFIG],
    )
    places = page.evaluate(MARKS, len(figures))
    apart = [
        (layout.scene.chart_id, mark.point.id, svg_at, points.get(mark.point.id))
        for layout, (svg_marks, points, *_) in zip(drawn, places, strict=True)
        for mark in layout.marks
        if not _near(svg_at := _expected(mark, svg_marks), points.get(mark.point.id))
    ]
    assert apart == []
    assert [
        (layout.scene.chart_id, one, other)
        for layout, (*_, svg_lines, its_lines) in zip(drawn, places, strict=True)
        for one, other in zip_longest(svg_lines, its_lines)
        if not _same_line(one, other)
    ] == []


def _same_line(one: Line | None, other: Line | None) -> bool:
    """The same words, to the pixel and a half."""
    if one is None or other is None or one[0] != other[0]:
        return False
    return max(abs(a - b) for a, b in zip(one[1:], other[1:], strict=True)) <= 1.5


def _expected(mark: Mark, places: dict[str, tuple[float, float]]) -> tuple[float, float]:
    """What Plotly's point stands for: the body, or where it is drawn as shapes, the end at which the value is."""
    if mark.form is Form.SQUARES or mark.pattern:
        return mark.x, mark.y
    return places[mark.point.id]


def _near(one: tuple[float, float], other: tuple[float, float] | None) -> bool:
    return other is not None and max(abs(one[0] - other[0]), abs(one[1] - other[1])) <= 3
