"""What the board's figures are chosen by: facets with their values, and which figure has which."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import get_args

import pandas as pd

from app.data.datum import Datum, Openness, source_ids
from app.model.board import BoundName, MarkName, OwnerName
from app.model.catalog import Catalog


class Facet(StrEnum):
    """The name of a facet, also in the address. Its values are alternatives; facets together are conditions."""

    TOPIC = "topic"
    MEASURE = "measure"
    BOUND = "bound"
    MARK = "mark"
    SOURCE = "source"
    YEAR = "year"
    PLACE = "place"
    WHOSE = "whose"


BOUNDS: tuple[str, ...] = get_args(BoundName)
MARKS: tuple[str, ...] = get_args(MarkName)
WHOSE: tuple[str, ...] = get_args(OwnerName)
_BOUND_OF = {Openness.UP: "floor", Openness.DOWN: "ceiling", Openness.ABOUT: "about"}


@dataclass(frozen=True)
class Figures:
    """All figures as the board counts them; `frame` is the table of observations, a row each by their ids."""

    frame: pd.DataFrame
    #: By the facet: a column of truths for each of its values, in the order in which they are offered.
    members: Mapping[Facet, pd.DataFrame]

    @classmethod
    def of(cls, catalog: Catalog, data: Mapping[str, Datum], frame: pd.DataFrame) -> "Figures":
        """The figures of a catalog; `frame` is that of `data.tables.observations.observations`."""
        values = {facet: _values(facet, data) for facet in Facet}
        offered = _offered(catalog, values)
        members = {
            facet: pd.DataFrame(
                {option: [option in of[name] for name in data] for option in offered[facet]},
                index=list(data),
                dtype=bool,
            )
            for facet, of in values.items()
        }
        return cls(frame, members)

    @cached_property
    def options(self) -> Mapping[Facet, tuple[str, ...]]:
        """The values of each facet that a figure has."""
        return {facet: tuple(map(str, table.columns)) for facet, table in self.members.items()}


def _values(facet: Facet, data: Mapping[str, Datum]) -> Mapping[str, frozenset[str]]:
    """The values that each figure has of a facet."""
    goals = {datum.indicator_id for datum in data.values() if datum.observation.target}
    counted: dict[tuple[object, ...], set[str]] = {}
    for datum in data.values():
        counted.setdefault(datum.thing, set()).add(f"{datum.observation.period.text} {datum.observation.source}")
    of: Mapping[Facet, Callable[[Datum], Iterable[str]]] = {
        Facet.TOPIC: lambda datum: [datum.indicator.topic],
        Facet.MEASURE: lambda datum: [datum.indicator.measures],
        Facet.BOUND: lambda datum: [bound_of(datum)],
        Facet.MARK: lambda datum: _marks(datum, goals, is_repeated=len(counted[datum.thing]) > 1),
        Facet.SOURCE: lambda datum: source_ids(datum, data),
        Facet.YEAR: _years,
        Facet.PLACE: lambda datum: [datum.observation.geography],
        Facet.WHOSE: lambda datum: [_whose(datum)],
    }
    return {name: frozenset(of[facet](datum)) for name, datum in data.items()}


def bound_of(datum: Datum) -> str:
    """How far its digits are known, one of BOUNDS; a computed figure keeps the bound that it was computed from."""
    if datum.quantity.is_range:
        return "range"
    return _BOUND_OF.get(datum.openness, "exact")


def _marks(datum: Datum, goals: set[str], *, is_repeated: bool) -> Iterable[str]:
    o = datum.observation
    is_met = datum.indicator_id in goals and not o.target
    has = (datum.is_derived, o.target, is_met, bool(o.disputed_by), is_repeated)
    return [mark for mark, is_so in zip(MARKS, has, strict=True) if is_so]


def _years(datum: Datum) -> Iterable[str]:
    """Every year that its period touches."""
    period = datum.observation.period
    return map(str, range(period.start.year, period.end.year + 1))


def _whose(datum: Datum) -> str:
    if datum.subject is None:
        return "city"
    return datum.subject.kind if datum.subject.kind in WHOSE else "other"


def _offered(catalog: Catalog, values: Mapping[Facet, Mapping[str, frozenset[str]]]) -> Mapping[Facet, tuple[str, ...]]:
    """The values that some figure has, in the order of the files; years the latest first."""
    order: Mapping[Facet, Iterable[str]] = {
        Facet.TOPIC: catalog.topics,
        Facet.MEASURE: catalog.measures,
        Facet.BOUND: BOUNDS,
        Facet.MARK: MARKS,
        Facet.SOURCE: sorted(catalog.sources, key=lambda name: catalog.sources[name].published, reverse=True),
        Facet.YEAR: (str(year) for year in range(2100, 1900, -1)),
        Facet.PLACE: catalog.geographies,
        Facet.WHOSE: WHOSE,
    }
    held = {facet: frozenset[str]().union(*of.values()) for facet, of in values.items()}
    return {facet: tuple(option for option in order[facet] if option in held[facet]) for facet in Facet}
