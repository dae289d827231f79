"""Side by side: sectors in rows, what is measured in columns, the latest figures on one scale a column."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.board.axis import column_axis, percent
from app.board.board_figure import BoardFigure, board_figure
from app.board.view import BoardView
from app.charts.geometry.axis import XAxis
from app.data.comparable import latest, results
from app.data.datum import Datum
from app.model.board import Sector

#: The figures of a sector, a tuple for each column.
_Cells = tuple[tuple[Datum, ...], ...]


@dataclass(frozen=True)
class CellFigure:
    """A figure in a cell; `x` is where its mark stands in the column, None where the column has no scale for it."""

    figure: BoardFigure
    x: float | None
    is_chosen: bool


@dataclass(frozen=True)
class SectorRow:
    """A sector and its cells, one a column; an empty cell is what the articles do not print."""

    name: str
    href: str
    cells: tuple[tuple[CellFigure, ...], ...]


@dataclass(frozen=True)
class SideBySidePanel:
    """The columns' names, the rows, and what may not be read out of them."""

    columns: tuple[str, ...]
    rows: tuple[SectorRow, ...]
    note: str


def side_by_side_panel(view: BoardView) -> SideBySidePanel:
    """The sectors that have a figure of the selection."""
    board, catalog = view.site.catalog.board, view.site.catalog
    cells = {name: _cells(view, sector) for name, sector in board.sectors.items()}
    axes = [_axis(view, [datum for row in cells.values() for datum in row[n]]) for n in range(len(board.columns))]
    names = [name for name, row in cells.items() if any(datum.id in view.ids for cell in row for datum in cell)]
    columns = tuple(catalog.measures[name].name[view.lang] for name in board.columns)
    rows = tuple(_row(view, board.sectors[name], cells[name], axes) for name in names)
    return SideBySidePanel(columns, rows, _note(view, columns, [cells[name] for name in names]))


def _cells(view: BoardView, sector: Sector) -> _Cells:
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


def _axis(view: BoardView, data: Sequence[Datum]) -> tuple[str, XAxis] | None:
    """The unit that most figures of a column have, and its axis; None for ranks, which are read."""
    units = [datum.base.base for datum in data if datum.base.style != "rank"]
    if not units:
        return None
    unit = max(dict.fromkeys(units), key=units.count)
    return unit, column_axis([datum for datum in data if datum.base.base == unit], view.lang)


def _row(view: BoardView, sector: Sector, cells: _Cells, axes: Sequence[tuple[str, XAxis] | None]) -> SectorRow:
    return SectorRow(
        name=sector.name[view.lang],
        href=view.urls.topic(sector.topic),
        cells=tuple(
            tuple(_figure(view, datum, axis) for datum in cell) for cell, axis in zip(cells, axes, strict=True)
        ),
    )


def _figure(view: BoardView, datum: Datum, axis: tuple[str, XAxis] | None) -> CellFigure:
    is_on_axis = axis is not None and axis[0] == datum.base.base
    x = percent(axis[1], datum.quantity.value) if axis is not None and is_on_axis else None
    return CellFigure(board_figure(view, datum), x, datum.id in view.ids)


def _note(view: BoardView, columns: Sequence[str], rows: Sequence[_Cells]) -> str:
    """Which columns hold figures of different definitions."""
    by_column = zip(columns, zip(*rows, strict=True), strict=False)
    differing = [
        name
        for name, cells in by_column
        if len({datum.definition.name[view.lang] for cell in cells for datum in cell}) > 1
    ]
    return view.word("board_columns_differ").format(columns=view.lang.list_comma.join(differing)) if differing else ""
