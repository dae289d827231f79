"""From one date to another: a row a thing, both ends labelled; how much it changed only where that is certain.

From one date to another: two dots a row with a line between them, each labelled with its date.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.charts.base_scene import base_scene, build_point, one_base, refuse_for, refuse_units
from app.charts.geometry.axis import XAxis
from app.charts.geometry.rows import Tag, layout_labelled_rows
from app.charts.layout import Layout
from app.charts.names import group_by_thing, row_name
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Group, Scene
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.comparable import latest_moves, same_axis, same_definition
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.text import Lang
from app.quantities.scale import format_number


def build_change(spec: ChartSpec) -> Scene:
    rows = group_by_thing(spec.data)
    groups = tuple(_group(row, rows, spec) for row in rows)
    return base_scene(spec, groups, base=one_base(spec.data))


def refuse_change(spec: ChartSpec) -> None:
    """A row joins figures: of one definition, in one unit."""
    for row in group_by_thing(spec.data):
        refuse_for(same_definition(row))
    refuse_units(spec)


def _group(row: Sequence[Datum], rows: Sequence[Sequence[Datum]], spec: ChartSpec) -> Group:
    dated = replace(spec, label_by=LabelBy.PERIOD)
    ends = tuple(build_point(datum, dated) for datum in row)
    return Group(
        name=row_name(row, rows, spec),
        points=ends,
        joined=len(ends) > 1 and not any(end.target for end in ends),
        note=_change(row, spec.lang),
    )


def _change(row: Sequence[Datum], lang: Lang) -> str:
    """+9.5%（推算）; empty unless both ends are exact results: between bounds no rate can be known."""
    first, last = row[0], row[-1]
    certain = len(row) > 1 and all(r.quantity.is_exact and not r.observation.target for r in (first, last))
    if not certain or first.base.style not in ("amount", "percent") or first.quantity.value <= 0:
        return ""
    before, after = first.quantity.value, last.quantity.value
    if first.base.style == "percent":
        return phrase("points_change", lang, value=_signed(after - before))
    return phrase("rate_change", lang, value=_signed((after - before) * 100 / before))


def _signed(value: Decimal) -> str:
    rounded = round(value, 1)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return sign + format_number(abs(rounded))


_BAND = 26.0


def layout_change(scene: Scene, across: float) -> Layout:
    return layout_labelled_rows(scene, across, band=_BAND, bars=False, tags=_tags)


def _tags(group: Group, axis: XAxis) -> list[Tag]:
    tags = [
        Tag(axis.at(point.high or point.value), point.label.text, point.period_text.text, point.id)
        for point in group.points
    ]
    if group.note:
        tags.insert(len(tags) - 1, Tag((tags[0].at + tags[-1].at) / 2, group.note))
    return tags


def _suits(data: Sequence[Datum]) -> bool:
    return same_axis(data) is None and same_definition(data) is None and latest_moves(data)


register_chart_type(
    ChartType(
        ChartKind.CHANGE,
        build_change,
        layout_change,
        refuse=refuse_change,
        slide_form=OfficeForm.POINTS,
        sheet_form=OfficeForm.BARS,
        suits=_suits,
    )
)
