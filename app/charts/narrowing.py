"""What a reader may choose on a chart: a control is there only where it has more than one honest value."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from app.charts.registry import CHART_TYPES
from app.data.datum import Datum
from app.data.page_query import INDICATOR, Choice, PageQuery
from app.data.selection import in_years, milestone_years
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartKind, ChartSelection
from app.model.milestone import LANES
from app.quantities.scale import list_steps

#: More options than these are a catalogue, and there is one.
_MOST = 12


def neighbours(
    catalog: Catalog, data: Mapping[str, Datum], chart: Chart, own: Sequence[str]
) -> Mapping[str, tuple[Datum, ...]]:
    """Each indicator beside `own`, the chart's, that its kind has something to say of, with its figures."""
    found: dict[str, tuple[Datum, ...]] = {}
    for name in dict.fromkeys(_named(catalog, chart, own)):
        figures = tuple(data[o.id] for o in catalog.indicators[name].observations)
        if name not in own and len(found) < _MOST and CHART_TYPES[chart.kind].suits(figures):
            found[name] = figures
    return found


def _named(catalog: Catalog, chart: Chart, own: Sequence[str]) -> Iterable[str]:
    """What breaks the chart's indicators down or sets them beside others, its related charts', its topic's."""
    for name in own:
        indicator = catalog.indicators[name]
        yield from (other for other in (indicator.breakdown, indicator.comparison) if other)
    for other in chart.related:
        yield from indicators_in(catalog, catalog.charts[other].select)
    bases = {catalog.units[catalog.indicators[name].unit].base for name in own}
    for other in catalog.topics[chart.topic].charts:
        for name in indicators_in(catalog, catalog.charts[other].select):
            if catalog.units[catalog.indicators[name].unit].base in bases:
                yield name


def indicators_in(catalog: Catalog, wanted: ChartSelection) -> tuple[str, ...]:
    """The indicators a selection shows, in its order."""
    return tuple(dict.fromkeys((*(catalog.indicator_of[o] for o in wanted.observations), *wanted.indicators)))


PLACE, FROM, TO, STEP, AS, LANE = "place", "from", "to", "unit", "as", "lane"
#: The value of `as` that gives 51 of 100 as 51%.
PERCENT = "percent"

Readings = tuple[Datum, ...]
#: Whether the chart's kind can be drawn of some figures.
Honest = Callable[[Readings], bool]
#: The same figures as shares of what they are counted out of; empty where they are no shares.
InPercent = Callable[[Readings], Readings]


@dataclass(frozen=True)
class Narrowed:
    """The figures chosen, with the choices that led to them. `step` is one of `scale.STEPS`, empty for as printed."""

    data: Readings
    choices: tuple[Choice, ...] = ()
    step: str = ""

    def by(self, choice: Choice, kept: Readings) -> "Narrowed":
        return replace(self, data=kept, choices=(*self.choices, choice))


def narrow(
    page_query: PageQuery,
    kind: ChartKind,
    own: Readings,
    others: Mapping[str, Readings],
    *,
    honest: Honest,
    in_percent: InPercent,
) -> Narrowed:
    """The figures a wish leaves of a chart's `own`, or those of one of the `others`, an indicator each."""
    chart_type = CHART_TYPES[kind]
    found = _one_indicator(page_query, own, others, honest)
    found = _one_place(page_query, found, honest) if chart_type.has_places else found
    found = _between(page_query, found) if chart_type.has_periods else found
    found = _scaled(page_query, found)
    return _as_percent(page_query, found, in_percent) if chart_type.has_percent else found


def _one_indicator(page_query: PageQuery, own: Readings, others: Mapping[str, Readings], honest: Honest) -> Narrowed:
    parts: dict[str, Readings] = {}
    for datum in own:
        parts[datum.indicator_id] = (*parts.get(datum.indicator_id, ()), datum)
    offered = (parts if len(parts) > 1 else {}) | dict(others)
    values = {name: figures for name, figures in offered.items() if honest(figures)}
    return _picked(page_query, Narrowed(own), INDICATOR, values)


