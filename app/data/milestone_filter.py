"""Which milestones a reader asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model.catalog import Catalog
from app.model.milestone import LANES, Milestone
from app.model.text import Lang
from app.quantities.period_text import period_text

#: The value of the year filter for plans without a deadline.
UNDATED = "undated"


@dataclass(frozen=True)
class MilestoneFilter:
    """Topic, lane, year and place; empty stands for all. Every value is one that the catalog has."""

    topic: str = ""
    lane: str = ""
    year: str = ""
    place: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str], catalog: Catalog) -> "MilestoneFilter":
        """The choice in an address; an unknown value falls back to all."""
        known = values(catalog)
        return cls(**{name: args.get(name, "") if args.get(name, "") in known[name] else "" for name in known})

    def query(self) -> tuple[tuple[str, str], ...]:
        pairs = (("topic", self.topic), ("lane", self.lane), ("year", self.year), ("place", self.place))
        return tuple(pair for pair in pairs if pair[1])


def values(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The values of each filter, in reading order; a topic or place without a milestone is not among them."""
    rows = tuple(catalog.milestone_by_id.values())
    years = sorted({year for row in rows if not row.is_undated for year in years_of(row)}, reverse=True)
    has_undated = any(row.is_undated for row in rows)
    return {
        "topic": tuple(name for name in catalog.topics if catalog.milestones.get(name)),
        "lane": tuple(lane for lane in LANES if any(row.lane == lane for row in rows)),
        "year": (*(str(year) for year in years), *((UNDATED,) if has_undated else ())),
        "place": tuple(name for name in catalog.geographies if any(row.geography == name for row in rows)),
    }


def chosen_milestones(catalog: Catalog, choice: MilestoneFilter) -> tuple[Milestone, ...]:
    """The milestones that pass, in file order."""
    topics = [choice.topic] if choice.topic else list(catalog.milestones)
    return tuple(row for name in topics for row in _kept(catalog.milestones[name], choice))


def when(row: Milestone, lang: Lang) -> str:
    """The period with its basis."""
    return period_text(row.period, row.period_basis, lang, is_goal=row.is_plan).text


def _kept(rows: Iterable[Milestone], choice: MilestoneFilter) -> Iterable[Milestone]:
    for row in rows:
        if choice.lane in ("", row.lane) and choice.place in ("", row.geography) and _in_year(row, choice.year):
            yield row


def _in_year(row: Milestone, year: str) -> bool:
    if not year:
        return True
    if row.is_undated or year == UNDATED:
        return row.is_undated and year == UNDATED
    return int(year) in years_of(row)


def years_of(row: Milestone) -> range:
    """Every calendar year that a milestone touches."""
    return range(row.period.start.year, row.period.end.year + 1)
