"""Parts of a whole over time, in one fixed order: clusters 2+8, then 3+7.

Parts of a whole, one row a period: counted squares for small counts, else stacked bars.
"""

from collections.abc import Sequence
from decimal import Decimal

from app.charts.base_scene import DishonestChartError, base_scene, build_point, one_base, refuse_units
from app.charts.geometry.boxes import SquareGrid, spread_labels
from app.charts.geometry.marks import point_mark
from app.charts.geometry.rows import NARROW
from app.charts.geometry.text import LABEL, NAME_BOLD, NOTE, paragraph, text_column, width
from app.charts.layout import Area, Axis, Box, Form, Layout, LayoutBuilder, Mark, Role
from app.charts.names import name_of
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Emphasis, Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.comparable import latest_moves, same_axis, same_definition
from app.data.datum import Datum, Openness
from app.model.chart import ChartKind, LabelBy
from app.model.quantity import Quantity
from app.model.text import Lang
from app.quantities.label import base_label
from app.quantities.scale import scale_at

_HUNDRED = Decimal(100)


def build_composition(spec: ChartSpec) -> Scene:
    """One group a period, in time order, with its parts in the order in which the curator first names them."""
    names = list(dict.fromkeys(_part_name(datum, spec) for datum in spec.data))
    groups = tuple(_group(rows, names, spec) for rows in _periods(spec))
    return base_scene(spec, groups, base=one_base(spec.data))


def refuse_composition(spec: ChartSpec) -> None:
    """A stack would say more than is printed of bounds, ranges, goals, other definitions, parts beyond their whole."""
    refuse_units(spec)
    _refuse_unlike(spec)
    for rows in _periods(spec):
        _refuse_parts(rows, spec)


def _refuse_unlike(spec: ChartSpec) -> None:
    for datum in spec.data:
        if datum.openness in (Openness.UP, Openness.DOWN) or datum.quantity.is_range:
            label = datum.label(spec.lang)
            raise DishonestChartError(
                zh=f"“{label}”不是确数，不能与别的部分叠成整体。",
                en=f"'{label}' is not exact, so it cannot be stacked into a whole.",
            )
    if len({_kind(datum) for datum in spec.data}) > 1:
        raise DishonestChartError(
            zh="口径不同的数值，或目标与实绩，不能叠在一起。",
            en="Figures of different definitions, or goals and results, cannot be stacked.",
        )


def _kind(datum: Datum) -> tuple[str, str, bool]:
    return datum.indicator_id, datum.observation.definition, datum.observation.target


def _periods(spec: ChartSpec) -> list[list[Datum]]:
    rows: dict[str, list[Datum]] = {}
    for datum in sorted(spec.data, key=lambda datum: datum.observation.period):
        rows.setdefault(datum.observation.period.text, []).append(datum)
    return list(rows.values())


def _part_name(datum: Datum, spec: ChartSpec) -> str:
    by = LabelBy.CATEGORY if spec.label_by is LabelBy.PERIOD else spec.label_by
    return name_of(datum, by, spec.lang)


def _group(rows: list[Datum], names: list[str], spec: ChartSpec) -> Group:
    parts = [
        build_point(datum, spec, name=_part_name(datum, spec), emphasis=_hue(datum, names, spec)) for datum in rows
    ]
    parts.sort(key=lambda part: names.index(part.name))
    return Group(parts[0].period_text.text, tuple(parts), note=_total(rows, parts, spec))


def _hue(datum: Datum, names: list[str], spec: ChartSpec) -> Emphasis:
    """The first part in vermilion, the second in the second hue, the rest grey; patterns tell them apart."""
    place = names.index(_part_name(datum, spec))
    return (Emphasis.BEIJING, Emphasis.SECOND)[place] if place < 2 else Emphasis.OTHER


