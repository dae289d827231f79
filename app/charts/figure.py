"""One headline figure, with what led up to it and what stands beside it.

One headline figure; what led up to it as a tiny series beside or under it; other figures below.
"""

from dataclasses import replace

from app.charts.base_scene import base_scene
from app.charts.frames.thumbnail import thumbnail
from app.charts.geometry.big_number import big_number
from app.charts.geometry.layout_builder import LayoutBuilder, cell_mark
from app.charts.geometry.paragraph import LABEL, NAME, NOTE, text_column
from app.charts.layout import Box, Layout
from app.charts.point import build_point
from app.charts.registry import ChartType, register
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum
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
    series = thumbnail(points, frame)
    # The last dot stands for the headline too: one mark a figure, so that the keyboard meets each once.
    sheet.marks = [*series.marks, *sheet.marks[1:]]
    sheet.strokes += series.strokes
    sheet.words += series.words
    sheet.bottom = max(sheet.bottom, series.bottom)


register(ChartType(ChartKind.FIGURE, build_figure, layout_figure))
