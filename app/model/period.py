"""Periods as newspapers give them: a year, half, quarter, month or day, or a span between two of these."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

_PART = re.compile(
    r"(?P<year>[12][0-9]{3})"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9]))?))?",
    re.ASCII,
)
_FORMS = "2024, 2024-H1, 2024-Q3, 2025-06, 2024-12-31 or two of these joined by /"


class PeriodBasis(StrEnum):
    """How the period is known: printed, worked out by us, or only the date of the undated article."""

    STATED = "stated"
    INFERRED = "inferred"
    AS_OF = "as_of"


class Grain(StrEnum):
    """How long one part of a period is."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, order=True)
class PeriodPart:
    """One calendar unit; `number` is the half, quarter or month (0 for a year), `day` is 0 but for a DAY."""

    year: int
    grain: Grain
    number: int = 0
    day: int = 0

    @property
    def start(self) -> date:
        return date(self.year, self._first_month, self.day or 1)

    @property
    def end(self) -> date:
        if self.day:
            return self.start
        month = self._first_month + _MONTHS[self.grain] - 1
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def _first_month(self) -> int:
        if self.grain in (Grain.MONTH, Grain.DAY):
            return self.number
        return (self.number - 1) * _MONTHS[self.grain] + 1 if self.number else 1


_MONTHS = {Grain.YEAR: 12, Grain.HALF: 6, Grain.QUARTER: 3, Grain.MONTH: 1, Grain.DAY: 1}


@dataclass(frozen=True)
class Period:
    """A period and the text it was written as; `last` equals `first` unless it is a span."""

    text: str
    first: PeriodPart
    last: PeriodPart

    @property
    def start(self) -> date:
        return self.first.start

    @property
    def end(self) -> date:
        return self.last.end

    @property
    def middle(self) -> float:
        """The middle day as a proleptic ordinal, for the time axis."""
        return (self.start.toordinal() + self.end.toordinal()) / 2

    @property
    def is_span(self) -> bool:
        return self.first != self.last

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start) < (other.end, other.start)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2024-Q1/2024-Q3` and its kin; raises ValueError saying which forms there are."""
        pieces = text.split("/")
        if len(pieces) > 2:
            raise ValueError(f"'{text}' is not a period; write {_FORMS}")
        parts = [_part(piece, text) for piece in pieces]
        first, last = parts[0], parts[-1]
        if first.start > last.start or last.end < first.end:
            raise ValueError(f"the period '{text}' ends before it starts")
        if len(parts) == 2 and first == last:
            raise ValueError(f"the period '{text}' names the same time twice; write '{pieces[0]}'")
        return cls(text=text, first=first, last=last)


def _part(piece: str, whole: str) -> PeriodPart:
    match = _PART.fullmatch(piece)
    if match is None:
        raise ValueError(f"'{whole}' is not a period; write {_FORMS}")
    groups = match.groupdict()
    number = next((int(groups[name]) for name in ("half", "quarter", "month") if groups[name]), 0)
    part = PeriodPart(int(groups["year"]), _grain(groups), number, int(groups["day"] or 0))
    try:
        part.start  # noqa: B018 - the calendar refuses 2023-02-30
    except ValueError:
        raise ValueError(f"'{piece}' is not a day of the calendar") from None
    return part


def _grain(groups: dict[str, str | None]) -> Grain:
    for name in (Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF):
        if groups[name]:
            return name
    return Grain.YEAR


def _read(value: Any) -> Any:
    return Period.parse(value) if isinstance(value, str) else value


PeriodField = Annotated[
    Period,
    BeforeValidator(_read),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2024", "2024-H1", "2024-Q1/2024-Q3", "2025-06"]}),
]