def _refuse_parts(rows: list[Datum], spec: ChartSpec) -> None:
    """The parts of one period."""
    period = rows[0].period_text(spec.lang)
    if len({_part_name(datum, spec) for datum in rows}) < len(rows):
        raise DishonestChartError(
            zh=f"{period}有一部分出现了两次，叠加会重复计算。",
            en=f"A part is given twice for {period}; a stack would count it twice.",
        )
    if rows[0].base.style == "percent" and sum(datum.quantity.value for datum in rows) > _HUNDRED:
        raise DishonestChartError(
            zh=f"{period}各部分之和超过100%。",
            en=f"The parts for {period} add up to more than 100%.",
        )


def _total(rows: list[Datum], parts: list[Point], spec: ChartSpec) -> str:
    """共10个（推算）; empty where a part is unsure, or where there is nothing to add."""
    base = rows[0].base
    if len(rows) < 2 or base.style != "amount" or not all(row.quantity.is_exact for row in rows):
        return ""
    scale = scale_at(spec.step, spec.lang) if spec.step else None
    words = base_label(Quantity(sum((part.value for part in parts), Decimal(0))), base, spec.lang, scale)
    return f"共{words}（推算）" if spec.lang is Lang.ZH else f"{words} in total (derived)"


_WIDEST = 760.0
_SIDE, _SMALLEST, _GAP, _PARTS_APART = 20.0, 12.0, 3.0, 9.0
_BAR, _LINE, _ROWS_APART, _SWATCH = 26.0, 18.0, 22.0, 12.0
#: There are four hatchings; a fifth part is told from the first by its hue and its place.
_PATTERNS = 5


