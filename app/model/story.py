"""A story: slides in their order, told over charts and figures that stand elsewhere."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from app.model.chart import ChartSelection
from app.model.record import Id, Record, Truth, Whole
from app.model.reference import ChartId, HighlightId, Names, ObservationId, ViewId
from app.model.text import Text

#: Minutes that anybody would listen.
LONGEST = 120


class SlideKind(StrEnum):
    """What a slide is made of."""

    COVER = "cover"
    FIGURE = "figure"
    CHART = "chart"
    TWO_CHARTS = "two_charts"
    FACTS = "facts"
    TIMELINE = "timeline"
    STATEMENT = "statement"
    SOURCES = "sources"


class StoryChart(Record):
    """A chart on a slide: as it is, by one of its views, or narrowed to a selection of the slide's own.

    `highlight` names the figures or milestones that are spoken of; `reveal` shows the marks one after the other.
    """

    chart: ChartId
    view: ViewId | None = None
    select: ChartSelection | None = None
    highlight: Names[HighlightId]
    reveal: Truth = False


class StorySlide(Record):
    """One slide. Its id is in addresses that reorder or hide slides; numbers in its texts are references.

    `figures` are the observations of a `figure` or `facts` slide, the headline figure first.
    """

    id: Id
    kind: Annotated[SlideKind, Field(strict=False)]
    headline: Text
    text: Text | None = None
    charts: tuple[StoryChart, ...] = ()
    figures: Names[ObservationId]
    notes: tuple[Text, ...] = ()


class Story(Record):
    """A briefing; the file's name is its id. `minutes` is how long it is planned to take.

    `order` is its place in the list of briefings; those of one place stand by their ids.
    """

    title: Text
    summary: Text
    order: Annotated[Whole, Field(ge=1, le=999)]
    minutes: Annotated[Whole, Field(ge=1, le=LONGEST)]
    slides: Annotated[tuple[StorySlide, ...], Field(min_length=2, max_length=200)]
