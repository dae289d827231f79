"""What the board shows at first: the sectors side by side, and the selections that readers often want."""

from typing import Annotated, Literal, TypeAlias

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

#: How far a figure's digits are known; what else is marked on it; whose it is; how figures are put in order.
BoundName: TypeAlias = Literal["exact", "floor", "ceiling", "about", "range"]
MarkName: TypeAlias = Literal["derived", "goal", "met-by-goal", "disputed", "repeated"]
OwnerName: TypeAlias = Literal["city", "company", "institute", "other"]
OrderName: TypeAlias = Literal["size", "time", "topic", "source"]


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
    bounds: Names[BoundName]
    marks: Names[MarkName]
    sources: Names[SourceId]
    years: Names[Annotated[str, Field(pattern=r"^[12][0-9]{3}$")]]
    places: Names[GeographyId]
    whose: Names[OwnerName]
    indicators: Names[IndicatorId]
    order: OrderName = "size"


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
