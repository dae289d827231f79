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
    neighbouring: dict[str, tuple[Datum, ...]] = {}
    for name in dict.fromkeys(_named(catalog, chart, own)):
        figures = tuple(data[o.id] for o in catalog.indicators[name].observations)
        if name not in own and len(neighbouring) < _MOST and CHART_TYPES[chart.kind].suits(figures):
            neighbouring[name] = figures
    return neighbouring


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


def indicators_in(catalog: Catalog, selection: ChartSelection) -> tuple[str, ...]:
    """The indicators a selection shows, in its order."""
    return tuple(dict.fromkeys((*(catalog.indicator_of[o] for o in selection.observations), *selection.indicators)))


PLACE, FROM, TO, STEP, AS, LANE = "place", "from", "to", "unit", "as", "lane"
#: The value of `as` that gives 51 of 100 as 51%.
PERCENT = "percent"

ChosenData = tuple[Datum, ...]
#: Whether the chart's kind can be drawn of some figures.
Honest = Callable[[ChosenData], bool]
#: The same figures as shares of what they are counted out of; empty where they are no shares.
InPercent = Callable[[ChosenData], ChosenData]


@dataclass(frozen=True)
class Narrowed:
    """The figures chosen, with the choices that led to them. `step` is one of `scale.STEPS`, empty for as printed."""

    data: ChosenData
    choices: tuple[Choice, ...] = ()
    step: str = ""

    def by(self, choice: Choice, data: ChosenData) -> "Narrowed":
        return replace(self, data=data, choices=(*self.choices, choice))


def narrow(
    page_query: PageQuery,
    kind: ChartKind,
    own: ChosenData,
    others: Mapping[str, ChosenData],
    *,
    honest: Honest,
    in_percent: InPercent,
) -> Narrowed:
    """The figures a query leaves of a chart's `own`, or those of one of the `others`, an indicator each."""
    chart_type = CHART_TYPES[kind]
    narrowed = _one_indicator(page_query, own, others, honest)
    narrowed = _one_place(page_query, narrowed, honest) if chart_type.has_places else narrowed
    narrowed = _between(page_query, narrowed) if chart_type.has_periods else narrowed
    narrowed = _scaled(page_query, narrowed)
    return _as_percent(page_query, narrowed, in_percent) if chart_type.has_percent else narrowed


def _one_indicator(
    page_query: PageQuery, own: ChosenData, others: Mapping[str, ChosenData], honest: Honest
) -> Narrowed:
    parts: dict[str, ChosenData] = {}
    for datum in own:
        parts[datum.indicator_id] = (*parts.get(datum.indicator_id, ()), datum)
    offered = (parts if len(parts) > 1 else {}) | dict(others)
    values = {name: figures for name, figures in offered.items() if honest(figures)}
    return _picked(page_query, Narrowed(own), INDICATOR, values)


def _one_place(page_query: PageQuery, narrowed: Narrowed, honest: Honest) -> Narrowed:
    places: dict[str, ChosenData] = {}
    for datum in narrowed.data:
        place = datum.observation.geography
        places[place] = (*places.get(place, ()), datum)
    values = {name: figures for name, figures in places.items() if honest(figures)}
    return _picked(page_query, narrowed, PLACE, values) if len(places) > 1 else narrowed


def _picked(page_query: PageQuery, narrowed: Narrowed, name: str, values: Mapping[str, ChosenData]) -> Narrowed:
    """All figures, or those under the value chosen."""
    if not values:
        return narrowed
    choice = Choice.of(page_query, name, ("", *values))
    return narrowed.by(choice, values[choice.chosen] if choice.chosen else narrowed.data)


def _between(page_query: PageQuery, narrowed: Narrowed) -> Narrowed:
    """From one printed period to another, both in; the end is never before the start."""
    order = [period.text for period in sorted({r.observation.period for r in narrowed.data})]
    if len(order) < 2:
        return narrowed
    start, end = between(page_query, order)
    periods = order[order.index(start.chosen) : order.index(end.chosen) + 1]
    data = tuple(r for r in narrowed.data if r.observation.period.text in periods)
    return narrowed.by(start, data).by(end, data)


def between(page_query: PageQuery, order: Sequence[str]) -> tuple[Choice, Choice]:
    """The first and the last of some times in order."""
    start = Choice.of(page_query, FROM, order, default=order[0])
    later = order[order.index(start.chosen) :]
    return start, Choice.of(page_query, TO, later, default=order[-1])


def _scaled(page_query: PageQuery, narrowed: Narrowed) -> Narrowed:
    bases = {datum.base.base: datum.base for datum in narrowed.data}
    if len(bases) != 1:
        return narrowed
    offered = list_steps([datum.written for datum in narrowed.data], next(iter(bases.values())))
    if len(offered) < 2:
        return narrowed
    choice = Choice.of(page_query, STEP, ("", *offered))
    return replace(narrowed.by(choice, narrowed.data), step=choice.chosen)


def _as_percent(page_query: PageQuery, narrowed: Narrowed, in_percent: InPercent) -> Narrowed:
    shares = in_percent(narrowed.data)
    if not shares:
        return narrowed
    choice = Choice.of(page_query, AS, ("", PERCENT))
    return narrowed.by(choice, shares if choice.chosen else narrowed.data)


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
