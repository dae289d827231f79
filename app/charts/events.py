"""Milestones in time order, each in its lane; plans without a deadline last.

Lanes on a time axis where there is room; a list by year on a phone, or where there are many.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from app.charts.base_scene import base_scene
from app.charts.geometry.marks import event_mark, event_text
from app.charts.geometry.text import NAME_BOLD, TextColumn, paragraph, text_column
from app.charts.layout import Axis, Box, Layout, LayoutBuilder, Role, Tick, Words
from app.charts.registry import ChartType, register_chart_type
from app.charts.scene import Emphasis, Event, Scene
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.selection import when
from app.model.catalog import Catalog
from app.model.chart import ChartKind, ChartSelection
from app.model.milestone import LANES, Milestone
from app.model.text import Lang
from app.model.vocabulary import HOME
from app.strings import word
from app.urls import Urls


def build_events(spec: ChartSpec) -> Scene:
    """A scene of events alone; there is no axis of values."""
    return base_scene(spec)


def select_events(catalog: Catalog, selection: ChartSelection, lang: Lang) -> tuple[Event, ...]:
    """The milestones a selection names: those of its list, else all of its topics; narrowed by its lanes."""
    rows = [(topic, row) for topic, rows in catalog.milestones.items() for row in rows]
    named = [row for _, row in rows if row.id in selection.milestones]
    milestones = named or [row for topic, row in rows if topic in selection.topics]
    in_lanes = [row for row in milestones if not selection.lanes or row.lane in selection.lanes]
    return sort_events(tuple(event(row, catalog, lang) for row in in_lanes))


def event(milestone: Milestone, catalog: Catalog, lang: Lang) -> Event:
    """A milestone in one language; a plan known only from its article has no date of its own."""
    place = catalog.geographies[milestone.geography]
    return Event(
        id=milestone.id,
        title=milestone.title[lang],
        lane=milestone.lane,
        lane_name=word(f"lane_{milestone.lane}", lang),
        period=milestone.period,
        period_text=when(milestone, lang),
        place=(place.short or place.name)[lang],
        source=catalog.sources[milestone.source].short[lang],
        dated=not milestone.is_undated,
        note=milestone.note[lang] if milestone.note else "",
        href=Urls(lang).source(milestone.source),
        basis=milestone.period_basis,
        emphasis=Emphasis.BEIJING if HOME in (milestone.geography, place.part_of) else Emphasis.OTHER,
    )


def sort_events(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """By date, the undated last; those of one date by lane and id, so that the order is always the same."""
    return tuple(sorted(events, key=lambda e: (not e.dated, e.period, LANES.index(e.lane), e.id)))


#: Narrower than this, labels on an axis would be broken into slivers.
_ROOMY = 560.0
#: More events than this make lanes a staircase that nobody reads.
_MANY = 24


def layout_events(scene: Scene, across: float) -> Layout:
    dated = sum(event.dated for event in scene.events)
    if across >= _ROOMY and 1 < dated <= _MANY:
        return _layout_lanes(scene, across)
    return _layout_years(scene, across)


_DOT, _TEXT, _ENTRIES_APART, _YEARS_APART = 7.0, 24.0, 10.0, 14.0
#: A column of events is about so wide; there are up to three.
_COLUMN, _MOST, _WIDEST = 280.0, 3, 1080.0


def _layout_years(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    limit = min(across, _WIDEST)
    for heading, events in groupby(scene.events, key=lambda event: _heading(event, scene)):
        sheet.bottom += _YEARS_APART if sheet.bottom else 0
        title = paragraph(heading, NAME_BOLD, limit)
        sheet.words += title.words(0, sheet.bottom)
        sheet.bottom += title.height + 5
        sheet.line((0, sheet.bottom), (limit, sheet.bottom))
        sheet.bottom += 9
        _year(sheet, list(events), limit)
    return sheet.layout()


def _heading(event: Event, scene: Scene) -> str:
    """The year in which the event (or the span it lies in) ends."""
    if not event.dated:
        return phrase("undated", scene.lang).capitalize()
    return f"{event.period.end.year}年" if scene.lang is Lang.ZH else str(event.period.end.year)


def _year(sheet: LayoutBuilder, events: list[Event], limit: float) -> None:
    """Events side by side in columns, read line by line."""
    columns = min(_MOST, max(1, int(limit // _COLUMN)))
    slot = limit / columns
    for n in range(0, len(events), columns):
        tall = 0.0
        for place, event in enumerate(events[n : n + columns]):
            x = place * slot
            words = event_text(event, slot - _TEXT - (12 if columns > 1 else 0), lane=event.lane_name)
            sheet.marks.append(event_mark(event, x + _DOT, sheet.bottom + 9, data_x=x + _DOT))
            sheet.words += words.words(x + _TEXT, sheet.bottom, point=event.id)
            tall = max(tall, words.height)
        sheet.bottom += tall + _ENTRIES_APART


#: The lanes' names; the labels' widest line; the room around a dot.
_NAMES, _LABEL, _EDGE = 96.0, 216.0, 9.0
#: From a mark down to its words, between rows, between lanes.
_DOWN, _ROWS, _PAD, _APART = 9.0, 12.0, 12.0, 16.0
#: A period longer than this in pixels is a span; a shorter one is a dot in its middle.
_SPAN, _THICK = 26.0, 3.0
_TICK_APART, _HEAD = 64.0, 24.0


@dataclass
class _Row:
    """Events side by side on one line of a lane; `taken` are the ranges of x already in use."""

    height: float = 0.0
    taken: list[tuple[float, float]] = field(default_factory=list)
    items: list["_Item"] = field(default_factory=list)

    def fits(self, start: float, end: float) -> bool:
        return all(end <= left or start >= right for left, right in self.taken)

    def add(self, item: "_Item", start: float, end: float) -> None:
        self.taken.append((start, end))
        self.items.append(item)
        self.height = max(self.height, _DOWN + item.words.height)


@dataclass(frozen=True)
class _Item:
    """An event with its words, from `left` on; its mark goes from `start` to `end`."""

    event: Event
    words: TextColumn
    left: float
    start: float
    end: float
    anchor: str

    @property
    def right(self) -> float:
        return self.left + self.words.widest


def _layout_lanes(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    axis = _axis(scene, across)
    _year_ticks(sheet, axis)
    for lane in LANES:
        events = [event for event in scene.events if event.dated and event.lane == lane]
        if events:
            _lane(sheet, events, axis)
    for tick in axis.ticks:
        sheet.line((tick.at, _HEAD), (tick.at, sheet.bottom))
    sheet.line((0, sheet.bottom), (across, sheet.bottom), role=Role.AXIS)
    undated = [event for event in scene.events if not event.dated]
    if undated:
        _undated(sheet, undated, axis)
    # The undated too: what lies outside the plot, Plotly hides.
    plot = Box(axis.start, 0, axis.end - axis.start, sheet.bottom)
    return sheet.layout(plot=plot, x=axis)


def _axis(scene: Scene, across: float) -> Axis:
    """From the first year to the end of the last; the ticks are the beginnings of years."""
    periods = [event.period for event in scene.events if event.dated]
    first, last = min(p.start for p in periods).year, max(p.end for p in periods).year + 1
    low, high = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
    bare = Axis(low, high, _NAMES + _EDGE, across - _EDGE)
    step = 1
    while (bare.end - bare.start) / max(last - first, 1) * step < _TICK_APART:
        step += 1 if step == 1 else 5 - step % 5
    ticks = tuple(
        Tick(date(year, 1, 1).toordinal(), bare.at(date(year, 1, 1).toordinal()), str(year))
        for year in range(first, last, step)
    )
    return Axis(low, high, bare.start, bare.end, ticks)


def _year_ticks(sheet: LayoutBuilder, axis: Axis) -> None:
    """The years over the lanes, each at its beginning."""
    for tick in axis.ticks:
        sheet.line((tick.at, 4), (tick.at, _HEAD), role=Role.AXIS)
        sheet.words.append(Words(tick.at + 6, 16, tick.text, Role.TICK, 12))
    sheet.bottom = _HEAD


def _lane(sheet: LayoutBuilder, events: list[Event], axis: Axis) -> None:
    sheet.line((0, sheet.bottom), (sheet.width, sheet.bottom), role=Role.AXIS if sheet.bottom <= _HEAD else Role.GRID)
    top = sheet.bottom + _PAD
    name = text_column(_NAMES - 12, (events[0].lane_name, NAME_BOLD))
    sheet.words += name.words(0, top - 5)
    y = top
    for row in _rows(events, axis, sheet.width):
        for item in row.items:
            _draw(sheet, item, axis, y)
        y += row.height + _ROWS
    sheet.bottom = max(y - _ROWS + _PAD, top + name.height + _PAD)


def _rows(events: list[Event], axis: Axis, across: float) -> list[_Row]:
    """Each event on the first row that has room for its mark and words."""
    rows: list[_Row] = []
    for event in events:
        item = _item(event, axis, across)
        start, end = min(item.left, item.start) - _EDGE, max(item.right, item.end) + _EDGE
        row = next((row for row in rows if row.fits(start, end)), None)
        if row is None:
            row = _Row()
            rows.append(row)
        row.add(item, start, end)
    return rows


def _item(event: Event, axis: Axis, across: float) -> _Item:
    start, end = axis.at(event.period.start.toordinal()), axis.at(event.period.end.toordinal() + 1)
    if end - start <= _SPAN:
        start = end = axis.at(event.period.middle)
    words = event_text(event, _LABEL)
    left = start if end > start else start - 5
    if left + words.widest <= across:
        return _Item(event, words, left, start, end, "start")
    right = min(across, max(end + 5, _NAMES + words.widest))
    return _Item(event, words, right - words.widest, start, end, "end")


def _draw(sheet: LayoutBuilder, item: _Item, axis: Axis, y: float) -> None:
    # A plan says by when: its diamond stands at the end of its time.
    is_plan = item.event.lane == "plan"
    at = item.event.period.end.toordinal() + 1 if is_plan else item.event.period.middle
    span = Box(item.start, y - _THICK / 2, item.end - item.start, _THICK) if item.end > item.start else None
    sheet.marks.append(event_mark(item.event, axis.at(at), y, data_x=at, box=span))
    if span and is_plan:
        sheet.line((item.start, y), (item.end, y), role=Role.AXIS)
    x = item.left if item.anchor == "start" else item.right
    sheet.words += item.words.words(x, y + _DOWN, point=item.event.id, anchor=item.anchor)


def _undated(sheet: LayoutBuilder, events: list[Event], axis: Axis) -> None:
    """Plans without a deadline, side by side in columns; their place says nothing of time."""
    sheet.bottom += _APART
    title = paragraph(phrase("undated", sheet.scene.lang).capitalize(), NAME_BOLD, _NAMES - 12)
    sheet.words += title.words(0, sheet.bottom - 5)
    room = sheet.width - _NAMES
    per_row = max(1, int(room // (_LABEL + 44)))
    slot = room / per_row
    for n in range(0, len(events), per_row):
        tall = 0.0
        for place, event in enumerate(events[n : n + per_row]):
            x = _NAMES + place * slot
            words = event_text(event, slot - 40)
            value = axis.low + (x + _EDGE - axis.start) / (axis.end - axis.start) * (axis.high - axis.low)
            sheet.marks.append(event_mark(event, x + _EDGE, sheet.bottom + 5, data_x=value))
            sheet.words += words.words(x + _EDGE + 15, sheet.bottom - 5, point=event.id)
            tall = max(tall, words.height)
        sheet.bottom += tall + _ROWS


register_chart_type(ChartType(ChartKind.EVENTS, build_events, layout_events))
