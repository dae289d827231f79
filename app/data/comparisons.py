"""Which charts and figures set Beijing beside the nation, the world, other places, and its own past."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.data.datum import Datum
from app.model.catalog import Catalog
from app.model.chart import ChartKind


@dataclass(frozen=True)
class Comparison:
    """One group of the page: the charts that compare, and the figures that do so and stand in none of them."""

    name: str
    charts: tuple[str, ...]
    data: tuple[Datum, ...]


def comparisons(
    catalog: Catalog, data: Mapping[str, Datum], charted: Mapping[str, tuple[Datum, ...]]
) -> tuple[Comparison, ...]:
    """Shares of a whole, places in a ranking, other places beside Beijing, and change over time.

    `charted` are the readings of each chart. A chart belongs to the first group whose rule it meets.
    """
    kinds: dict[str, list[str]] = {"shares": [], "rankings": [], "places": [], "change": []}
    for name in catalog.charts:
        group = _group_of(catalog.charts[name].kind, charted[name])
        if group:
            kinds[group].append(name)
    drawn = {datum.id for names in kinds.values() for name in names for datum in charted[name]}
    rest = [datum for datum in data.values() if datum.id not in drawn]
    return tuple(Comparison(name, tuple(charts), tuple(_rest(name, rest))) for name, charts in kinds.items())


def compared(
    catalog: Catalog, data: Mapping[str, Datum], charted: Mapping[str, tuple[Datum, ...]], topic: str
) -> tuple[Datum, ...]:
    """Every figure that the page of a topic compares, once; an empty topic stands for all."""
    data_by_id: dict[str, Datum] = {}
    for group in comparisons(catalog, data, charted):
        charts = (name for name in group.charts if topic in ("", catalog.charts[name].topic))
        data_by_id |= {datum.id: datum for name in charts for datum in charted[name]}
        data_by_id |= {one.id: one for one in group.data if topic in ("", one.indicator.topic)}
    return tuple(data_by_id.values())


def _group_of(kind: ChartKind, shown: tuple[Datum, ...]) -> str:
    if kind in (ChartKind.SHARE, ChartKind.DISAGREEMENT) and any(datum.is_home for datum in shown):
        return "shares"
    if kind is ChartKind.RANK:
        return "rankings"
    if kind in (ChartKind.BARS, ChartKind.FACTS) and _sets_places_side_by_side(shown):
        return "places"
    if kind in (ChartKind.CHANGE, ChartKind.SERIES, ChartKind.COMPOSITION) or (
        kind is ChartKind.BARS and _changes(shown)
    ):
        return "change"
    return ""


def _sets_places_side_by_side(shown: tuple[Datum, ...]) -> bool:
    """The same thing under the same definition, for Beijing and for somewhere else."""
    counted = {(r.indicator_id, r.observation.definition) for r in shown if r.is_home}
    elsewhere = {(r.indicator_id, r.observation.definition) for r in shown if not r.is_home}
    return bool(counted & elsewhere)


def _changes(shown: tuple[Datum, ...]) -> bool:
    """One thing at several times, or rates of growth."""
    times: dict[tuple[str | bool | None, ...], set[str]] = {}
    for datum in shown:
        times.setdefault(datum.thing, set()).add(datum.observation.period.text)
    return all(len(periods) > 1 for periods in times.values()) or all(is_growth(r) for r in shown)


def is_growth(datum: Datum) -> bool:
    """A rate of growth, by how the figure is checked or computed, or by what its indicator measures."""
    o = datum.observation
    formula = o.derived or o.verify
    if formula is not None and formula.op in ("growth", "difference"):
        return True
    return datum.indicator.measures == "growth"


def _rest(group: str, rest: Iterable[Datum]) -> Iterable[Datum]:
    for datum in rest:
        if not datum.observation.target and _belongs(group, datum):
            yield datum


def _belongs(group: str, datum: Datum) -> bool:
    single_firm = datum.subject is not None and datum.subject.kind == "company"
    if not datum.is_home or single_firm:
        return False
    if group == "rankings":
        return datum.base.style == "rank"
    if group == "change":
        return is_growth(datum)
    return group == "shares" and datum.base.style == "percent" and not is_growth(datum)
