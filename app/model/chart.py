"""A chart file: which observations, in which kind of chart, under which words."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from app.model.record import Id, Record
from app.model.reference import (
    CategoryId,
    ChartId,
    DefinitionId,
    GeographyId,
    IndicatorId,
    LaneId,
    MilestoneId,
    Names,
    ObservationId,
    SubjectId,
    TopicId,
)
from app.model.text import Text


class ChartKind(StrEnum):
    """The ways a chart can be drawn; one file each in `charts/`."""

    SERIES = "series"
    BARS = "bars"
    SHARE = "share"
    CHANGE = "change"
    COMPOSITION = "composition"
    RANK = "rank"
    TARGET = "target"
    RANGE = "range"
    DISAGREEMENT = "disagreement"
    EVENTS = "events"
    FIGURE = "figure"
    FACTS = "facts"


class LabelBy(StrEnum):
    """What names a bar or point: the dimension in which the chosen observations differ."""

    INDICATOR = "indicator"
    GEOGRAPHY = "geography"
    SUBJECT = "subject"
    CATEGORY = "category"
    DEFINITION = "definition"
    PERIOD = "period"
    SOURCE = "source"


class ChartSelection(Record):
    """Which observations a chart shows: those named, or all of the indicators, narrowed by the other lists.

    A chart of kind `events` shows milestones instead: those named, or all of the topics, narrowed by `lanes`.
    """

    indicators: Names[IndicatorId]
    observations: Names[ObservationId]
    geographies: Names[GeographyId]
    definitions: Names[DefinitionId]
    categories: Names[CategoryId]
    subjects: Names[SubjectId]
    milestones: Names[MilestoneId]
    topics: Names[TopicId]
    lanes: Names[LaneId]


class View(Record):
    """A selection often wanted, at an address of its own; it has a neutral title."""

    title: Text
    select: ChartSelection


class Chart(Record):
    """One chart. `finding` belongs to the default selection; any other selection is headed by `title`."""

    kind: Annotated[ChartKind, Field(strict=False)]
    topic: TopicId
    finding: Text
    title: Text
    subtitle: Text
    select: ChartSelection
    label_by: Annotated[LabelBy, Field(strict=False)] = LabelBy.PERIOD
    caveats: tuple[Text, ...] = ()
    related: Names[ChartId]
    views: dict[Id, View] = Field(default_factory=dict)
