"""What the board shows at first: the sectors side by side, and the selections that readers often want."""

from typing import Annotated, Literal

from pydantic import Field

from app.model.record import Id, Record
from app.model.reference import (
    DefinitionId,
    GeographyId,
    IndicatorId,
    MeasureId,
    Names,
    SourceId,
    TopicId,
)
from app.model.text import Text


class Sector(Record):
    """A row of the sectors side by side: its `indicators` stand in the columns of what they measure.

    `definitions` narrow them, where an indicator holds figures of others too.
    """

    name: Text
    topic: TopicId
    indicators: Annotated[tuple[IndicatorId, ...], Field(min_length=1)]
    definitions: Names[DefinitionId]


class PresetSelection(Record):
    """Which figures a preset shows: within a list alternatives, between the lists conditions."""

    topics: Names[TopicId]
    measures: Names[MeasureId]
    bounds: Names[Literal["exact", "floor", "ceiling", "about", "range"]]
    marks: Names[Literal["derived", "goal", "met-by-goal", "disputed", "repeated"]]
    sources: Names[SourceId]
    years: Names[Annotated[str, Field(pattern=r"^[12][0-9]{3}$")]]
    places: Names[GeographyId]
    whose: Names[Literal["city", "company", "institute", "other"]]
    indicators: Names[IndicatorId]
    order: Literal["size", "time", "topic", "source"] = "size"


class Preset(Record):
    """A selection often wanted, at an address of its own."""

    name: Text
    about: Text
    select: PresetSelection


class Board(Record):
    """The board: its opening words, the sectors and the measures that are set side by side, the presets."""

    name: Text
    lead: Text
    sectors: Annotated[dict[Id, Sector], Field(min_length=1)]
    columns: Annotated[tuple[MeasureId, ...], Field(min_length=1)]
    presets: dict[Id, Preset] = Field(default_factory=dict)
