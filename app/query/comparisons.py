"""Which charts and figures set Beijing beside the nation, the world, other places, and its own past."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model.catalog import Catalog
from app.model.chart import Kind
from app.query.reading import Reading


@dataclass(frozen=True)
class Comparison:
    """One group of the page: the charts that compare, and the figures that do so and stand in none of them."""

    name: str
    charts: tuple[str, ...]
    readings: tuple[Reading, ...]


def comparisons(
    catalog: Catalog, readings: Mapping[str, Reading], charted: Mapping[str, tuple[Reading, ...]]
) -> tuple[Comparison, ...]:
    """Shares of a whole, places in a ranking, other places beside Beijing, and change over time.

    `charted` are the readings of each chart. A chart belongs to the first group whose rule it meets.
    """
    kinds: dict[str, list[str]] = {"shares": [], "rankings": [], "places": [], "change": []}
    for name in catalog.charts:
        group = _group_of(catalog.charts[name].kind, charted[name])
        if group:
            kinds[group].append(name)
    drawn = {reading.id for names in kinds.values() for name in names for reading in charted[name]}
    rest = [reading for reading in readings.values() if reading.id not in drawn]
    return tuple(Comparison(name, tuple(charts), tuple(_rest(name, rest))) for name, charts in kinds.items())


def compared(
    catalog: Catalog, readings: Mapping[str, Reading], charted: Mapping[str, tuple[Reading, ...]], topic: str
) -> tuple[Reading, ...]:
    """Every figure that the page of a topic compares, once; an empty topic stands for all."""
    found: dict[str, Reading] = {}
    for group in comparisons(catalog, readings, charted):
        charts = (name for name in group.charts if topic in ("", catalog.charts[name].topic))
        found |= {reading.id: reading for name in charts for reading in charted[name]}
        found |= {one.id: one for one in group.readings if topic in ("", one.indicator.topic)}
    return tuple(found.values())


def _group_of(kind: Kind, shown: tuple[Reading, ...]) -> str:
    if kind in (Kind.SHARE, Kind.DISAGREEMENT) and _about_home(shown):
        return "shares"
    if kind is Kind.RANK:
        return "rankings"
    if kind in (Kind.BARS, Kind.FACTS) and _sets_places_side_by_side(shown):
        return "places"
    if kind in (Kind.CHANGE, Kind.SERIES, Kind.COMPOSITION) or (kind is Kind.BARS and _changes(shown)):
        return "change"
    return ""


def _about_home(shown: Iterable[Reading]) -> bool:
    return any(reading.is_home for reading in shown)


def _sets_places_side_by_side(shown: tuple[Reading, ...]) -> bool:
    """The same thing under the same definition, for Beijing and for somewhere else."""
    counted = {(r.indicator_id, r.observation.definition) for r in shown if r.is_home}
    elsewhere = {(r.indicator_id, r.observation.definition) for r in shown if not r.is_home}
    return bool(counted & elsewhere)


def _changes(shown: tuple[Reading, ...]) -> bool:
    """One thing at several times, or rates of growth."""
    times: dict[tuple[str | bool | None, ...], set[str]] = {}
    for reading in shown:
        times.setdefault(reading.thing, set()).add(reading.observation.period.text)
    return all(len(periods) > 1 for periods in times.values()) or all(is_growth(r) for r in shown)


def is_growth(reading: Reading) -> bool:
    """A rate of growth, by how the figure is checked or computed, or by its indicator's own name."""
    o = reading.observation
    formula = o.derived or o.verify
    if formula is not None and formula.op in ("growth", "difference"):
        return True
    return reading.base.style == "percent" and reading.indicator_id.endswith("-growth")


def _rest(group: str, rest: Iterable[Reading]) -> Iterable[Reading]:
    for reading in rest:
        if not reading.observation.target and _belongs(group, reading):
            yield reading


def _belongs(group: str, reading: Reading) -> bool:
    single_firm = reading.subject is not None and reading.subject.kind == "company"
    if not reading.is_home or single_firm:
        return False
    if group == "rankings":
        return reading.base.style == "rank"
    if group == "change":
        return is_growth(reading)
    return group == "shares" and reading.base.style == "percent" and not is_growth(reading)
