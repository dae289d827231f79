"""The kinds of charts there are: what each says, where that stands, and all else that depends on the kind.

A kind is a module of this package that ends in `register_chart_type(ChartType(…))`; `app.charts` imports them all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.charts.layout import Layout
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
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
    """One kind. `build` raises DishonestChartError where the kind would say more of the chosen data than is printed."""

    kind: ChartKind
    build: Callable[[ChartSpec], Scene]
    layout: Callable[[Scene, float], Layout]
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
