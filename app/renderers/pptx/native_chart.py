"""A chart as PowerPoint keeps it: which charts it draws without saying more than is printed, their rows and columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.charts.registry import CHART_TYPES, OfficeForm
from app.charts.scene import LOG, Emphasis, Group, Point, Scene
from app.data.datum import Openness
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.model.vocabulary import Unit
from app.quantities.scale import Scale, scale_for, scaled_unit
from app.strings import word


class NativeForm(StrEnum):
    """What PowerPoint draws: bars in rows, points in time with lines, parts stacked in rows."""

    BARS = "bars"
    POINTS = "points"
    STACK = "stack"


class NativePart(StrEnum):
    """What a column's bars are: a figure, the light whole behind a share, the two ends of a printed range."""

    FIGURE = "figure"
    WHOLE = "whole"
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True)
class NativeCell:
    """One number in the chart's unit, the words that stand at it (never empty for a figure), and its looks."""

    value: Decimal
    label: str = ""
    emphasis: Emphasis = Emphasis.BEIJING
    openness: Openness = Openness.CLOSED
    derived: bool = False
    target: bool = False
    #: Others are spoken of.
    faded: bool = False

    @property
    def hue(self) -> str:
        """The colour token of its mark: ink for a goal."""
        return "ink" if self.target else self.emphasis.value