def _one_place(page_query: PageQuery, found: Narrowed, honest: Honest) -> Narrowed:
    places: dict[str, Readings] = {}
    for datum in found.data:
        place = datum.observation.geography
        places[place] = (*places.get(place, ()), datum)
    values = {name: figures for name, figures in places.items() if honest(figures)}
    return _picked(page_query, found, PLACE, values) if len(places) > 1 else found


def _picked(page_query: PageQuery, found: Narrowed, name: str, values: Mapping[str, Readings]) -> Narrowed:
    """All figures, or those under the value chosen."""
    if not values:
        return found
    choice = Choice.of(page_query, name, ("", *values))
    return found.by(choice, values[choice.chosen] if choice.chosen else found.data)


def _between(page_query: PageQuery, found: Narrowed) -> Narrowed:
    """From one printed period to another, both in; the end is never before the start."""
    order = [period.text for period in sorted({r.observation.period for r in found.data})]
    if len(order) < 2:
        return found
    start, end = between(page_query, order)
    wanted = order[order.index(start.chosen) : order.index(end.chosen) + 1]
    kept = tuple(r for r in found.data if r.observation.period.text in wanted)
    return found.by(start, kept).by(end, kept)


def between(page_query: PageQuery, order: Sequence[str]) -> tuple[Choice, Choice]:
    """The first and the last of some times in order."""
    start = Choice.of(page_query, FROM, order, default=order[0])
    later = order[order.index(start.chosen) :]
    return start, Choice.of(page_query, TO, later, default=order[-1])


def _scaled(page_query: PageQuery, found: Narrowed) -> Narrowed:
    bases = {datum.base.base: datum.base for datum in found.data}
    if len(bases) != 1:
        return found
    offered = list_steps([datum.written for datum in found.data], next(iter(bases.values())))
    if len(offered) < 2:
        return found
    choice = Choice.of(page_query, STEP, ("", *offered))
    return replace(found.by(choice, found.data), step=choice.chosen)


def _as_percent(page_query: PageQuery, found: Narrowed, in_percent: InPercent) -> Narrowed:
    shares = in_percent(found.data)
    if not shares:
        return found
    choice = Choice.of(page_query, AS, ("", PERCENT))
    return found.by(choice, shares if choice.chosen else found.data)


def narrow_events(page_query: PageQuery, frame: pd.DataFrame) -> tuple[list[str], tuple[Choice, ...]]:
    """The ids that a reader's choice leaves of a chart's milestones, and the choices of lane, place and years."""
    lanes = set(frame["lane"])
    frame, lane = _narrow_column(page_query, LANE, frame, "lane", tuple(name for name in LANES if name in lanes))
    frame, place = _narrow_column(page_query, PLACE, frame, "geography", tuple(frame["geography"].unique()))
    frame, years = _narrow_years(page_query, frame)
    return list(frame.index), (*lane, *place, *years)


def _narrow_column(
    page_query: PageQuery, name: str, frame: pd.DataFrame, column: str, values: tuple[str, ...]
) -> tuple[pd.DataFrame, tuple[Choice, ...]]:
    if len(values) < 2:
        return frame, ()
    choice = Choice.of(page_query, name, ("", *values))
    return frame[frame[column] == choice.chosen] if choice.chosen else frame, (choice,)


def _narrow_years(page_query: PageQuery, frame: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Choice, ...]]:
    """A plan without a deadline is of no year."""
    years = milestone_years(frame)
    if len(years) < 2:
        return frame, ()
    start, end = between(page_query, list(map(str, years)))
    if start.is_changed or end.is_changed:
        frame = frame[in_years(frame, int(start.chosen), int(end.chosen))]
    return frame, (start, end)
