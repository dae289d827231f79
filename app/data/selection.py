"""From a chart's or reader's selection to the data and the milestones that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from app.data.datum import Datum
from app.model.catalog import Catalog
from app.model.chart import ChartSelection
from app.model.milestone import LANES, Milestone
from app.model.text import Lang
from app.quantities.period_text import period_text


def select(frame: pd.DataFrame, data: Mapping[str, Datum], selection: ChartSelection) -> tuple[Datum, ...]:
    """The data a selection names: its observations in their order, then those of its indicators in file order."""
    named = tuple(data[name] for name in selection.observations)
    if not selection.indicators:
        return named
    mask = frame["indicator"].isin(selection.indicators) & ~frame.index.isin(selection.observations)
    narrowed_by = {
        "geography": selection.geographies,
        "definition": selection.definitions,
        "category": selection.categories,
        "subject": selection.subjects,
    }
    for column, ids in narrowed_by.items():
        if ids:
            mask &= frame[column].isin(ids)
    return (*named, *(data[name] for name in frame.index[mask]))


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
    def read(cls, args: Mapping[str, str], values: Mapping[str, tuple[str, ...]]) -> "MilestoneFilter":
        """The choice in an address, of the values there are; an unknown one falls back to all."""
        return cls(**{name: args.get(name, "") if args.get(name, "") in values[name] else "" for name in values})

    def query(self) -> tuple[tuple[str, str], ...]:
        pairs = (("topic", self.topic), ("lane", self.lane), ("year", self.year), ("place", self.place))
        return tuple(pair for pair in pairs if pair[1])

    def mask(self, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Which rows of the milestones' frame pass."""
        mask = pd.Series(data=True, index=frame.index)
        for column, value in (("topic", self.topic), ("lane", self.lane), ("geography", self.place)):
            if value:
                mask &= frame[column] == value
        if self.year == UNDATED:
            return mask & _is_undated(frame)
        return mask & in_years(frame, int(self.year), int(self.year)) if self.year else mask


def filter_values(frame: pd.DataFrame, catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The values of each filter, in reading order; a topic or place without a milestone is not among them."""
    years = (*map(str, reversed(milestone_years(frame))), *((UNDATED,) if _is_undated(frame).any() else ()))
    topics, lanes, places = (set(frame[column]) for column in ("topic", "lane", "geography"))
    return {
        "topic": tuple(name for name in catalog.topics if name in topics),
        "lane": tuple(lane for lane in LANES if lane in lanes),
        "year": years,
        "place": tuple(name for name in catalog.geographies if name in places),
    }


def when(row: Milestone, lang: Lang) -> str:
    """The period with its basis."""
    return period_text(row.period, row.period_basis, lang, is_goal=row.is_plan).text


def _is_undated(frame: pd.DataFrame) -> "pd.Series[bool]":
    """As `Milestone.is_undated`."""
    return (frame["lane"] == "plan") & (frame["period_basis"] == "as_of")


def in_years(frame: pd.DataFrame, first: int, last: int) -> "pd.Series[bool]":
    """Which dated milestones touch one of the years."""
    touches: pd.Series[bool] = (frame["period_start"].dt.year <= last) & (frame["period_end"].dt.year >= first)
    return touches & ~_is_undated(frame)


def milestone_years(frame: pd.DataFrame) -> list[int]:
    """Every calendar year that a dated milestone touches, in order."""
    dated = frame[~_is_undated(frame)]
    spans = zip(dated["period_start"].dt.year, dated["period_end"].dt.year, strict=True)
    return sorted({year for start, end in spans for year in range(start, end + 1)})