@dataclass(frozen=True)
class NativeColumn:
    """A series: its name says what its numbers are (超（下限）, 确数 …); None where a row has no such number."""

    name: str
    cells: tuple[NativeCell | None, ...]
    part: NativePart = NativePart.FIGURE
    joined: bool = False
    #: Which of the hatchings tells this part of a stack from its neighbours; 0 is plain.
    pattern: int = 0

    @property
    def first(self) -> NativeCell:
        return next(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class NativeRow:
    """A category; `day` is where it stands in time, for points in time."""

    name: str
    day: date | None = None


@dataclass(frozen=True)
class Native:
    """A chart that PowerPoint draws and its user can edit. `unit` heads the numbers of its workbook."""

    form: NativeForm
    rows: tuple[NativeRow, ...]
    columns: tuple[NativeColumn, ...]
    unit: str
    #: The end of the axis where the print knows it: 100 % of a share.
    most: Decimal | None = None
    #: The names of a stack's parts stand under it.
    legend: bool = False

    @property
    def cells(self) -> tuple[NativeCell, ...]:
        return tuple(cell for column in self.columns for cell in column.cells if cell is not None)

    @property
    def largest(self) -> Decimal:
        return max(cell.value for cell in self.cells)


@dataclass(frozen=True)
class SlideFrame:
    """The plot within its frame, in parts of it, and the sizes of text in points."""

    left: float
    top: float
    width: float
    height: float
    size: float
    #: Of the names of rows, and of a legend.
    names: float
    #: How wide the frame is, in points.
    across: float
    #: The gap between bars, in percent of a bar.
    gap: int = 60


#: More rows or points than these no slide holds; the drawn chart has a way with them.
_MOST_ROWS, _MOST_POINTS = 9, 8
_HUNDRED = Decimal(100)
_NATURES = {
    Openness.CLOSED: "nature_exact",
    Openness.UP: "nature_floor",
    Openness.DOWN: "nature_ceiling",
    Openness.ABOUT: "nature_about",
}


@dataclass(frozen=True)
class _Measure:
    """The one unit of a chart, at the scale its workbook is in."""

    scale: Scale
    unit: str
    highlight: frozenset[str]

    @classmethod
    def of(cls, points: Sequence[Point], base: Unit, lang: Lang, highlight: frozenset[str]) -> "_Measure":
        largest = max(abs(value) for point in points for value in (point.value, point.high or point.value))
        scale = scale_for(largest, base, lang)
        return cls(scale, scaled_unit(scale, base, lang), highlight)

    def cell(self, point: Point, value: Decimal | None = None, *, label: str | None = None) -> NativeCell:
        return NativeCell(
            (point.value if value is None else value) / self.scale.divisor,
            point.label.text if label is None else label,
            point.emphasis,
            point.openness,
            point.derived,
            point.target,
            faded=bool(self.highlight) and point.id not in self.highlight,
        )


def build_native(scene: Scene, highlight: frozenset[str] = frozenset()) -> Native | None:
    """The chart as PowerPoint keeps it; None where it has no such kind, or none that stays honest.

    Figures that are not among a `highlight` are paler.
    """
    form = CHART_TYPES[scene.kind].slide_form
    if form is None or scene.empty or any(point.value < 0 for point in scene.points):
        return None
    bases = {point.unit for point in scene.points}
    base = bases.pop()
    if bases or base is None or base.style in ("rank", "fraction"):
        return None
    return _NATIVES[form](scene, _Measure.of(scene.points, base, scene.lang, highlight))


def _bars(scene: Scene, measure: _Measure) -> Native | None:
    rows = [(group, point) for group in scene.groups for point in group.points]
    if len(rows) > _MOST_ROWS or LOG in scene.labels:
        return None
    names = tuple(NativeRow(native_row_name(scene, group, point)) for group, point in rows)
    columns = _columns([point for _, point in rows], measure, scene.lang)
    return Native(NativeForm.BARS, names, columns, measure.unit)


def _shares(scene: Scene, measure: _Measure) -> Native | None:
    """Bars on the light bar of their whole; wholes of different sizes have no common end."""
    wholes = {point.whole.value if point.whole else _HUNDRED for point in scene.points}
    counted = {point.whole is not None for point in scene.points}
    plain = _bars(scene, measure)
    if plain is None or len(wholes) > 1 or len(counted) > 1 or any(point.is_range for point in scene.points):
        return None
    whole = wholes.pop() / measure.scale.divisor
    behind = NativeColumn(word("whole", scene.lang), tuple(NativeCell(whole) for _ in plain.rows), NativePart.WHOLE)
    return Native(NativeForm.BARS, plain.rows, (behind, *plain.columns), plain.unit, most=whole)


def _points(scene: Scene, measure: _Measure) -> Native | None:
    """One series a group: a line may run only within it."""
    by_period = {point.period.text: point for point in scene.points}
    places = sorted(by_period.values(), key=lambda point: point.period.middle)
    is_plain = len(scene.points) <= _MOST_POINTS and not any(point.is_range for point in scene.points)
    if not is_plain or any(_is_crowded(group) for group in scene.groups):
        return None
    rows = tuple(NativeRow(point.period_text.text, date.fromordinal(round(point.period.middle))) for point in places)
    columns = tuple(_line(scene, group, [point.period.text for point in places], measure) for group in scene.groups)
    return Native(NativeForm.POINTS, rows, columns, measure.unit)


def _is_crowded(group: Group) -> bool:
    """Two figures of one line at one time."""
    return len({point.period.text for point in group.points}) < len(group.points)


def _line(scene: Scene, group: Group, places: Sequence[str], measure: _Measure) -> NativeColumn:
    cells: list[NativeCell | None] = [None] * len(places)
    for point in group.points:
        last = point is group.points[-1]
        lines = (point.label.text, point.period_text.text, group.name if last else "", group.note if last else "")
        cells[places.index(point.period.text)] = measure.cell(point, label="\n".join(filter(None, lines)))
    name = group.name or _natures(group.points, scene.lang)
    return NativeColumn(f"{name}{_bracketed(measure.unit, scene.lang)}", tuple(cells), joined=group.joined)


def _stack(scene: Scene, measure: _Measure) -> Native | None:
    """Solid parts alone: hollow ones, computed or aimed at, have patterns of their own in the drawn chart."""
    if len(scene.groups) > _MOST_ROWS or any(point.derived or point.target for point in scene.points):
        return None
    names = list(dict.fromkeys(point.name for point in scene.points))
    columns = []
    for number, name in enumerate(names):
        parts = [next((p for p in group.points if p.name == name), None) for group in scene.groups]
        cells = tuple(measure.cell(part) if part else None for part in parts)
        columns.append(NativeColumn(name, cells, pattern=number))
    rows = tuple(NativeRow("\n".join(filter(None, (group.name, group.note)))) for group in scene.groups)
    return Native(NativeForm.STACK, rows, tuple(columns), measure.unit, legend=True)


_NATIVES: Mapping[OfficeForm, Callable[[Scene, _Measure], Native | None]] = {
    OfficeForm.BARS: _bars,
    OfficeForm.SHARES: _shares,
    OfficeForm.POINTS: _points,
    OfficeForm.STACK: _stack,
}


def native_row_name(scene: Scene, group: Group, point: Point) -> str:
    """What names a bar, and under it its period where that is not printed or not the same for all."""
    names = [group.name] if len(scene.groups) > 1 else []
    if not point.name_is_period:
        names.append(point.name)
    same = len({other.period_text for other in scene.points}) == 1 and point.basis is PeriodBasis.STATED
    if not names or not (same or point.name_has_period):
        names.append(point.period_text.text)
    return "\n".join(filter(None, names))


def _columns(points: Sequence[Point], measure: _Measure, lang: Lang) -> tuple[NativeColumn, ...]:
    """One for each way of knowing that there is, in the order of the rows; a range has one for each end."""
    plain = [None if point.is_range else point for point in points]
    kinds = dict.fromkeys(_kind(point) for point in plain if point)
    columns = list(_ranges(points, measure, lang))
    for kind in kinds:
        cells = tuple(measure.cell(point) if point and _kind(point) == kind else None for point in plain)
        name = _natures([point for point in plain if point and _kind(point) == kind], lang)
        columns.append(NativeColumn(f"{name}{_bracketed(measure.unit, lang)}", cells))
    return tuple(columns)


def _ranges(points: Sequence[Point], measure: _Measure, lang: Lang) -> Iterable[NativeColumn]:
    if not any(point.is_range for point in points):
        return
    for part, name in ((NativePart.HIGH, "range_high"), (NativePart.LOW, "range_low")):
        cells = tuple(_end(point, measure, part) if point.is_range else None for point in points)
        yield NativeColumn(f"{word(name, lang)}{_bracketed(measure.unit, lang)}", cells, part)


def _end(point: Point, measure: _Measure, part: NativePart) -> NativeCell:
    """The label stands at the high end."""
    return measure.cell(point, point.high) if part is NativePart.HIGH else measure.cell(point, label="")


def _kind(point: Point) -> tuple[Openness, bool, bool]:
    return point.openness, point.derived, point.target


def _natures(points: Sequence[Point], lang: Lang) -> str:
    """下限，推算: what the numbers of a column are."""
    natures: dict[str, None] = {}
    for point in points:
        marks = [name for name, is_so in (("nature_derived", point.derived), ("nature_target", point.target)) if is_so]
        if point.openness is not Openness.CLOSED or not marks:
            marks.insert(0, _NATURES[point.openness])
        natures |= dict.fromkeys(word(mark, lang) for mark in marks)
    return lang.comma.join(natures)


def _bracketed(unit: str, lang: Lang) -> str:
    if not unit:
        return ""
    return lang.brackets(unit)
