"""One headline figure; what led up to it as a tiny series beside or under it; other figures below."""

from app.layout.large import large
from app.layout.layout import Box, Layout
from app.layout.paragraph import LABEL, NAME, NOTE, column
from app.layout.sheet import Sheet, cell
from app.layout.tiny import tiny
from app.scene.scene import Point, Scene

_SIZE = 46.0
#: From this width on the tiny series stands beside the figure, on the right half.
_ROOMY, _HALF = 480.0, 0.46
#: A tiny series stays tiny.
_TINY_WIDEST, _TINY_HEIGHT, _GAP = 380.0, 136.0, 16.0


def lay(scene: Scene, across: float) -> Layout:
    sheet = Sheet(scene, across)
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


def _headline(sheet: Sheet, point: Point, limit: float) -> None:
    figure = large(point, _SIZE, limit=limit)
    text = column(limit, (point.name, NAME), (_small(point), NOTE))
    sheet.words += figure.words(0, figure.size, point)
    tall = figure.size * 1.28 + figure.depth
    sheet.words += text.words(0, tall, point=point.id)
    sheet.bottom = tall + text.height
    sheet.marks.append(cell(point, Box(0, 0, limit, sheet.bottom)))


def _small(point: Point) -> str:
    """The date, and the definition where the name does not say it already."""
    return " · ".join(text for text in (point.period_text, point.definition) if text and text != point.name)


def _other(sheet: Sheet, point: Point, limit: float) -> None:
    named = " · ".join(text for text in (point.name, point.period_text) if text)
    text = column(limit, (point.label, LABEL), (named, NOTE))
    box = Box(0, sheet.bottom + 10, limit, text.height)
    sheet.words += text.words(0, box.y, point=point.id)
    sheet.marks.append(cell(point, box))
    sheet.bottom = box.bottom


def _series(sheet: Sheet, points: list[Point], frame: Box) -> None:
    series = tiny(points, frame)
    # The last dot stands for the headline too: one mark a figure, so that the keyboard meets each once.
    sheet.marks = [*series.marks, *sheet.marks[1:]]
    sheet.strokes += series.strokes
    sheet.words += series.words
    sheet.bottom = max(sheet.bottom, series.bottom)
