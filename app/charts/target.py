"""A goal against what was reached; a goal alone is shown as a goal, one without a deadline says so.

A goal against what was reached: a bar for the result, a diamond for the goal; a goal alone stands alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.charts.base_scene import base_scene, build_point, one_base, refuse_units
from app.charts.geometry.axis import XAxis
from app.charts.geometry.rows import Tag, layout_labelled_rows
from app.charts.layout import Layout
from app.charts.names import group_by_thing, rename_point, row_name
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy


def build_target(spec: ChartSpec) -> Scene:
    """One row a thing: what was reached in time order, then its goals."""
    rows = group_by_thing(spec.data)
    groups = tuple(
        Group(row_name(row, rows, spec), tuple(_point(datum, spec) for datum in _goals_last(row))) for row in rows
    )
    return base_scene(spec, groups, base=one_base(spec.data))


def _goals_last(row: Sequence[Datum]) -> list[Datum]:
    return sorted(row, key=lambda datum: datum.observation.target)


def _point(datum: Datum, spec: ChartSpec) -> Point:
    made = build_point(datum, replace(spec, label_by=LabelBy.PERIOD))
    if datum.observation.is_undated:
        return rename_point(made, phrase("undated", spec.lang), is_period=True)
    return made


_BAND = 24.0


def layout_target(scene: Scene, across: float) -> Layout:
    return layout_labelled_rows(scene, across, band=_BAND, bars=True, tags=_tags)


def _tags(group: Group, axis: XAxis) -> list[Tag]:
    return [
        Tag(axis.at(point.high or point.value), point.label.text, point.period_text.text, point.id)
        for point in group.points
    ]


def _suits(data: Sequence[Datum]) -> bool:
    return any(datum.observation.target for datum in data)


register_chart_type(
    ChartType(
        ChartKind.TARGET,
        build_target,
        layout_target,
        refuse=refuse_units,
        slide_form=OfficeForm.BARS,
        sheet_form=OfficeForm.BARS,
        suits=_suits,
    )
)
