"""One headline figure, with what led up to it and what stands beside it.

One headline figure; what led up to it as a tiny series beside or under it; other figures below.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.charts.base_scene import base_scene, build_point
from app.charts.geometry.big_number import big_number
from app.charts.geometry.boxes import spread_labels
from app.charts.geometry.marks import cell_mark, point_mark
from app.charts.geometry.text import LABEL, NAME, NOTE, Paragraph, Style, paragraph, text_column
from app.charts.layout import Box, Form, Layout, LayoutBuilder, Mark, Role, Stroke, Words
from app.charts.registry import ChartType, register_chart_type
from app.charts.scene import Group, Point, Scene, links
from app.charts.spec import ChartSpec
from app.data.datum import Datum, Openness
from app.model.chart import ChartKind, LabelBy


def build_figure(spec: ChartSpec) -> Scene:
    """Three groups: the headline; the same at other times (`joined`); other figures, such as its change.

    The headline is the latest figure of the first reading's definition, place and subject that is not a goal.
    """
    if not spec.data:
        return base_scene(spec)
    first = spec.data[0]
    same = [datum for datum in spec.data if datum.thing == first.thing]
    headline = max(same, key=lambda datum: datum.observation.period)
    earlier = sorted((r for r in same if r is not headline), key=lambda datum: datum.observation.period)
    beside = [datum for datum in spec.data if datum not in same]
    groups = (
        Group("", (_named(headline, spec),)),
        Group(
            "",
            tuple(build_point(datum, replace(spec, label_by=LabelBy.PERIOD)) for datum in earlier),
            joined=True,
        ),
        Group("", tuple(_named(datum, spec) for datum in beside)),
    )
    return base_scene(spec, groups, base=headline.base)


def _named(datum: Datum, spec: ChartSpec) -> Point:
    """Named by its indicator where the period would be the name, for the period stands beside it anyway."""
    by = LabelBy.INDICATOR if spec.label_by is LabelBy.PERIOD else spec.label_by
    return build_point(datum, replace(spec, label_by=by))


_SIZE = 46.0
#: From this width on the tiny series stands beside the figure, on the right half.
_ROOMY, _HALF = 480.0, 0.46
#: A tiny series stays tiny.
_TINY_WIDEST, _TINY_HEIGHT, _GAP = 380.0, 136.0, 16.0


def layout_figure(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    headline = scene.groups[0].points[0]
    earlier = [point for group in scene.groups[1:] if group.joined for point in group.points]
    beside = [point for group in scene.groups[1:] if not group.joined for point in group.points]
    split = across >= _ROOMY and bool(earlier)
    limit = across * _HALF if split else across
    _headline(sheet, headline, limit)
    for point in beside:
        _other(sheet, point, limit)
    if earlier:
        left, top = (limit + _GAP, 0.0) if split else (0.0, sheet.bottom + _GAP)
        _series(sheet, [*earlier, headline], Box(left, top, min(across - left, _TINY_WIDEST), _TINY_HEIGHT))
    sheet.bottom += 4
    return sheet.layout()


def _headline(sheet: LayoutBuilder, point: Point, limit: float) -> None:
    figure = big_number(point, _SIZE, limit=limit)
    text = text_column(limit, (point.name, NAME), (_small(point), NOTE))
    sheet.words += figure.words(0, figure.size, point)
    tall = figure.size * 1.28 + figure.depth
    sheet.words += text.words(0, tall, point=point.id)
    sheet.bottom = tall + text.height
    sheet.marks.append(cell_mark(point, Box(0, 0, limit, sheet.bottom)))


def _small(point: Point) -> str:
    """The date, and the definition where the name does not say it already."""
    return " · ".join(text for text in (point.period_text.text, point.definition) if text and text != point.name)


def _other(sheet: LayoutBuilder, point: Point, limit: float) -> None:
    named = " · ".join(text for text in (point.name, point.period_text.text) if text)
    text = text_column(limit, (point.label.text, LABEL), (named, NOTE))
    box = Box(0, sheet.bottom + 10, limit, text.height)
    sheet.words += text.words(0, box.y, point=point.id)
    sheet.marks.append(cell_mark(point, box))
    sheet.bottom = box.bottom


def _series(sheet: LayoutBuilder, points: list[Point], frame: Box) -> None:
    series = _layout_thumbnail(points, frame)
    # The last dot stands for the headline too: one mark a figure, so that the keyboard meets each once.
    sheet.marks = [*series.marks, *sheet.marks[1:]]
    sheet.strokes += series.strokes
    sheet.words += series.words
    sheet.bottom = max(sheet.bottom, series.bottom)


_VALUE, _WHEN = Style(Role.LABEL, 12, bold=True), Style(Role.TICK, 12)
#: More dots than this are too many to label each; then the first and the last are.
_LABELLED = 4
#: Room for an arrow over the highest dot and under the lowest.
_ARROW, _CLEAR = 34.0, 10.0
_SPACE = 6.0


@dataclass(frozen=True)
class _Thumbnail:
    """The parts of a tiny series, in pixels of the whole chart."""

    strokes: tuple[Stroke, ...]
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    bottom: float


def _layout_thumbnail(points: Sequence[Point], frame: Box) -> _Thumbnail:
    """Dots in true time, their values in a row above, their dates below; joined as in a series."""
    named = [*points] if len(points) <= _LABELLED else [points[0], points[-1]]
    slot = frame.width / len(named) - _SPACE
    values = [paragraph(point.label.text, _VALUE, slot) for point in named]
    dates = [paragraph(point.period_text.text, _WHEN, slot) for point in named]
    above = max(each.height for each in values)
    plot = _plot(points, Box(frame.x, frame.y + above, frame.width, frame.height - above))
    marks = _marks(points, plot)
    chosen = [mark for mark in marks if mark.point.id in {point.id for point in named}]
    foot = plot.bottom + _SPACE
    words = (*_row(values, chosen, frame, frame.y), *_row(dates, chosen, frame, foot + 4))
    axis = Stroke(((frame.x, foot), (frame.right, foot)), Role.AXIS)
    bottom = foot + 4 + max(each.height for each in dates)
    return _Thumbnail((axis, *_line(points, marks)), marks, words, bottom)


def _plot(points: Sequence[Point], room: Box) -> Box:
    """The area of the dots' centres: clear of the edges, and of the arrows that some of them carry."""
    kinds = {point.openness for point in points}
    top = _ARROW if Openness.UP in kinds else _CLEAR
    foot = _ARROW if Openness.DOWN in kinds else _CLEAR
    return Box(room.x + _CLEAR, room.y + top, room.width - 2 * _CLEAR, max(room.height - top - foot, 24))


