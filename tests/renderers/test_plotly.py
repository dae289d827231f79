"""The Plotly figure stands where the SVG stands, and lets nothing in from the data."""

import html
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from app.charts.layout import Layout
from app.charts.registry import layout_chart
from app.model.chart import ChartKind
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.renderers import plotly
from app.renderers.palette import DARK, LIGHT
from app.site import Site
from tests.figures import TIMES, datum, scene

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def layouts(real_site: Site) -> list[Layout]:
    return [layout_chart(real_site.chart(name, lang), 530) for name in real_site.catalog.charts for lang in LANGS]


@pytest.mark.whole
def test_every_real_chart_is_a_valid_figure_of_dots_and_bars(layouts: list[Layout]) -> None:
    for layout in layouts:
        figure = plotly.plotly_figure(layout, DARK)
        go.Figure(json.loads(json.dumps(figure)))
        assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar"}


def test_marks_stand_at_their_pixels(layouts: list[Layout]) -> None:
    """By the figure's own ranges and margins, as Plotly computes them; a browser test holds the drawn ones."""
    for layout in layouts:
        figure = plotly.plotly_figure(layout, LIGHT)
        for mark, trace in zip(layout.marks, figure["data"][:-1], strict=True):
            if trace["type"] != "scatter":
                continue
            x, y = _pixels(figure["layout"], trace["x"][0], trace["y"][0])
            assert (x, y) == pytest.approx((mark.x, mark.y), abs=1), (layout.scene.chart_id, mark.point.id)


def _pixels(shape: dict[str, Any], x: float, y: float) -> tuple[float, float]:
    assert not any(shape["margin"].values())
    left, right = shape["xaxis"]["range"]
    bottom, top = shape["yaxis"]["range"]
    return (x - left) / (right - left) * shape["width"], (top - y) / (top - bottom) * shape["height"]


def test_every_line_of_text_stands_in_the_last_trace(layouts: list[Layout]) -> None:
    for layout in layouts:
        words = plotly.plotly_figure(layout, LIGHT)["data"][-1]
        assert words["mode"] == "text"
        assert [html.unescape(text) for text in words["text"]] == [each.text for each in layout.words]


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_set_in_the_pages_own_fonts(lang: Lang) -> None:
    tokens = (ROOT / "assets" / "tokens.css").read_text(encoding="utf-8")
    zh, en = re.findall(r"--sans: (.*?);", tokens)
    assert {"zh": zh, "en": en}[lang] == plotly.SANS[lang]


def test_lines_of_one_look_are_one_shape() -> None:
    layout = layout_chart(scene(datum("a"), datum("b", "40"), kind=ChartKind.SERIES), 530)
    shapes = plotly.plotly_figure(layout, LIGHT)["layout"]["shapes"]
    looks = [json.dumps({**shape, "path": ""}) for shape in shapes]
    assert all(one != next_one for one, next_one in pairwise(looks))
    assert len(shapes) < len(layout.strokes)


def test_a_bar_spans_the_same_values() -> None:
    layout = layout_chart(scene(datum("a", "2", to="3", unit=TIMES), kind=ChartKind.RANGE), 530)
    trace = plotly.plotly_figure(layout, LIGHT)["data"][0]
    assert (trace["base"], trace["x"]) == ([pytest.approx(2)], [pytest.approx(1)])


def test_nothing_can_be_zoomed_dragged_or_uploaded() -> None:
    figure = plotly.plotly_figure(layout_chart(scene(datum(), kind=ChartKind.SERIES), 530), LIGHT)["layout"]
    assert figure["dragmode"] is False
    assert figure["xaxis"]["fixedrange"]
    assert figure["yaxis"]["fixedrange"]
    assert {plotly.CONFIG[name] for name in ("displayModeBar", "showSendToCloud", "displaylogo", "scrollZoom")} == {
        False
    }


def test_markup_in_the_data_is_shown_as_text() -> None:
    evil = '<a href="https://evil.example">%{x}<b>'
    layout = layout_chart(scene(datum(source=evil), kind=ChartKind.DISAGREEMENT), 530)
    figure = plotly.plotly_figure(layout, LIGHT)
    trace = figure["data"][0]
    texts = figure["data"][-1]["text"]
    assert any("&lt;a" in text for text in texts)
    assert not any("<a" in text for text in [*texts, trace["hovertemplate"], trace["customdata"][0][0]])
    assert "%{" not in trace["hovertemplate"]


def test_customdata_leads_to_the_evidence() -> None:
    layout = layout_chart(scene(datum("a", qualifier=Qualifier.OVER), kind=ChartKind.SERIES), 530)
    assert plotly.plotly_figure(layout, LIGHT)["data"][0]["customdata"] == [
        ["超2,400家 · 2024年 · reported · paper", "/zh/figures/a", "a"]
    ]
