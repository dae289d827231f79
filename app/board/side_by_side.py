"""Side by side: sectors in rows, what is measured in columns, the latest figures on one scale a column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log10

from app.board.lanes import glyph_of
from app.board.view import BoardView
from app.data.comparable import latest, results
from app.data.datum import Datum
from app.data.facets import Facet
from app.model.board import Sector

_FIRST, _LAST = 8.0, 78.0


@dataclass(frozen=True)
class CellReading:
    """A figure in a cell; `x` is where its mark stands in the column, None where the column has no scale for it."""

    id: str
    label: str
    more: str
    spoken: str
    href: str
    hold: str
    glyph: str
    x: float | None
    is_held: bool
    is_chosen: bool


@dataclass(frozen=True)
class SectorRow:
    """A sector and its cells, one a column; an empty cell is what the articles do not print."""

    name: str
    href: str
    is_chosen: bool
    cells: tuple[tuple[CellReading, ...], ...]


@dataclass(frozen=True)
class SideBySidePanel:
    """The columns' names with what they are counted in, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[SectorRow, ...]
    notes: tuple[str, ...]


def side_by_side_panel(view: BoardView) -> SideBySidePanel:
    """The sectors that have a figure of the selection; without one of them all."""
    board, catalog = view.site.catalog.board, view.site.catalog
    cells = {name: _cells(view, sector) for name, sector in board.sectors.items()}
    scales = [_scale([datum for row in cells.values() for datum in row[n]]) for n in range(len(board.columns))]
    shown = [name for name, row in cells.items() if any(datum.id in view.ids for cell in row for datum in cell)]
    rows = tuple(_row(view, board.sectors[name], cells[name], scales) for name in shown)
    columns = tuple(catalog.measures[name].name[view.lang] for name in board.columns)
    return SideBySidePanel(columns, rows, _notes(view, [cells[name] for name in shown]))


def _cells(view: BoardView, sector: Sector) -> tuple[tuple[Datum, ...], ...]:
    """The latest figures of the city as a whole; several where print disagrees or periods overlap."""
    catalog = view.site.catalog
    figures = [tuple(view.site.data[o.id] for o in catalog.indicators[name].observations) for name in sector.indicators]
    own = [
        datum
        for every in figures
        for datum in _current(every)
        if datum.is_home and datum.subject is None and datum.category is None
        if not sector.definitions or datum.observation.definition in sector.definitions
    ]
    return tuple(tuple(d for d in own if d.indicator.measures == column) for column in catalog.board.columns)


def _current(every: tuple[Datum, ...]) -> tuple[Datum, ...]:
    """The latest figures, and whatever disputes them: of a disagreement all sides stand."""
    newest = latest(results(every))
    disputing = {name for datum in newest for name in datum.observation.disputed_by}
    return tuple(datum for datum in every if datum in newest or datum.id in disputing)


@dataclass(frozen=True)
class _Scale:
    """One scale of a column, of the unit that most of its figures have."""

    unit: str
    low: float
    high: float
    is_log: bool

    def at(self, datum: Datum) -> float | None:
        if datum.base.base != self.unit or datum.base.style == "rank":
            return None
        value = float(datum.quantity.value)
        part = (self._on(value) - self._on(self.low)) / (self._on(self.high) - self._on(self.low))
        return round(_FIRST + part * (_LAST - _FIRST), 1)

    def _on(self, value: float) -> float:
        return log10(value) if self.is_log else value


def _scale(data: Sequence[Datum]) -> _Scale | None:
    units = [datum.base.base for datum in data]
    if not units:
        return None
    unit = max(set(units), key=units.count)
    own = [datum for datum in data if datum.base.base == unit]
    values = [float(datum.quantity.value) for datum in own]
    is_log = any(datum.indicator.scale == "log" for datum in own) and min(values) > 0
    if own[0].base.style == "percent" and own[0].indicator.measures == "share":
        return _Scale(unit, 0, 100, is_log=False)
    low, high = (min(values) / 2, max(values) * 2) if is_log else (min(0, *values), max(values) * 1.2)
    return _Scale(unit, low, high, is_log=is_log) if high > low else None


def _row(
    view: BoardView, sector: Sector, cells: Sequence[Sequence[Datum]], scales: Sequence[_Scale | None]
) -> SectorRow:
    return SectorRow(
        name=sector.name[view.lang],
        href=view.urls.topic(sector.topic),
        is_chosen=sector.topic in view.selection.chosen.get(Facet.TOPIC, ()),
        cells=tuple(
            tuple(_reading(view, datum, scale) for datum in cell) for cell, scale in zip(cells, scales, strict=True)
        ),
    )


def _reading(view: BoardView, datum: Datum, scale: _Scale | None) -> CellReading:
    lang = view.lang
    return CellReading(
        id=datum.id,
        label=datum.label(lang).text,
        more=f"{datum.definition.name[lang]} · {datum.period_text(lang)}",
        spoken=f"{datum.indicator.name[lang]} {datum.label(lang)} {datum.period_text(lang)}",
        href=view.urls.figure(datum.id),
        hold=view.href(hold=datum.id),
        glyph=glyph_of(datum),
        x=scale.at(datum) if scale else None,
        is_held=datum.id == view.hold,
        is_chosen=datum.id in view.ids,
    )


def _notes(view: BoardView, rows: Iterable[Sequence[Sequence[Datum]]]) -> tuple[str, ...]:
    """What may not be read out of the columns: definitions that differ, currencies apart."""
    columns = list(zip(*rows, strict=True))
    differing = [
        view.site.catalog.measures[name].name[view.lang]
        for name, column in zip(view.site.catalog.board.columns, columns, strict=False)
        if len({datum.definition.name[view.lang] for cell in column for datum in cell}) > 1
    ]
    if not differing:
        return ()
    return (view.word("board_columns_differ").format(columns=view.lang.list_comma.join(differing)),)
