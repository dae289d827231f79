"""A chart in its box on a slide: PowerPoint's own where that is honest, else laid out for the slide as on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.charts.geometry.text import width, wrap
from app.charts.layout import Box, Layout
from app.charts.registry import NARROWEST, layout_chart
from app.charts.scene import Event, Point, Scene
from app.decks.deck import Exhibit
from app.model.chart import ChartKind
from app.renderers.pptx.chart_xml import write_chart_xml
from app.renderers.pptx.layout_shapes import ShapePlace, draw_layout
from app.renderers.pptx.native_chart import Native, NativeForm, SlideFrame, build_native
from app.renderers.pptx.stage import Stage
from app.renderers.pptx.workbook import write_chart_workbook

#: Points to the pixel, the largest first: for charts, and for a single figure, which is set large.
_SCALES = ((2.0, 1.8, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0), (3.0, 2.7, 2.4, 2.2, 2.0, 1.8, 1.6, 1.4, 1.2))
#: Below this the smallest text of a layout would be under 13 points; what can be cut goes on on another slide.
_LEAST = 1.1
#: Kinds that are lists, and in how many columns they may stand.
_COLUMNS = {ChartKind.FACTS: (1, 2), ChartKind.EVENTS: (1, 2, 3)}
_APART = 36.0
#: No label is set smaller.
_SMALLEST = 11.0
#: An axis that PowerPoint ends at a round number leaves the longest bar at least this part of it.
_ROUNDED = 0.8
#: How much of the room that a chart leaves stands above it.
_OVER_SHARE = 0.3
#: A row of bars is at most this high, and its bar this thick.
_BAND, _THICK = 116.0, 54.0
#: Names of rows beside the figures, as a part of their size.
_NAMES = 0.82
_LEFT_SHARE, _RIGHT_SHARE = 0.36, 0.42
#: Around the points of a line: room for labels over the highest and beside the last.
_OVER, _BESIDE, _UNDER = 84.0, 150.0, 8.0
_PER_POINT = 250.0
_Thing = TypeVar("_Thing", Event, Point)


@dataclass(frozen=True)
class ExhibitSheet:
    """What one slide shows of an exhibit: PowerPoint's own chart, or layouts side by side."""

    exhibit: Exhibit
    native: Native | None
    columns: tuple[Layout, ...] = ()
    scale: float = 1.0


def sheets(exhibit: Exhibit, box: Box) -> tuple[ExhibitSheet, ...]:
    """The exhibit for a box of this size: one sheet, or several where it would be too small to read."""
    own = build_native(exhibit.scene, exhibit.highlight)
    if own is not None and _has_room(own, box):
        return (ExhibitSheet(exhibit, own),)
    parts = next((parts for parts in _parts(exhibit.scene, box) if all(_is_legible(part, box) for part in parts)), None)
    return tuple(_best(replace(exhibit, scene=part), box) for part in parts or (exhibit.scene,))


def _parts(scene: Scene, box: Box) -> Iterator[tuple[Scene, ...]]:
    """The chart whole, then cut into more and more; fewer than its height asks for need not be tried."""
    if scene.kind not in _COLUMNS:
        return
    columns = max(_COLUMNS[scene.kind])
    across = (box.width + _APART) / columns - _APART
    needed = int(layout_chart(scene, across / _LEAST).height * _LEAST / (columns * box.height))
    for count in range(max(1, needed), len(scene.events or scene.points) + 1):
        yield _shared(scene, count)


def _is_legible(scene: Scene, box: Box) -> bool:
    for count in _COLUMNS[scene.kind]:
        across = ((box.width + _APART) / count - _APART) / _LEAST
        if all(layout_chart(part, across).height * _LEAST <= box.height for part in _shared(scene, count)):
            return True
    return False


def draw_exhibit(sheet: ExhibitSheet, box: Box, stage: Stage, *, year: int) -> None:
    """Draw it in the box, from the left, a little above the middle."""
    scene = sheet.exhibit.scene
    if sheet.native is None:
        tall = max(layout.height for layout in sheet.columns) * sheet.scale
        across = (box.width + _APART) / len(sheet.columns)
        top = box.y + _above(box, tall)
        for n, layout in enumerate(sheet.columns):
            at = ShapePlace(box.x + n * across, top, sheet.scale)
            stage.put(draw_layout(layout, at, stage.pen, highlight=sheet.exhibit.highlight))
        return
    frame, used = _FRAMES[sheet.native.form](sheet.native, box)
    stage.chart(
        replace(used, y=box.y + _above(box, used.height)),
        xml=write_chart_xml(sheet.native, frame, scene.lang),
        workbook=write_chart_workbook(sheet.native, scene.lang, year=year),
        name=f"chart: {scene.chart_id}",
        about=scene.description,
    )


def _above(box: Box, tall: float) -> float:
    return max(0, box.height - tall) * _OVER_SHARE


