"""The lanes: figures of one unit on one axis, a row each, in the order that the reader chose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import log10

from app.board.view import BoardView
from app.charts.geometry.axis import Ticks, linear, logarithmic, ranks
from app.data.comparable import same_definition
from app.data.datum import Datum, Openness
from app.data.lanes import AxisScale, Band
from app.model.text import Lang

#: The rows of a lane that are written; more than these nobody compares by eye.
MOST_ROWS = 50
#: Where the axis begins and ends in its column, in percent: marks and their arrows keep off the edges.
_FIRST, _LAST = 4.0, 92.0
#: Right of this a label stands left of its mark.
_LEFTWARDS = 52.0
_ONE = Decimal(1)


@dataclass(frozen=True)
class LaneTick:
    """A tick at `x` percent of the column."""

    x: float
    text: str


@dataclass(frozen=True)
class LaneRow:
    """A figure: its name, what else tells it apart, and its mark at `x` percent (to `x_to`, where it is a range)."""

    id: str
    name: str
    more: str
    label: str
    spoken: str
    href: str
    hold: str
    glyph: str
    x: float
    x_to: float | None
    is_label_left: bool
    is_held: bool


@dataclass(frozen=True)
class LaneSection:
    """The rows of one band; `name` only where the lane has several."""

    name: str
    rows: tuple[LaneRow, ...]


@dataclass(frozen=True)
class LaneAxis:
    """An axis with the sections that stand on it; no ticks where there is but one mark."""

    unit: str
    ticks: tuple[LaneTick, ...]
    sections: tuple[LaneSection, ...]


@dataclass(frozen=True)
class Lane:
    """A lane of the board. `notes` are what must be known of it, `hidden` how many rows are not written."""

    id: str
    title: str
    count: int
    axes: tuple[LaneAxis, ...]
    notes: tuple[str, ...]
    hidden: int


@dataclass(frozen=True)
class EmptyLane:
    """A lane that the selection has no figure of, and what brings some back."""

    title: str
    text: str
    href: str


@dataclass(frozen=True)
class Card:
    """A figure that stands on no axis."""

    id: str
    name: str
    more: str
    label: str
    href: str
    hold: str
    is_held: bool


@dataclass(frozen=True)
class LanesPanel:
    """All lanes with figures, those without, and the figures that stand in none."""

    lanes: tuple[Lane, ...]
    empty: tuple[EmptyLane, ...]
    cards: tuple[Card, ...]


def lanes_panel(view: BoardView) -> LanesPanel:
    """The lanes of a board."""
    bands, rest = view.site.bands
    lanes: list[Lane] = []
    empty: list[EmptyLane] = []
    for name, group in groupby(bands, key=lambda band: band.lane):
        members = tuple(group)
        if any(datum.id in view.ids for band in members for datum in band.data):
            lanes.append(_lane(view, name, members))
        else:
            empty.extend(_empty(view, name, members))
    cards = tuple(_card(view, datum) for datum in view.ordered(datum for datum in rest if datum.id in view.ids))
    return LanesPanel(tuple(lanes), tuple(empty), cards)


def _lane(view: BoardView, name: str, bands: Sequence[Band]) -> Lane:
    shown = [datum for band in bands for datum in band.data if datum.id in view.ids]
    axes = tuple(
        axis
        for _, group in groupby(bands, key=lambda band: (band.unit.base, band.scale))
        for axis in _axis(view, tuple(group), is_only=len(bands) == 1)
    )
    reason = same_definition(shown)
    notes = () if reason is None or len(shown) < 2 else (view.word("board_definitions_differ"),)
    return Lane(name, _title(view, name, bands), len(shown), axes, notes, max(0, len(shown) - MOST_ROWS))


def _title(view: BoardView, lane: str, bands: Sequence[Band]) -> str:
    if lane in ("money", "share", "growth", "firms", "rank", "change"):
        return view.word(f"board_lane_{lane}")
    unit = bands[0].unit
    name = unit.zh if view.lang is Lang.ZH or unit.en is None else unit.en.other
    measure = view.site.catalog.measures[bands[0].data[0].indicator.measures].name[view.lang]
    return f"{measure}{view.lang.brackets(name)}"


def _axis(view: BoardView, bands: Sequence[Band], *, is_only: bool) -> Iterable[LaneAxis]:
    """The axis spans all figures of its bands, chosen or not, so that a mark stays where it stood."""
    all_of = [datum for band in bands for datum in band.data]
    place = _Axis(_ticks(all_of, bands[0], view.lang), bands[0].scale)
    sections = tuple(
        LaneSection("" if is_only else view.word(f"board_band_{band.name.replace('-', '_')}"), rows)
        for band in bands
        if (rows := tuple(_row(view, datum, place) for datum in view.ordered(_shown(view, band))[:MOST_ROWS]))
    )
    if sections:
        has_axis = sum(len(section.rows) for section in sections) > 1
        yield LaneAxis(place.ticks.title, place.marks() if has_axis else (), sections)


def _shown(view: BoardView, band: Band) -> list[Datum]:
    return [datum for datum in band.data if datum.id in view.ids]


@dataclass(frozen=True)
class _Axis:
    """Where values stand, in percent of the column."""

    ticks: Ticks
    scale: AxisScale

    def at(self, value: Decimal) -> float:
        low, high, own = self._on(self.ticks.low), self._on(self.ticks.high), self._on(value)
        part = (own - low) / (high - low) if high > low else 0.0
        return round(_FIRST + part * (_LAST - _FIRST), 2)

    def _on(self, value: Decimal) -> float:
        return log10(value) if self.scale is AxisScale.LOG else float(value)

    def marks(self) -> tuple[LaneTick, ...]:
        texts = (*self.ticks.texts[:-1], self.ticks.closing)
        return tuple(LaneTick(self.at(value), text) for value, text in zip(self.ticks.values, texts, strict=True))


def _ticks(data: Sequence[Datum], band: Band, lang: Lang) -> Ticks:
    highs = [datum.quantity.value_to or datum.quantity.value for datum in data]
    low, high = min(datum.quantity.value for datum in data), max(highs)
    if band.scale is AxisScale.LOG:
        return logarithmic(low, high, unit=band.unit, lang=lang)
    if band.scale is AxisScale.RANK:
        return ranks(int(high), unit=band.unit, lang=lang)
    if band.lane == "share":
        return linear(Decimal(0), Decimal(100), unit=band.unit, lang=lang)
    return linear(min(low, Decimal(0)), max(high, _ONE), unit=band.unit, lang=lang)


def _row(view: BoardView, datum: Datum, axis: _Axis) -> LaneRow:
    lang, quantity = view.lang, datum.quantity
    x = axis.at(quantity.value)
    x_to = axis.at(quantity.value_to) if quantity.value_to is not None else None
    return LaneRow(
        id=datum.id,
        name=figure_name(datum, lang),
        more=f"{datum.definition.name[lang]} · {datum.period_text(lang)}",
        label=datum.label(lang).text,
        spoken=f"{figure_name(datum, lang)} {datum.label(lang)} {datum.period_text(lang)}",
        href=view.urls.figure(datum.id),
        hold=view.href(hold=datum.id),
        glyph=glyph_of(datum),
        x=x,
        x_to=x_to,
        is_label_left=(x if x_to is None else x_to) > _LEFTWARDS,
        is_held=datum.id == view.hold,
    )


def figure_name(datum: Datum, lang: Lang) -> str:
    """The indicator's short name, with whose or which part's figure it is."""
    parts = [part.name[lang] for part in (datum.subject, datum.category) if part]
    if not datum.is_home:
        parts.append(datum.geography.name[lang])
    name = datum.indicator.label(lang)
    extra = [part for part in parts if part not in name]
    return name + lang.brackets(lang.comma.join(extra)) if extra else name


_OPEN = {Openness.UP: "up", Openness.DOWN: "down", Openness.ABOUT: "about", Openness.CLOSED: "closed"}


def glyph_of(datum: Datum) -> str:
    """The name of its mark's symbol: how it is bound, how it came about, whose it is."""
    kind = "goal" if datum.observation.target else "dot"
    derived = "-derived" if datum.is_derived else ""
    hue = "beijing" if datum.is_at_home else "other"
    return f"{kind}{derived}-{_OPEN[datum.openness]}-{hue}"


def _card(view: BoardView, datum: Datum) -> Card:
    lang = view.lang
    return Card(
        id=datum.id,
        name=figure_name(datum, lang),
        more=f"{datum.definition.name[lang]} · {datum.period_text(lang)}",
        label=datum.label(lang).text,
        href=view.urls.figure(datum.id),
        hold=view.href(hold=datum.id),
        is_held=datum.id == view.hold,
    )


def _empty(view: BoardView, name: str, bands: Sequence[Band]) -> Iterable[EmptyLane]:
    """One grey line, if leaving out one facet brings figures back."""
    emptied = view.emptied_by(frozenset(datum.id for band in bands for datum in band.data))
    if emptied is not None:
        facet, count = emptied
        text = view.word("board_lane_empty").format(facet=view.word(f"board_facet_{facet}"), count=count)
        yield EmptyLane(_title(view, name, bands), text, view.href(view.selection.without(facet)))
