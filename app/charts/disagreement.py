"""What each source says of one thing: one row a reading, the source named, no verdict.

What each source says: a row a reading, reference lines down through all of them, the label beside its mark.
"""

from collections.abc import Sequence

from app.charts.base_scene import base_scene, build_point, one_base, refuse_units
from app.charts.geometry.axis import DEPTH, XAxis, build_x_axis, reference_lines, tick_words
from app.charts.geometry.marks import axis_mark, reach
from app.charts.geometry.rows import Rows, stack
from app.charts.geometry.text import width, wrap
from app.charts.layout import Box, Layout, Mark, Role, Words
from app.charts.names import article, distinct_names, rename_point
from app.charts.registry import ChartType, OfficeForm, register_chart_type
from app.charts.scene import Group, Point, Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import ChartKind
from app.model.text import Lang


def build_disagreement(spec: ChartSpec) -> Scene:
    """The rows in the curator's order; readings of one source are told apart by their section."""
    rows = tuple(_row(datum, spec) for datum in spec.data)
    return base_scene(spec, (Group("", distinct_names(rows, spec.lang)),), base=one_base(spec.data))


def _row(datum: Datum, spec: ChartSpec) -> Point:
    lang = spec.lang
    made = build_point(datum, spec)
    name = article(datum, lang)
    twins = [other for other in spec.data if other.source == datum.source]
    sections = {other.observation.section for other in twins}
    section = datum.observation.section
    if len(twins) > 1 and len(sections) == len(twins) and section:
        name = f"{name}，{section}" if lang is Lang.ZH else f"{name}, “{section}”"
    return rename_point(made, name)


_WIDEST = 760.0
_BAND, _SIZE, _LEADING = 26.0, 13.0, 17.0
#: Arrows and labels may go this far past the axis; its first mark keeps this far from the names.
_INSET, _START = 40.0, 14.0


def layout_disagreement(scene: Scene, across: float) -> Layout:
    limit = min(across, _WIDEST)
    points = scene.points
    names = [point.name for point in points]
    ids = [point.id for point in points]
    left = stack(names, limit, bands=[_BAND] * len(points), ids=ids).left
    axis = build_x_axis(scene, left=left + _START, right=limit - _INSET, from_zero=False)
    labels = [_Label(point, axis, limit, left) for point in points]
    rows = stack(names, limit, bands=[_BAND + label.lift for label in labels], ids=ids)
    return _drawn(scene, across, axis, labels, rows, limit)


class _Label:
    """Where a row's label stands: right of its mark, left of it, or in lines above it (`lift` pixels)."""

    def __init__(self, point: Point, axis: XAxis, limit: float, left: float) -> None:
        self.point = point
        self.left, self.right = left, limit
        self.box = reach(axis_mark(point, axis, 0))
        taken = width(point.label.text, _SIZE, True) + 9  # noqa: FBT003 - cached by position
        self.fits_right = self.box.right + taken <= limit
        self.fits_left = self.box.x - taken >= left
        self.lines = (
            (point.label.text,)
            if self.fits_right or self.fits_left
            else wrap(point.label.text, _SIZE, limit - left, bold=True)
        )

    @property
    def is_above(self) -> bool:
        return not (self.fits_right or self.fits_left)

    @property
    def lift(self) -> float:
        return len(self.lines) * _LEADING if self.is_above else 0

    def words(self, y: float) -> list[Words]:
        if self.is_above:
            return [self._above(line, y + (n - len(self.lines) + 1) * _LEADING) for n, line in enumerate(self.lines)]
        x, anchor = (self.box.right + 9, "start") if self.fits_right else (self.box.x - 9, "end")
        return [self._line(self.lines[0], x, y + _SIZE * 0.36, anchor)]

    def _above(self, line: str, y: float) -> Words:
        taken = width(line, _SIZE, True)  # noqa: FBT003
        x = max(self.left, min(self.box.x, self.right - taken))
        return self._line(line, x, y, "start")

    def _line(self, text: str, x: float, y: float, anchor: str) -> Words:
        return Words(x, y, text, Role.LABEL, _SIZE, anchor=anchor, bold=True, point=self.point.id)


def _drawn(scene: Scene, across: float, axis: XAxis, labels: list[_Label], rows: Rows, limit: float) -> Layout:
    marks: list[Mark] = []
    words: list[Words] = []
    for label, middle in zip(labels, rows.middles, strict=True):
        mark = axis_mark(label.point, axis, middle + label.lift / 2)
        marks.append(mark)
        words += label.words(mark.y - (9 if label.is_above else 0))
    foot = rows.bottom + 4
    return Layout(
        scene=scene,
        width=across,
        height=foot + DEPTH,
        plot=Box(axis.axis.start, 0, axis.axis.end - axis.axis.start, foot),
        x=axis.axis,
        strokes=reference_lines(axis.axis, [(m.y - _BAND / 2, m.y + _BAND / 2) for m in marks], bottom=foot),
        marks=tuple(marks),
        words=(*rows.words, *words, *tick_words(axis.axis, bottom=foot, edge=limit)),
    )


def _suits(data: Sequence[Datum]) -> bool:
    return any(datum.observation.disputed_by for datum in data)


register_chart_type(
    ChartType(
        ChartKind.DISAGREEMENT,
        build_disagreement,
        layout_disagreement,
        refuse=refuse_units,
        slide_form=OfficeForm.BARS,
        sheet_form=OfficeForm.BARS,
        suits=_suits,
    )
)
