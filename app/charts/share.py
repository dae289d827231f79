"""How many of how many: 51 of 100 counted out, a percentage on a strip from 0 to 100.

X of Y as counted squares; a percentage as a strip from 0 to 100.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.charts.base_scene import DishonestChartError, base_scene, build_point
from app.charts.geometry.boxes import SquareGrid, to_the_row
from app.charts.geometry.marks import BAR_ARROW, point_mark
from app.charts.geometry.rows import NARROW, stack
from app.charts.geometry.text import LABEL, NAME, NOTE, TextColumn, text_column
from app.charts.layout import Area, Axis, Box, Form, Layout, LayoutBuilder, Role, Tick, Words
from app.charts.names import distinct_names
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum, Openness, belonging
from app.model.chart import ChartKind
from app.model.period import PeriodBasis

_HUNDRED = Decimal(100)


def build_share(spec: ChartSpec) -> Scene:
    """One row a share, in the curator's order; what is only the whole of another row is not a row of its own."""
    wholes = {datum.observation.share_of for datum in spec.data}
    rows = tuple(_row(datum, spec) for datum in spec.data if datum.id not in wholes)
    percent = [row for row in rows if row.whole is None]
    base = percent[0].unit if percent else None
    return base_scene(spec, (Group("", distinct_names(rows, spec.lang)),), base=base)


def refuse_share(spec: ChartSpec) -> None:
    """The whole is exact and no smaller than its part; a figure without a whole is a percentage."""
    wholes = {datum.observation.share_of for datum in spec.data}
    for datum in spec.data:
        share_of = datum.observation.share_of
        if datum.id in wholes:
            continue
        if share_of is None:
            _refuse_percentage(datum, spec)
        else:
            _refuse_whole(spec.every[share_of], spec)
            _refuse_part(datum, spec.every[share_of], spec)


def _refuse_whole(whole: Datum, spec: ChartSpec) -> None:
    label = whole.label(spec.lang, spec.step)
    if not whole.quantity.is_exact or whole.base.style != "amount" or whole.quantity.value <= 0:
        raise DishonestChartError(
            zh=f"总数“{label}”不是确数，不能逐个画出。",
            en=f"The whole, '{label}', is not an exact count, so its parts cannot be drawn.",
        )


def _refuse_part(part: Datum, whole: Datum, spec: ChartSpec) -> None:
    if part.quantity.value > whole.quantity.value:
        of, label = whole.label(spec.lang, spec.step), part.label(spec.lang, spec.step)
        raise DishonestChartError(
            zh=f"“{label}”大于“{of}”，不能画成占比。",
            en=f"'{label}' is more than '{of}', so it is no share of it.",
        )


def _refuse_percentage(datum: Datum, spec: ChartSpec) -> None:
    label = datum.label(spec.lang, spec.step)
    if datum.base.style != "percent" or not 0 <= datum.quantity.value <= _HUNDRED:
        raise DishonestChartError(
            zh=f"“{label}”不是占比：既非0到100之间的百分数，也没有写明总数。",
            en=f"'{label}' is no share: neither a percentage nor part of a printed whole.",
        )


def _row(datum: Datum, spec: ChartSpec) -> Point:
    share_of = datum.observation.share_of
    if share_of is None:
        return build_point(datum, spec)
    every = spec.every[share_of]
    whole = build_point(every, spec, name=belonging(every.indicator.label(spec.lang), every, spec.lang))
    part = build_point(datum, spec, whole=whole)
    return replace(part, label=replace(part.label, whole=whole.label.text))


#: More squares than this nobody counts; the share is then a strip.
_COUNTABLE = 200
_CARD, _CARD_GAP, _CARDS_APART = 205.0, 28.0, 26.0
_SIDE, _SIDE_NARROW = 15.0, 14.0
#: Past the last square of a row there is room for an arrow.
_ARROW = 22.0
_STRIP, _BAND, _TICK = 16.0, 34.0, 12.0
_WIDEST, _LABEL_SHARE = 760.0, 0.36
#: A strip narrower than this has only its ends named.
_ROOM_FOR_HALF = 120.0


