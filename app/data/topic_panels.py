"""Which readings a workbench shows for a chosen indicator: over time, broken down, and set beside others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.data.comparable import all_exact, results
from app.data.datum import Datum
from app.model.catalog import Catalog
from app.model.chart import ChartKind, LabelBy
from app.model.vocabulary import HOME


@dataclass(frozen=True)
class TopicPanel:
    """One panel before its words: which indicator, drawn how, with what; no readings if the articles print none."""

    indicator: str
    kind: ChartKind
    label_by: LabelBy
    data: tuple[Datum, ...]


#: How each panel chooses what it shows.
Choose = Callable[[Catalog, Mapping[str, Datum], str], TopicPanel]


def over_time(catalog: Catalog, data: Mapping[str, Datum], indicator: str) -> TopicPanel:
    """The indicator's own figures in time order; goals, parts and single companies are left out unless there is nothing
    else."""
    own = results(_own(catalog, data, indicator))
    whole = tuple(r for r in own if not (r.category or r.subject)) or own
    home = tuple(r for r in whole if r.observation.geography == _main_place(whole)) or whole
    ordered = tuple(sorted(home, key=lambda r: r.observation.period.middle))
    return TopicPanel(indicator, ChartKind.SERIES, LabelBy.PERIOD, ordered)


def breakdown(catalog: Catalog, data: Mapping[str, Datum], indicator: str) -> TopicPanel:
    """The parts of the indicator, or of the one it names: stacked over time if all are exact, else bars."""
    name = catalog.indicators[indicator].breakdown or indicator
    parts = tuple(r for r in _own(catalog, data, name) if r.category or r.subject)
    periods = {r.observation.period.text for r in parts}
    if len(periods) > 1 and all(r.category for r in parts) and all_exact(parts) is None:
        return TopicPanel(name, ChartKind.COMPOSITION, LabelBy.CATEGORY, parts)
    label_by = LabelBy.CATEGORY if any(r.category for r in parts) else LabelBy.SUBJECT
    return TopicPanel(name, ChartKind.BARS, label_by, _latest(parts))


def comparison(catalog: Catalog, data: Mapping[str, Datum], indicator: str) -> TopicPanel:
    """Beijing beside other places, or the sources' differing readings of one thing beside each other."""
    name = catalog.indicators[indicator].comparison or indicator
    own = tuple(r for r in _own(catalog, data, name) if not (r.category or r.observation.target))
    disputed = tuple(r for r in own if r.observation.disputed_by)
    if disputed:
        return TopicPanel(name, ChartKind.DISAGREEMENT, LabelBy.SOURCE, disputed)
    if own and own[0].base.style == "rank":
        return TopicPanel(name, ChartKind.RANK, LabelBy.GEOGRAPHY, own)
    counted = tuple(r for r in own if r.observation.share_of)
    if counted:
        return TopicPanel(name, ChartKind.SHARE, LabelBy.DEFINITION if len(counted) > 1 else LabelBy.INDICATOR, counted)
    if name != indicator and own and own[0].base.style == "percent":
        return TopicPanel(name, ChartKind.SHARE, LabelBy.PERIOD if len(own) > 1 else LabelBy.INDICATOR, own)
    places = {r.observation.geography for r in own}
    return TopicPanel(name, ChartKind.BARS, LabelBy.GEOGRAPHY, own if len(places) > 1 else ())


def _own(catalog: Catalog, data: Mapping[str, Datum], name: str) -> tuple[Datum, ...]:
    return tuple(data[o.id] for o in catalog.indicators[name].observations)


def _main_place(own: tuple[Datum, ...]) -> str:
    places = [r.observation.geography for r in own]
    return HOME if HOME in places else (places[0] if places else "")


def _latest(parts: tuple[Datum, ...]) -> tuple[Datum, ...]:
    """For each part its last figure, so that a part counted twice does not stand there twice."""
    last: dict[tuple[str | None, str | None, str], Datum] = {}
    for datum in sorted(parts, key=lambda r: r.observation.period.middle):
        o = datum.observation
        last[(o.category, o.subject, o.definition)] = datum
    return tuple(last.values())
