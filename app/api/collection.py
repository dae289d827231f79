"""One thing that the API lists: its columns, what may be asked of it, and the rows that answer."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.api.parameter import AFTER, FORMAT, LIMIT, USUAL_ROWS, Parameter
from app.model.text import Text
from app.query.tables.column import Column
from app.query.tables.table import Row, Table

Asked = Mapping[str, object]
#: From the value of a parameter to whether a row passes it.
Pass = Callable[[Row], bool]


@dataclass(frozen=True)
class Page:
    """Some of the rows that were found; `last` is the id to go on behind, empty where nothing follows."""

    rows: Sequence[Row]
    total: int
    last: str = ""


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows rows: from its value and the places of the columns to what passes."""

    parameter: Parameter
    passing: Callable[[object, Mapping[str, int]], Pass]


@dataclass(frozen=True)
class Collection:
    """`answer` gives the rows for what was asked; `one` the row of an id, and raises KeyError; None where none has."""

    name: str
    about: Text
    columns: tuple[Column, ...]
    parameters: tuple[Parameter, ...]
    answer: Callable[[Asked], Page]
    one: Callable[[str], Row] | None = None


class _Shelf:
    """The rows of a table in the order of their ids; put in order when first asked for, for pages never ask."""

    def __init__(self, load: Callable[[], Table]) -> None:
        self._load = load

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        table = self._load()
        (key,) = table.key
        place = table.places[key]
        return {str(row[place]): row for row in sorted(table.rows, key=lambda row: str(row[place]))}


def listed(
    name: str,
    about: Text,
    *,
    columns: tuple[Column, ...],
    load: Callable[[], Table],
    filters: Sequence[Filter] = (),
) -> Collection:
    """A collection of the rows of a table that has one column as its key."""
    shelf = _Shelf(load)
    places = {column.name: place for place, column in enumerate(columns)}

    def answer(asked: Asked) -> Page:
        given = [each for each in filters if each.parameter.name in asked]
        passes = [each.passing(asked[each.parameter.name], places) for each in given]
        found = _passing(shelf.rows, passes)
        begin = bisect_right(found, str(asked["after"])) if "after" in asked else 0
        return _cut(shelf.rows, found, begin, _limit(asked))

    parameters = (*(each.parameter for each in filters), LIMIT, AFTER, FORMAT)
    return Collection(name, about, columns, parameters, answer, lambda key: shelf.rows[key])


def _passing(rows: Mapping[str, Row], passes: Sequence[Pass]) -> Sequence[str]:
    """The ids of the rows that pass one test after another, so that a narrow first one leaves little to the rest."""
    found = list(rows.items())
    for passed in passes:
        found = [item for item in found if passed(item[1])]
    return [key for key, _ in found]


def _cut(rows: Mapping[str, Row], found: Sequence[str], begin: int, limit: int) -> Page:
    shown = found[begin : begin + limit]
    more = begin + limit < len(found)
    return Page([rows[key] for key in shown], len(found), shown[-1] if more else "")


def _limit(asked: Asked) -> int:
    limit = asked.get("limit", USUAL_ROWS)
    assert isinstance(limit, int)
    return limit