def layout_share(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    counted = [point for point in scene.points if _is_countable(point)]
    others = [point for point in scene.points if not _is_countable(point)]
    if counted:
        _cards(sheet, counted)
    if counted and others:
        sheet.bottom += _CARDS_APART
    axis = _strips(sheet, others) if others else None
    if axis is None or counted:
        # Beside squares, which stand on no axis, the strips are placed by their pixels too.
        return sheet.layout()
    return sheet.layout(plot=Box(axis.start, 0, axis.end - axis.start, sheet.bottom), x=axis)


def _is_countable(point: Point) -> bool:
    whole, part = point.whole, point.value
    if whole is None or point.is_range:
        return False
    return whole.value <= _COUNTABLE and whole.value == int(whole.value) and part == int(part)


def _cards(sheet: LayoutBuilder, points: Sequence[Point]) -> None:
    """As many cards to the row as fit; a single one has its words beside the squares where there is room."""
    if len(points) == 1 and sheet.width >= NARROW:
        _wide_card(sheet, points[0])
        return
    fit = min(len(points), max(1, int((sheet.width + _CARD_GAP) // (_CARD + _CARD_GAP))))
    # Four cards stand better two by two than three and one.
    per_row = -(-len(points) // -(-len(points) // fit))
    room = min((sheet.width + _CARD_GAP) / per_row - _CARD_GAP, 300)
    for n in range(0, len(points), per_row):
        sheet.bottom += _CARDS_APART if n else 0
        _card_row(sheet, points[n : n + per_row], room)


def _card_row(sheet: LayoutBuilder, points: Sequence[Point], room: float) -> None:
    top = sheet.bottom
    heads = [_head(point, room) for point in points]
    squares = top + max(head.height for head in heads) + 8
    for n, (point, head) in enumerate(zip(points, heads, strict=True)):
        x = n * (room + _CARD_GAP)
        sheet.words += head.words(x, squares - 8 - head.height, point=point.id)
        _squares(sheet, point, x, squares)


def _wide_card(sheet: LayoutBuilder, point: Point) -> None:
    grid = _grid(point, sheet.width)
    left = grid.width + _ARROW + 12
    head = _head(point, min(sheet.width - left, 300))
    top = sheet.bottom
    sheet.words += head.words(left, top + max(0, grid.height - head.height) / 2, point=point.id)
    _squares(sheet, point, 0, top)
    sheet.bottom = max(sheet.bottom, top + head.height)


def _head(point: Point, limit: float) -> TextColumn:
    when = point.period_text.text
    name, small = (when, "") if point.name_is_period else (point.name, when)
    return text_column(limit, (point.label.text, LABEL), (name, NAME), (small, NOTE))


def _grid(point: Point, across: float) -> SquareGrid:
    assert point.whole is not None
    count = int(point.whole.value)
    return SquareGrid(count, to_the_row(count), _SIDE if across >= NARROW else _SIDE_NARROW)


def _squares(sheet: LayoutBuilder, point: Point, x: float, top: float) -> None:
    """The mark's centre is the edge of the last filled square, where a bound is open."""
    grid = _grid(point, sheet.width)
    boxes, filled = grid.boxes(x, top), int(point.value)
    edge = boxes[max(filled - 1, 0)]
    right = edge.right if filled else edge.x
    box = Box(x, top, grid.width, grid.height)
    made = point_mark(point, Form.SQUARES, right, edge.y + edge.height / 2, box=box, squares=boxes, filled=filled)
    sheet.marks.append(made)
    sheet.bottom = max(sheet.bottom, box.bottom + 4)


def _strips(sheet: LayoutBuilder, points: Sequence[Point]) -> Axis:
    limit = min(sheet.width, _WIDEST)
    labels = [text_column(limit * _LABEL_SHARE, (point.label.text, LABEL)) for point in points]
    aside = max(label.widest for label in labels)
    bands = [max(_BAND if limit >= NARROW else _STRIP + 13, label.height) for label in labels]
    names = [_strip_name(point, points) for point in points]
    rows = stack(
        names, limit, bands=bands, ids=[p.id for p in points], gap=4 if limit >= NARROW else 10, top=sheet.bottom
    )
    axis = _axis(rows.left, limit - aside - 12 - _overhang(points))
    sheet.words += rows.words
    for point, label, y in zip(points, labels, rows.middles, strict=True):
        _strip(sheet, point, axis, y)
        sheet.words += label.words(limit - aside, y - label.height / 2 - 0.5, point=point.id)
    sheet.bottom = rows.bottom
    _scale(sheet, axis)
    return axis


def _strip_name(point: Point, points: Sequence[Point]) -> str:
    """The name; with the date where that is not printed, or not the same for all."""
    if point.name_is_period:
        return point.period_text.text
    if point.name_has_period:
        return point.name
    is_plain = point.basis is PeriodBasis.STATED and len({other.period_text for other in points}) == 1
    return point.name if is_plain else f"{point.name} · {point.period_text}"


def _overhang(points: Sequence[Point]) -> float:
    return BAR_ARROW if any(p.openness in (Openness.UP, Openness.DOWN) and _percent(p) > 85 for p in points) else 0


def _percent(point: Point) -> float:
    """Where on the strip; a counted share too large for squares stands at its part of the whole."""
    value = point.value if point.whole is None else point.value * 100 / point.whole.value
    return float(value)


def _ends(point: Point) -> tuple[float, float]:
    """Where the bar begins and ends, in percent: from zero, unless a range was printed."""
    end = _percent(point)
    if not point.is_range or point.high is None:
        return 0.0, end
    return end, end * float(point.high / point.value)


def _axis(start: float, end: float) -> Axis:
    values = (0, 50, 100) if end - start >= _ROOM_FOR_HALF else (0, 100)
    bare = Axis(0, 100, start, end)
    return replace(bare, ticks=tuple(Tick(value, bare.at(value), f"{value}%") for value in values))


def _strip(sheet: LayoutBuilder, point: Point, axis: Axis, y: float) -> None:
    low, high = _ends(point)
    whole = Box(axis.start, y - _STRIP / 2, axis.end - axis.start, _STRIP)
    bar = Box(axis.at(low), whole.y, max(axis.at(high) - axis.at(low), 1), _STRIP)
    form = Form.SPAN if point.is_range else Form.BAR
    sheet.areas.append(Area(whole, Role.BAND))
    sheet.marks.append(point_mark(point, form, bar.right, y, data_x=high, box=bar))


def _scale(sheet: LayoutBuilder, axis: Axis) -> None:
    foot = sheet.bottom
    for tick in axis.ticks:
        anchor = {0: "start", 100: "end"}.get(int(tick.value), "middle")
        sheet.line((tick.at, foot - 4), (tick.at, foot + 2), role=Role.AXIS)
        sheet.words.append(Words(tick.at, foot + 16, tick.text, Role.TICK, _TICK, anchor=anchor))
    sheet.bottom += 22


register_chart_type(
    ChartType(
        ChartKind.SHARE,
        build_share,
        layout_share,
        refuse=refuse_share,
        has_percent=True,
        slide_form=OfficeForm.SHARES,
        sheet_form=OfficeForm.BARS,
    )
)