def _marks(points: Sequence[Point], plot: Box) -> tuple[Mark, ...]:
    ranked = points[0].unit is not None and points[0].unit.style == "rank"
    values = [float(point.value) for point in points]
    times = [point.period.middle for point in points]
    x_of = _scale(min(times), max(times), plot.x, plot.right)
    low, high = (max(values), min(values)) if ranked else (min(0, *values), max(values))
    y_of = _scale(low, high, plot.bottom, plot.y)
    return tuple(
        point_mark(point, Form.DOT, x_of(time), y_of(value), along="-y" if ranked else "y")
        for point, time, value in zip(points, times, values, strict=True)
    )


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    if low == high:
        return lambda _: (start + end) / 2
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _line(points: Sequence[Point], marks: Sequence[Mark]) -> tuple[Stroke, ...]:
    at = {mark.point.id: (mark.x, mark.y) for mark in marks}
    return tuple(Stroke((at[one.id], at[two.id]), Role.JOIN, two.emphasis) for one, two in links(points))


def _row(texts: Sequence[Paragraph], marks: Sequence[Mark], frame: Box, top: float) -> list[Words]:
    centres = spread_labels(
        [mark.x for mark in marks],
        [text.widest for text in texts],
        low=frame.x,
        high=frame.right,
        gap=_SPACE,
    )
    assert centres is not None, "each text was broken to its slot"
    return [
        word
        for text, dot, x in zip(texts, marks, centres, strict=True)
        for word in text.words(x, top, point=dot.point.id, anchor="middle")
    ]


register_chart_type(ChartType(ChartKind.FIGURE, build_figure, layout_figure))
