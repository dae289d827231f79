"""Everything the dataset folder says, read and resolved; and a short name for its content."""

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, Field

from app.model.board import Board
from app.model.chart import Chart
from app.model.indicator import Definition, Indicator
from app.model.milestone import Milestone
from app.model.observation import Observation
from app.model.record import Record
from app.model.reference import ObservationId, TopicId, ViewId
from app.model.source import Source
from app.model.story import Story
from app.model.text import Text
from app.model.vocabulary import Category, Geography, Measure, Subject, Topic, Unit


class Overview(Record):
    """The front page: headline, opening words and headline figures. Numbers in the texts are references.

    Each topic stands there with its first chart; `views` says by the topic where that is one of the chart's views.
    """

    name: Text
    headline: Text
    lead: Text
    figures: Annotated[tuple[ObservationId, ...], Field(min_length=6, max_length=8)]
    views: dict[TopicId, ViewId] = Field(default_factory=dict)


@dataclass(frozen=True)
class Catalog:
    """All records by id, in file order. Every id they name exists: the loader saw to it."""

    overview: Overview
    board: Board
    units: Mapping[str, Unit]
    geographies: Mapping[str, Geography]
    topics: Mapping[str, Topic]
    subjects: Mapping[str, Subject]
    categories: Mapping[str, Category]
    measures: Mapping[str, Measure]
    #: Why a released figure or milestone was changed or taken away since, by its id.
    corrections: Mapping[str, Text]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    charts: Mapping[str, Chart]
    milestones: Mapping[str, tuple[Milestone, ...]]
    stories: Mapping[str, Story]

    @cached_property
    def observations(self) -> Mapping[str, Observation]:
        return {o.id: o for indicator in self.indicators.values() for o in indicator.observations}

    @cached_property
    def indicator_of(self) -> Mapping[str, str]:
        """Observation id to the id of its indicator."""
        return {o.id: name for name, indicator in self.indicators.items() for o in indicator.observations}

    @cached_property
    def milestone_by_id(self) -> Mapping[str, Milestone]:
        return {row.id: row for rows in self.milestones.values() for row in rows}

    def has_chart(self, chart_id: str, view_id: str = "") -> bool:
        chart = self.charts.get(chart_id)
        return chart is not None and (not view_id or view_id in chart.views)

    def definition(self, observation: Observation) -> Definition:
        return self.indicators[self.indicator_of[observation.id]].definitions[observation.definition]

    def base_unit(self, observation: Observation) -> Unit:
        return self.units[self.units[observation.unit].base]


_LENGTH = 12
#: What is said of changes until the next release takes it over; the data are the same with and without it.
_NOT_DATA = frozenset({"corrections"})


def fingerprint(catalog: Catalog) -> str:
    """The same for the same records in the same order, whatever the layout of their files; else another."""
    digest = hashlib.sha256()
    for field in dataclasses.fields(catalog):
        if field.name in _NOT_DATA:
            continue
        digest.update(f"\n{field.name}\n".encode())
        digest.update(_text(getattr(catalog, field.name)).encode())
    return digest.hexdigest()[:_LENGTH]


def _text(value: object) -> str:
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    if isinstance(value, Mapping):
        return "\n".join(f"{name} {_text(one)}" for name, one in value.items())
    if isinstance(value, tuple):
        return "\n".join(map(_text, value))
    raise TypeError(f"a catalog holds no {type(value).__name__}")
