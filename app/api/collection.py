"""One thing that the API lists: its columns, what may be asked of it, and the rows that answer."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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


def listed(table: Table, about: Text, filters: Sequence[Filter] = ()) -> Collection:
    """A collection of a table's rows in the order of their ids."""
    (key,) = table.key
    place = table.places[key]
    rows = sorted(table.rows, key=lambda row: str(row[place]))
    ids = [str(row[place]) for row in rows]
    by_id = dict(zip(ids, rows, strict=True))

    def answer(asked: Asked) -> Page:
        passes = [
            each.passing(asked[each.parameter.name], table.places) for each in filters if each.parameter.name in asked
        ]
        found = (
            [n for n, row in enumerate(rows) if all(passed(row) for passed in passes)] if passes else range(len(rows))
        )
        begin = bisect_right(ids, str(asked["after"])) if "after" in asked else 0
        return _cut(rows, ids, found, begin, _limit(asked))

    parameters = (*(each.parameter for each in filters), LIMIT, AFTER, FORMAT)
    return Collection(table.name, about, table.columns, parameters, answer, by_id.__getitem__)


def _cut(rows: Sequence[Row], ids: Sequence[str], found: Sequence[int], begin: int, limit: int) -> Page:
    first = bisect_right(found, begin - 1)
    shown = found[first : first + limit]
    more = first + limit < len(found)
    return Page([rows[n] for n in shown], len(found), ids[shown[-1]] if more else "")


def _limit(asked: Asked) -> int:
    limit = asked.get("limit", USUAL_ROWS)
    assert isinstance(limit, int)
    return limit