def _best(exhibit: Exhibit, box: Box) -> ExhibitSheet:
    """In one column or more, whichever is the largest; what fits nowhere is made to fit in one."""
    ways = [_in_columns(exhibit, box, count) for count in _COLUMNS.get(exhibit.scene.kind, (1,))]
    return max(ways, key=lambda sheet: sheet.scale)


def _in_columns(exhibit: Exhibit, box: Box, count: int) -> ExhibitSheet:
    parts = _shared(exhibit.scene, count)
    across = (box.width + _APART) / count - _APART
    columns: tuple[Layout, ...] = ()
    for scale in _SCALES[exhibit.scene.kind is ChartKind.FIGURE]:
        columns = tuple(layout_chart(part, across / scale) for part in parts)
        if max(layout.height for layout in columns) * scale <= box.height and across / scale >= NARROWEST:
            return ExhibitSheet(exhibit, None, columns, scale)
    tallest = max(layout.height for layout in columns)
    return ExhibitSheet(exhibit, None, columns, min(box.height / tallest, across / columns[0].width))


def _shared(scene: Scene, count: int) -> tuple[Scene, ...]:
    """Parts with like numbers of events or facts; any other chart is one whole."""
    if count == 1 or scene.empty or scene.kind not in _COLUMNS:
        return (scene,)
    if scene.events:
        return tuple(replace(scene, events=part) for part in _split(scene.events, count))
    return tuple(
        replace(scene, groups=(replace(scene.groups[0], points=part),)) for part in _split(scene.points, count)
    )


def _split(things: Sequence[_Thing], count: int) -> list[tuple[_Thing, ...]]:
    size = -(-len(things) // count)
    return [tuple(things[n : n + size]) for n in range(0, len(things), size)]


def _has_room(native: Native, box: Box) -> bool:
    """Whether the labels of a stack stand within their parts."""
    return native.form is not NativeForm.STACK or _rows_frame(native, box)[0].size >= _SMALLEST


def _rows_frame(native: Native, box: Box) -> tuple[SlideFrame, Box]:
    """Names at the left, bars, and room for the longest label at the right."""
    legend = 44.0 if native.legend else 0.0
    band = min(_BAND, (box.height - legend) / len(native.rows))
    size = 22.0 if band >= 84 else 18.0 if band >= 52 else 14.0
    used = Box(box.x, box.y, box.width, band * len(native.rows) + legend)
    left = min(_left(native, size * _NAMES), box.width * _LEFT_SHARE)
    right = 8.0 if native.legend else min(_right(native, size, box.width - left), box.width * _RIGHT_SHARE)
    names = min(size * _NAMES, max(_SMALLEST, band / _most_lines(native, size * _NAMES, left) / 1.25))
    if native.form is NativeForm.STACK:
        size = min(size, _part_size(native, used.width - left - right))
    thick = min(_THICK, band * 0.6)
    frame = SlideFrame(
        left / used.width,
        0,
        (used.width - left - right) / used.width,
        (used.height - legend) / used.height,
        size,
        names,
        used.width,
        round((band - thick) / thick * 100),
    )
    return frame, used


def _left(native: Native, size: float) -> float:
    return max(width(name, size) for row in native.rows for name in row.name.split("\n")) + 18


def _most_lines(native: Native, size: float, left: float) -> int:
    return max(sum(len(wrap(part, size, left - 12)) for part in row.name.split("\n")) for row in native.rows)


def _right(native: Native, size: float, room: float) -> float:
    """What the labels need beyond the end of the axis; those of short bars find room before it."""
    most = float(native.most or native.largest)
    needs = [8.0]
    for cell in native.cells:
        across = width(cell.label, size, True) + 2.6 * size  # noqa: FBT003
        reach = max(float(cell.value) / most, 0.01) if most else 1.0
        needs.append((across - (1 - reach) * room) / reach)
    return max(needs)


def _part_size(native: Native, room: float) -> float:
    """The size at which every label stands within its part."""
    rows = list(zip(*(column.cells for column in native.columns), strict=True))
    longest = max(sum(float(cell.value) for cell in row if cell) for row in rows)
    shares = [(cell, float(cell.value) / longest * room) for row in rows for cell in row if cell and cell.value]
    return min((across * _ROUNDED - 6) / width(cell.label, 1, True) for cell, across in shares)  # noqa: FBT003


def _points_frame(native: Native, box: Box) -> tuple[SlideFrame, Box]:
    """With two or three points a line is small and labelled, not stretched."""
    used = Box(box.x, box.y, min(box.width, _PER_POINT * (len(native.rows) + 1)), min(box.height, 340))
    inner = (used.width - 2 * _BESIDE, used.height - _OVER - _UNDER)
    size = 18.0 if box.width > 500 else 15.0
    places = (_BESIDE / used.width, _OVER / used.height, inner[0] / used.width, inner[1] / used.height)
    return SlideFrame(*places, size, size * _NAMES, used.width), used


_FRAMES = {NativeForm.BARS: _rows_frame, NativeForm.STACK: _rows_frame, NativeForm.POINTS: _points_frame}
