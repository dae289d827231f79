"""No renderer, in no kind and neither language, writes the number of a bound or an approximation without its words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from app.charts.base_scene import DishonestChartError
from app.charts.layout import Layout, Role
from app.charts.registry import CHART_TYPES, build_scene, layout_chart
from app.charts.scene import Point
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import ChartKind
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.renderers import plotly, words
from app.renderers.palette import LIGHT
from app.renderers.svg import write_svg
from app.renderers.words import write_table
from tests import beijing
from tests.figures import datum, spec

#: Milestones have no numbers.
KINDS = [kind for kind in CHART_TYPES if kind is not ChartKind.EVENTS]
WIDTHS = (280, 720)


def inexact() -> list[Datum]:
    data = beijing.site().data.values()
    return [datum for datum in data if not datum.quantity.is_exact and not datum.quantity.is_range]


INEXACT = inexact()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_a_bound_carries_its_qualifier(kind: ChartKind, lang: Lang) -> None:
    drawn = [datum for datum in INEXACT if is_drawn(datum, kind, lang)]
    assert drawn or kind is ChartKind.RANK, "a rank is printed as itself"
    bare = [f"{r.id}: {text}" for r in drawn for text in outputs(r, kind, lang) if is_bare(text, r, kind, lang)]
    assert bare == []


def is_drawn(datum: Datum, kind: ChartKind, lang: Lang) -> bool:
    """Whether the kind takes this datum at all; a stack takes no bounds, a share only what is one."""
    try:
        return bool(build_scene(inexact_spec(datum, kind, lang)).points)
    except DishonestChartError:
        return False


def inexact_spec(datum: Datum, kind: ChartKind, lang: Lang) -> ChartSpec:
    return replace(spec(datum, kind=kind, lang=lang), every=beijing.site().data)


def outputs(datum: Datum, kind: ChartKind, lang: Lang) -> Iterator[str]:
    """Everything any renderer writes of a chart of this one figure, as plain text, ticks left out."""
    scene = build_scene(inexact_spec(datum, kind, lang))
    yield _plain(write_table(scene))
    yield words.scene_words(scene)
    yield from (point.spoken for point in scene.points)
    for width in WIDTHS:
        layout = _without_ticks(layout_chart(scene, width))
        yield _plain(write_svg(layout, id_prefix="x"))
        yield " ".join(_of_figure(plotly.plotly_figure(layout, LIGHT)))


def _of_figure(figure: dict[str, Any]) -> Iterator[str]:
    *marks, texts = figure["data"]
    yield from (_plain(line) for line in texts["text"])
    for trace in marks:
        yield _plain(trace["hovertemplate"])
        yield _plain(trace["customdata"][0][0])


def _plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", markup))


def _without_ticks(layout: Layout) -> Layout:
    return replace(layout, words=tuple(each for each in layout.words if each.role is not Role.TICK))


def is_bare(text: str, datum: Datum, kind: ChartKind, lang: Lang) -> bool:
    """Whether the number is still there once the whole label and the dates and names around it are taken away."""
    point = build_scene(inexact_spec(datum, kind, lang)).points[0]
    rest = _spaceless(text)
    for known in _said_otherwise(datum, point, lang):
        rest = rest.replace(_spaceless(known), " ") if known else rest
    return re.search(rf"(?<![\d,.]){re.escape(_spaceless(point.label.amount))}(?![\d,.]*\d)", rest) is not None


def _said_otherwise(datum: Datum, point: Point, lang: Lang) -> list[str]:
    label = datum.label(lang).value
    around = [point.period_text.text, point.definition, point.source, point.name, point.note]
    return [point.label.text, label, *sorted(around, key=len, reverse=True), datum.indicator.label(lang)]


def _spaceless(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("text", "bare"), [("有2,400家。", True), ("有超2,400家。", False), ("有12,400家", False)])
def test_the_walk_sees_a_bare_number(text: str, bare: bool) -> None:
    assert is_bare(text, datum(qualifier=Qualifier.OVER), ChartKind.SERIES, Lang.ZH) is bare
