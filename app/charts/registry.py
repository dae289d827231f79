"""The kinds of charts there are, and what is done by kind: a spec becomes a scene, a scene at a width a layout.

A kind is a module of this package that ends in `register_chart_type(ChartType(…))`; `app.charts` imports them all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.charts.base_scene import DishonestChartError
from app.charts.geometry.text import wrap
from app.charts.layout import Box, Layout, Role, Words
from app.charts.scene import GAP, Scene
from app.charts.spec import ChartSpec
from app.charts.words import build_key, describe_scene
from app.data.datum import Datum
from app.model.chart import ChartKind


class OfficeForm(StrEnum):
    """How PowerPoint or Excel draws a chart itself: bars, bars on their whole, points over time, stacked bars."""

    BARS = "bars"
    SHARES = "shares"
    POINTS = "points"
    STACK = "stack"


@dataclass(frozen=True)
class ChartType:
    """One kind. `build` is called for specs that `refuse` lets pass."""

    kind: ChartKind
    build: Callable[[ChartSpec], Scene]
    layout: Callable[[Scene, float], Layout]
    #: Raises DishonestChartError where the kind would say more of the chosen data than is printed.
    refuse: Callable[[ChartSpec], None] = lambda _: None
    #: Whether it tells more of such data than a number would: then it may take another indicator's data.
    suits: Callable[[Sequence[Datum]], bool] = lambda _: True
    #: The same in several columns, for a stage, which is wider than high.
    layout_columns: Callable[[Scene, float, int], Layout] | None = None
    #: What the office programs may draw themselves; None where that would say more than is printed.
    slide_form: OfficeForm | None = None
    sheet_form: OfficeForm | None = None
    #: Whether any stretch of time is as honest as the whole, and any one place.
    has_periods: bool = False
    has_places: bool = True
    #: Whether its counts may be read as percentages of their whole.
    has_percent: bool = False


CHART_TYPES: dict[ChartKind, ChartType] = {}


def register_chart_type(chart_type: ChartType) -> None:
    """Makes a kind known to everything that walks the kinds."""
    if chart_type.kind in CHART_TYPES:
        raise ValueError(f"the kind {chart_type.kind} is registered twice")
    CHART_TYPES[chart_type.kind] = chart_type


def build_scene(spec: ChartSpec) -> Scene:
    """What the chart says; raises DishonestChartError when the data cannot honestly take the kind."""
    chart_type = CHART_TYPES[spec.kind]
    chart_type.refuse(spec)
    scene = chart_type.build(spec)
    broken = GAP in scene.labels
    key = build_key(scene.lang, points=scene.points, events=scene.events, broken=broken)
    return replace(scene, key=key, description=describe_scene(scene))


def is_honest(spec: ChartSpec) -> bool:
    """Whether the spec's data may be drawn in its kind."""
    try:
        CHART_TYPES[spec.kind].refuse(spec)
    except DishonestChartError:
        return False
    return True


#: The widths a chart is laid out for; narrower or wider containers get the nearest.
NARROWEST, WIDEST = 280.0, 1600.0


def layout_chart(scene: Scene, width: float) -> Layout:
    """Where everything stands at `width` pixels; a scene with nothing to draw is its one sentence."""
    width = min(max(width, NARROWEST), WIDEST)
    return _layout_sentence(scene, width) if scene.empty else CHART_TYPES[scene.kind].layout(scene, width)


def _layout_sentence(scene: Scene, width: float) -> Layout:
    lines = wrap(scene.empty, 14, width)
    words = tuple(Words(0, 24 + n * 22, line, Role.NOTE, 14) for n, line in enumerate(lines))
    height = 24 + len(lines) * 22
    return Layout(scene=scene, width=width, height=height, plot=Box(0, 0, width, height), words=words)
