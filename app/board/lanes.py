"""The lanes: figures of one unit on one axis, a row each, in the order that the reader chose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.board.axis import column_axis, percent
from app.board.board_figure import BoardFigure, board_figure
from app.board.view import BoardView
from app.charts.geometry.axis import XAxis
from app.charts.layout import Tick
from app.data.comparable import same_definition
from app.data.datum import Datum
from app.data.lanes import Band
from app.model.text import Lang

#: The rows of a band that are written; more than these nobody compares by eye.
MOST_ROWS = 50
#: The lanes and bands that have a name of their own; others are named by their unit.
_NAMED_LANES = frozenset({"money", "share", "growth", "firms", "rank", "change"})
_NAMED_BANDS = frozenset({"money", "share"})


@dataclass(frozen=True)
class LaneRow:
    """A figure with its mark at `x` percent of the column, to `x_to` where it is a range."""

    figure: BoardFigure
    x: float
    x_to: float | None


@dataclass(frozen=True)
class LaneSection:
    """The rows of one band; `name` only where the lane has several."""

    name: str
    rows: tuple[LaneRow, ...]


@dataclass(frozen=True)
class LaneAxis:
    """An axis with the sections that stand on it; no ticks where there is but one mark. `title` says a log scale."""

    title: str
    ticks: tuple[Tick, ...]
    sections: tuple[LaneSection, ...]


@dataclass(frozen=True)
class Lane:
    """A lane of the board. `note` is what must be known of it, `hidden` how many rows are not written."""

    id: str
    title: str
    count: int
    axes: tuple[LaneAxis, ...]
    note: str
    hidden: int


@dataclass(frozen=True)
class EmptyLane:
    """A lane that the selection has no figure of, and what brings some back."""

    title: str
    text: str
    href: str


@dataclass(frozen=True)
class LanesPanel:
    """All lanes with figures, those without, and the figures that stand in none."""

    lanes: tuple[Lane, ...]
    empty: tuple[EmptyLane, ...]
    cards: tuple[BoardFigure, ...]


def lanes_panel(view: BoardView) -> LanesPanel:
    """The lanes of a board."""
    bands, rest = view.site.bands
    lanes: list[Lane] = []
    empty: list[EmptyLane] = []
    for name, group in groupby(bands, key=lambda band: band.lane):
        members = tuple(group)
        if any(view.held_of(band.data) for band in members):
            lanes.append(_lane(view, name, members))
        else:
            empty.extend(_empty(view, name, members))
    cards = tuple(board_figure(view, datum) for datum in view.held_of(rest))
    return LanesPanel(tuple(lanes), tuple(empty), cards)


def _lane(view: BoardView, name: str, bands: Sequence[Band]) -> Lane:
    data = [view.held_of(band.data) for band in bands]
    every = [datum for of_band in data for datum in of_band]
    return Lane(
        id=name,
        title=_title(view, name, bands),
        count=len(every),
        axes=tuple(
            axis
            for _, group in groupby(bands, key=lambda band: (band.unit.base, band.scale))
            for axis in _axis(view, tuple(group), is_only=len(bands) == 1)
        ),
        note=view.word("board_definitions_differ") if same_definition(every) is not None else "",
        hidden=sum(max(0, len(of_band) - MOST_ROWS) for of_band in data),
    )


def _title(view: BoardView, lane: str, bands: Sequence[Band]) -> str:
    """The lane's own name, or what is measured in it and its unit."""
    if lane in _NAMED_LANES:
        return view.word(f"board_lane_{lane}")
    measures = dict.fromkeys(datum.indicator.measures for band in bands for datum in band.data)
    names = (view.site.catalog.measures[name].name[view.lang] for name in measures)
    return view.lang.list_comma.join(names) + view.lang.brackets(_unit(view, bands[0]))


def _unit(view: BoardView, band: Band) -> str:
    unit = band.unit
    return unit.zh if view.lang is Lang.ZH or unit.en is None else unit.en.other


def _axis(view: BoardView, bands: Sequence[Band], *, is_only: bool) -> Iterable[LaneAxis]:
    """The axis spans all figures of its bands, chosen or not, so that a mark stays where it stood."""
    axis = column_axis([datum for band in bands for datum in band.data], view.lang)
    sections = tuple(
        LaneSection("" if is_only else _band_name(view, band), rows)
        for band in bands
        if (rows := tuple(_row(view, datum, axis) for datum in view.held_of(band.data)[:MOST_ROWS]))
    )
    if sections:
        has_axis = sum(len(section.rows) for section in sections) > 1
        yield LaneAxis(axis.axis.title, axis.axis.ticks if has_axis else (), sections)


def _band_name(view: BoardView, band: Band) -> str:
    if band.lane in _NAMED_BANDS:
        return view.word(f"board_band_{band.name.replace('-', '_')}")
    return _unit(view, band)


def _row(view: BoardView, datum: Datum, axis: XAxis) -> LaneRow:
    quantity = datum.quantity
    x_to = None if quantity.value_to is None else percent(axis, quantity.value_to)
    return LaneRow(board_figure(view, datum), percent(axis, quantity.value), x_to)


def _empty(view: BoardView, name: str, bands: Sequence[Band]) -> Iterable[EmptyLane]:
    """One grey line, if leaving out one facet brings figures back."""
    emptied = view.emptied_by(frozenset(datum.id for band in bands for datum in band.data))
    if emptied is not None:
        yield EmptyLane(_title(view, name, bands), emptied.text, emptied.href)