def layout_composition(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    limit = min(across, _WIDEST)
    side = _side(scene, limit)
    most = max(float(sum(point.value for point in group.points)) for group in scene.groups)
    axis = Axis(0, most or 1, 0, limit)
    names = list(dict.fromkeys(point.name for point in scene.points))
    boxes = [_counted(group, side) if side else _stacked(group, axis) for group in scene.groups]
    is_direct = all(
        _direct(group.points, row, limit) is not None for group, row in zip(scene.groups, boxes, strict=True)
    )
    for number, (group, row) in enumerate(zip(scene.groups, boxes, strict=True)):
        sheet.bottom += _ROWS_APART if number else 0
        _head(sheet, group, limit)
        marks = _marks(group, row, names, top=sheet.bottom, side=side)
        sheet.marks += marks
        sheet.bottom = max(mark.box.bottom for mark in marks if mark.box) + 4
        _labels(sheet, group, marks, limit) if is_direct else _listed(sheet, group, marks, limit)
    return sheet.layout() if side else sheet.layout(x=axis)


def _side(scene: Scene, limit: float) -> float:
    """The side of a square that lets every period's whole be counted out in one row; 0 where none does."""
    if scene.base is None or scene.base.style != "amount":
        return 0
    if any(point.value != int(point.value) for point in scene.points):
        return 0
    most = max(int(sum(p.value for p in g.points)) for g in scene.groups)
    parts = max(len(group.points) for group in scene.groups)
    side = min(_SIDE, (limit - (parts - 1) * _PARTS_APART) / max(most, 1) - _GAP)
    return side if side >= _SMALLEST else 0


def _counted(group: Group, side: float) -> list[Box]:
    """Each part's box, from 0 at the left and top; parts stand a little apart."""
    boxes: list[Box] = []
    x = 0.0
    for point in group.points:
        across = max(int(point.value) * (side + _GAP) - _GAP, 1)
        boxes.append(Box(x, 0, across, side))
        x += across + _PARTS_APART
    return boxes


def _stacked(group: Group, axis: Axis) -> list[Box]:
    boxes: list[Box] = []
    total = 0.0
    for point in group.points:
        start, total = total, total + float(point.value)
        # A hairline of paper between the parts, unless the part is no wider itself.
        across = axis.at(total) - axis.at(start)
        boxes.append(Box(axis.at(start), 0, max(across - 1.5, 1), _BAR))
    return boxes


def _head(sheet: LayoutBuilder, group: Group, limit: float) -> None:
    """The period, and after it (or under it) the total."""
    name = text_column(limit, (group.name, NAME_BOLD))
    note = text_column(limit, (group.note, NOTE))
    sheet.words += name.words(0, sheet.bottom)
    follows = name.widest + 12 + note.widest <= limit
    if follows:
        sheet.words += note.words(name.widest + 12, sheet.bottom + 1)
    else:
        sheet.words += note.words(0, sheet.bottom + name.height)
    sheet.bottom += name.height + (0 if follows else note.height) + 7


def _marks(group: Group, row: Sequence[Box], names: Sequence[str], *, top: float, side: float) -> list[Mark]:
    marks: list[Mark] = []
    total = 0.0
    for point, at in zip(group.points, row, strict=True):
        box = Box(at.x, top, at.width, at.height)
        pattern = names.index(point.name) % _PATTERNS
        total += float(point.value)
        count = int(point.value) if side else 0
        squares = SquareGrid(count, max(count, 1), side, _GAP).boxes(box.x, box.y) if side else ()
        marks.append(
            point_mark(
                point,
                Form.SQUARES if side else Form.BAR,
                box.right,
                top + box.height / 2,
                data_x=None if side else total,
                box=box,
                squares=squares,
                filled=count,
                pattern=pattern,
            )
        )
    return marks


def _text(point: Point) -> str:
    return f"{point.name} {point.label}"


def _direct(points: Sequence[Point], row: Sequence[Box], limit: float) -> tuple[float, ...] | None:
    """Where labels start under their parts; None where one would stand under another part instead."""
    widths = [width(_text(point), LABEL.size, LABEL.bold) for point in points]
    wishes = [box.x + across / 2 for box, across in zip(row, widths, strict=True)]
    centres = spread_labels(wishes, widths, low=0, high=limit, gap=14)
    if centres is None:
        return None
    starts = tuple(centre - across / 2 for centre, across in zip(centres, widths, strict=True))
    is_under = all(
        start <= max(box.right - 6, box.x + 1) and start + across > box.x
        for start, across, box in zip(starts, widths, row, strict=True)
    )
    return starts if is_under else None


def _labels(sheet: LayoutBuilder, group: Group, marks: Sequence[Mark], limit: float) -> None:
    starts = _direct(group.points, [mark.box for mark in marks if mark.box], limit)
    assert starts is not None, "labels are direct only where they fit in every row"
    for point, start in zip(group.points, starts, strict=True):
        sheet.words += paragraph(_text(point), LABEL, limit).words(start, sheet.bottom, point=point.id)
    sheet.bottom += _LINE + 2


def _listed(sheet: LayoutBuilder, group: Group, marks: Sequence[Mark], limit: float) -> None:
    """Each part on a line of its own behind a swatch, in two columns where they fit."""
    room = limit / 2 if limit >= NARROW else limit
    per_row = 2 if limit >= NARROW else 1
    pairs = list(zip(group.points, marks, strict=True))
    for n in range(0, len(pairs), per_row):
        tall = 0.0
        for place, (point, made) in enumerate(pairs[n : n + per_row]):
            text = paragraph(_text(point), LABEL, room - _SWATCH - 20)
            swatch = Box(place * room, sheet.bottom + 3, _SWATCH, _SWATCH)
            sheet.areas.append(Area(swatch, Role.BAND, point.emphasis, pattern=made.pattern))
            sheet.words += text.words(place * room + _SWATCH + 8, sheet.bottom, point=point.id)
            tall = max(tall, text.height)
        sheet.bottom += tall + 2


def _suits(data: Sequence[Datum]) -> bool:
    return same_axis(data) is None and same_definition(data) is None and latest_moves(data)


register_chart_type(
    ChartType(
        ChartKind.COMPOSITION,
        build_composition,
        layout_composition,
        refuse=refuse_composition,
        has_periods=True,
        slide_form=OfficeForm.STACK,
        sheet_form=OfficeForm.BARS,
        suits=_suits,
    )
)
