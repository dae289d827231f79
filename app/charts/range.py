"""Spans printed as such: from low to high, on a logarithmic axis where a span is wide enough to need one.

Spans from low to high on one axis, logarithmic where a span needs it; laid out like rows of readings.
"""

from collections.abc import Sequence

from app.charts.base_scene import base_scene, build_points, one_base, refuse_units
from app.charts.disagreement import layout_disagreement
from app.charts.names import distinct_names
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import LOG, Group, Scene
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.comparable import takes_log
from app.data.datum import Datum
from app.model.chart import ChartKind


def build_range(spec: ChartSpec) -> Scene:
    """One row a span, in the curator's order."""
    rows = distinct_names(build_points(spec), spec.lang)
    labels = {LOG: spec.lang.brackets(phrase("log", spec.lang))} if takes_log(spec.data) else None
    return base_scene(spec, (Group("", rows),), base=one_base(spec.data), labels=labels)


def _suits(data: Sequence[Datum]) -> bool:
    return all(datum.quantity.is_range for datum in data)


register_chart_type(
    ChartType(
        ChartKind.RANGE, build_range, layout_disagreement, refuse=refuse_units, slide_form=OfficeForm.BARS, suits=_suits
    )
)
