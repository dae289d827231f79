"""An indicator: what is counted, by which definitions, and its observations."""

from typing import Annotated, Literal

from pydantic import Field

from app.model.observation import Observation
from app.model.record import Id, Line, Number, Record, Whole
from app.model.reference import DefinitionName, IndicatorId, MeasureId, TopicId, UnitId
from app.model.text import Lang, Text


class Definition(Record):
    """What the words of the print count. `comparable_with` names definitions, `id` or `indicator/id`."""

    name: Text
    text: Text
    comparable_with: tuple[DefinitionName, ...] = ()


class Expect(Record):
    """What a curator knows of the figures; the check fails when they leave it. Bounds in the base unit."""

    count: Whole
    min: Number | None = None
    max: Number | None = None


class Aliases(Record):
    """Other names readers use, for search and claims."""

    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Indicator(Record):
    """One thing that is counted, in one base unit.

    `breakdown` and `comparison` name the indicator whose observations break this one down or set it beside
    others (its share of the nation, say); without them the indicator's own observations are taken. Of a share
    `whole` says what it is a share of. `scale` is that of an axis on which it stands.
    """

    name: Text
    short: Text | None = None
    description: Text
    topic: TopicId
    unit: UnitId
    measures: MeasureId
    whole: Literal["nation", "list", "home", "other"] | None = None
    scale: Literal["linear", "log"] = "linear"
    definitions: Annotated[dict[Id, Definition], Field(min_length=1)]
    breakdown: IndicatorId | None = None
    comparison: IndicatorId | None = None
    aliases: Aliases = Aliases()
    expect: Expect
    observations: Annotated[tuple[Observation, ...], Field(min_length=1)]

    def label(self, lang: str) -> str:
        """The short name where there is one."""
        text = self.short or self.name
        return text.zh if lang is Lang.ZH else text.en
