"""The closed lists that observations point into: units, places, topics, subjects, categories."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.model.record import Line, Number, Record
from app.model.reference import ChartId, GeographyId, Names, UnitId
from app.model.text import Text

#: The place that the site is about, and those that every place of the country and of the world is part of.
HOME, NATION, WORLD = "beijing", "china", "world"
#: The base units of what formulas give: rates and shares, ratios.
PERCENT, TIMES = "percent", "times"


class Plural(Record):
    """An English unit name for one and for many. Empty where a sign stands before the number (¥)."""

    one: str
    other: str


class Unit(Record):
    """A unit as printed: `value` in it times `factor` is the value in its `base` unit.

    `zh` is written after the digits in Chinese (亿元); where it is empty the value is
    shown in the base unit (过半 as 超50%). In English a value is given in the base unit, with the
    base's `en` name after the number or its `en_sign` before it ("¥"); so `en`, `en_sign` and `style`
    belong to base units (those whose `base` is their own id) and only to them. `printed` lists the words that
    may stand behind the digits in a newspaper (家, 家企业).
    """

    base: UnitId
    factor: Number = Decimal(1)
    zh: str
    en: Plural | None = None
    en_sign: str = ""
    printed: Annotated[tuple[Line, ...], Field(min_length=1)]
    #: How a value reads: an amount (2,400家), a percentage, a rank (第5位, 5th) or words (two thirds).
    style: Literal["amount", "percent", "rank", "fraction"] = "amount"


class Geography(Record):
    """A place; `level` says what it may be compared with.

    One that is made of others names them in `of`; `statistic` says what of each of them is taken together, where
    it is not the sum (the mean of all the world's cities).
    """

    name: Text
    short: Text | None = None
    level: Literal["world", "nation", "region", "city", "district"]
    part_of: GeographyId | None = None
    of: tuple[GeographyId, ...] = ()
    statistic: Literal["mean"] | None = None


class Topic(Record):
    """A topic page: its name, its opening words, and the charts in reading order."""

    name: Text
    lead: Text
    charts: Names[ChartId]


class Subject(Record):
    """Whose figure it is where it is not the place's own (a company, a fund, a contest), or who says it (an agency)."""

    name: Text
    kind: Literal[
        "company",
        "institute",
        "fund",
        "contest",
        "event",
        "programme",
        "park",
        "publisher",
        "agency",
        "person",
        "document",
    ]


class Category(Record):
    """One part of a breakdown: a sector, tier or field."""

    name: Text
    description: Text | None = None


class Measure(Record):
    """What an indicator measures: size, share, rank …

    `counted_in` says which units it takes, where not any: money, percent, percent of a whole that the indicator
    names (share), ranks.
    """

    name: Text
    counted_in: Literal["money", "percent", "share", "rank"] | None = None


ShortText = Annotated[str, StringConstraints(max_length=24, min_length=1)]
