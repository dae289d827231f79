"""Unlike figures side by side, as a table: each with its own unit, no common axis.

Unlike figures as a table of large figures; no axis, because none would be honest.
"""

from app.charts.base_scene import base_scene, build_point
from app.charts.geometry.big_number import BigNumber, big_number
from app.charts.geometry.marks import cell_mark
from app.charts.geometry.text import NAME, NOTE, TextColumn, text_column
from app.charts.layout import Box, Layout, LayoutBuilder
from app.charts.registry import ChartType, register_chart_type
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum, belonging
from app.model.chart import ChartKind, LabelBy


def build_facts(spec: ChartSpec) -> Scene:
    """One row a figure, in the curator's order; named by indicator where a period would be the name."""
    rows = tuple(_row(datum, spec) for datum in spec.data)
    return base_scene(spec, (Group("", rows),))


def _row(datum: Datum, spec: ChartSpec) -> Point:
    """An indicator alone would claim for Beijing what is the world's mean or one company's."""
    if spec.label_by not in (LabelBy.PERIOD, LabelBy.INDICATOR):
        return build_point(datum, spec)
    return build_point(datum, spec, name=belonging(datum.indicator.label(spec.lang), datum, spec.lang))


_SIZE = 28.0
#: Below this width the words stand under their figure.
_ROOMY = 420.0
#: The figures' column takes at most this share of the width; rows are no wider than reads well.
_SHARE, _WIDEST = 0.42, 860.0
_GAP, _PAD = 22.0, 13.0


def layout_facts(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    limit = min(across, _WIDEST)
    if across < _ROOMY:
        for point in scene.points:
            _stacked(sheet, point, limit)
    else:
        figures = [big_number(point, _SIZE, limit=limit * _SHARE) for point in scene.points]
        left = max(figure.width for figure in figures) + _GAP
        for point, figure in zip(scene.points, figures, strict=True):
            _beside(sheet, point, figure, left=left, limit=limit)
    return sheet.layout()


def layout_facts_columns(scene: Scene, across: float, columns: int) -> Layout:
    """The same in several columns, row by row, with all figures of one size: for a stage, which is wider than high."""
    sheet = LayoutBuilder(scene, across)
    room = (across - (columns - 1) * _GAP) / columns
    size = min(big_number(point, _SIZE, limit=room).size for point in scene.points)
    points = scene.points
    for row in (points[at : at + columns] for at in range(0, len(points), columns)):
        if sheet.bottom:
            sheet.line((0, sheet.bottom), (across, sheet.bottom))
        cells = [
            _cell(sheet, point, Box(n * (room + _GAP), sheet.bottom, room, 0), size) for n, point in enumerate(row)
        ]
        sheet.bottom += max(box.height for box in cells)
        sheet.marks += [
            cell_mark(point, Box(box.x, box.y, box.width, sheet.bottom - box.y))
            for point, box in zip(row, cells, strict=True)
        ]
    return sheet.layout()


def _cell(sheet: LayoutBuilder, point: Point, room: Box, size: float) -> Box:
    """A figure with its words under it, set into a room; the room that it takes."""
    figure, text = big_number(point, size, limit=room.width), _text(point, room.width)
    top = room.y + _PAD
    sheet.words += figure.words(room.x, top + figure.size, point)
    tall = figure.size * 1.25 + figure.depth
    sheet.words += text.words(room.x, top + tall, point=point.id)
    return Box(room.x, room.y, room.width, 2 * _PAD + tall + text.height)


def _stacked(sheet: LayoutBuilder, point: Point, limit: float) -> None:
    taken = _cell(sheet, point, Box(0, sheet.bottom, limit, 0), _SIZE)
    _frame(sheet, point, limit, taken.height)


def _beside(sheet: LayoutBuilder, point: Point, figure: BigNumber, *, left: float, limit: float) -> None:
    text = _text(point, limit - left)
    height = 2 * _PAD + max(figure.size * 1.2 + figure.depth, text.height)
    middle = sheet.bottom + height / 2
    sheet.words += figure.words(0, middle + figure.size * 0.35 - figure.depth / 2, point)
    sheet.words += text.words(left, middle - text.height / 2 - 1, point=point.id)
    _frame(sheet, point, limit, height)


def _text(point: Point, limit: float) -> TextColumn:
    small = " · ".join(text for text in (point.period_text.text, point.definition) if text and text != point.name)
    return text_column(limit, (point.name, NAME), (small, NOTE))


def _frame(sheet: LayoutBuilder, point: Point, limit: float, height: float) -> None:
    if sheet.bottom:
        sheet.line((0, sheet.bottom), (limit, sheet.bottom))
    sheet.marks.append(cell_mark(point, Box(0, sheet.bottom, limit, height)))
    sheet.bottom += height


register_chart_type(
    ChartType(ChartKind.FACTS, build_facts, layout_facts, has_periods=True, layout_columns=layout_facts_columns)
)
