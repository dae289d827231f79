"""Which readings a workbench shows for a chosen indicator: over time, broken down, and set beside others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.model.catalog import Catalog
from app.model.chart import Kind, LabelBy
from app.model.vocabulary import HOME
from app.query.comparable import all_exact
from app.query.latest import results
from app.query.reading import Reading


@dataclass(frozen=True)
class Panel:
    """One panel before its words: which indicator, drawn how, with what; no readings if the articles print none."""

    indicator: str
    kind: Kind
    label_by: LabelBy
    readings: tuple[Reading, ...]


#: How each panel chooses what it shows.
Choose = Callable[[Catalog, Mapping[str, Reading], str], Panel]


def over_time(catalog: Catalog, readings: Mapping[str, Reading], indicator: str) -> Panel:
    """The indicator's own figures in time order; goals, parts and single companies are left out unless there is nothing
    else."""
    own = results(_own(catalog, readings, indicator))
    whole = tuple(r for r in own if not (r.category or r.subject)) or own
    home = tuple(r for r in whole if r.observation.geography == _main_place(whole)) or whole
    ordered = tuple(sorted(home, key=lambda r: r.observation.period.middle))
    return Panel(indicator, Kind.SERIES, LabelBy.PERIOD, ordered)


def breakdown(catalog: Catalog, readings: Mapping[str, Reading], indicator: str) -> Panel:
    """The parts of the indicator, or of the one it names: stacked over time if all are exact, else bars."""
    name = catalog.indicators[indicator].breakdown or indicator
    parts = tuple(r for r in _own(catalog, readings, name) if r.category or r.subject)
    periods = {r.observation.period.text for r in parts}
    if len(periods) > 1 and all(r.category for r in parts) and all_exact(parts) is None:
        return Panel(name, Kind.COMPOSITION, LabelBy.CATEGORY, parts)
    label_by = LabelBy.CATEGORY if any(r.category for r in parts) else LabelBy.SUBJECT
    return Panel(name, Kind.BARS, label_by, _latest(parts))


def comparison(catalog: Catalog, readings: Mapping[str, Reading], indicator: str) -> Panel:
    """Beijing beside other places, or the sources' differing readings of one thing beside each other."""
    name = catalog.indicators[indicator].comparison or indicator
    own = tuple(r for r in _own(catalog, readings, name) if not (r.category or r.observation.target))
    disputed = tuple(r for r in own if r.observation.disputed_by)
    if disputed:
        return Panel(name, Kind.DISAGREEMENT, LabelBy.SOURCE, disputed)
    if own and own[0].base.style == "rank":
        return Panel(name, Kind.RANK, LabelBy.GEOGRAPHY, own)
    counted = tuple(r for r in own if r.observation.share_of)
    if counted:
        return Panel(name, Kind.SHARE, LabelBy.DEFINITION if len(counted) > 1 else LabelBy.INDICATOR, counted)
    if name != indicator and own and own[0].base.style == "percent":
        return Panel(name, Kind.SHARE, LabelBy.PERIOD if len(own) > 1 else LabelBy.INDICATOR, own)
    places = {r.observation.geography for r in own}
    return Panel(name, Kind.BARS, LabelBy.GEOGRAPHY, own if len(places) > 1 else ())


def _own(catalog: Catalog, readings: Mapping[str, Reading], name: str) -> tuple[Reading, ...]:
    return tuple(readings[o.id] for o in catalog.indicators[name].observations)


def _main_place(own: tuple[Reading, ...]) -> str:
    places = [r.observation.geography for r in own]
    return HOME if HOME in places else (places[0] if places else "")


def _latest(parts: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """For each part its last figure, so that a part counted twice does not stand there twice."""
    last: dict[tuple[str | None, str | None, str], Reading] = {}
    for reading in sorted(parts, key=lambda r: r.observation.period.middle):
        o = reading.observation
        last[(o.category, o.subject, o.definition)] = reading
    return tuple(last.values())
