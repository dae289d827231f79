"""One thing that the API lists: its columns, what may be asked of it, and the rows that answer."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.api.parameter import AFTER, FORMAT, LIMIT, USUAL_ROWS, Parameter
from app.data.tables.column import TableColumn
from app.data.tables.table import Row, Table
from app.model.text import Text

Asked = Mapping[str, object]
#: The texts of one column, an empty one where there is nothing, and which of them pass.
Texts = npt.NDArray[np.str_]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Page:
    """Some of the rows that were found; `last` is the id to go on behind, empty where nothing follows."""

    rows: Sequence[Row]
    total: int
    last: str = ""


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows rows by one column: from its value and the column's texts to what passes."""

    parameter: Parameter
    column: str
    passing: Callable[[object, Texts], Mask]


@dataclass(frozen=True)
class ApiCollection:
    """`answer` gives the rows for what was asked; `one` the row of an id, and raises KeyError; None where none has."""

    name: str
    about: Text
    columns: tuple[TableColumn, ...]
    parameters: tuple[Parameter, ...]
    answer: Callable[[Asked], Page]
    one: Callable[[str], Row] | None = None


class _Shelf:
    """The rows of a table in the order of their ids; put in order when first asked for, for pages never ask."""

    def __init__(self, load: Callable[[], Table]) -> None:
        self._load = load
        self._texts: dict[str, Texts] = {}

    @cached_property
    def table(self) -> Table:
        return self._load()

    @cached_property
    def rows(self) -> Sequence[Row]:
        (key,) = self.table.key
        place = self.table.places[key]
        return sorted(self.table.rows, key=lambda row: str(row[place]))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where the row of an id stands."""
        place = self.table.places[self.table.key[0]]
        return {str(row[place]): number for number, row in enumerate(self.rows)}

    @cached_property
    def ids(self) -> Sequence[str]:
        return list(self.places)

    def texts(self, column: str) -> Texts:
        """A column to be compared as a whole: a look at each row takes too long when there are many."""
        if column not in self._texts:
            place = self.table.places[column]
            self._texts[column] = np.array([str(row[place] or "") for row in self.rows], np.str_)
        return self._texts[column]


def list_page(
    name: str,
    about: Text,
    *,
    columns: tuple[TableColumn, ...],
    load: Callable[[], Table],
    filters: Sequence[Filter] = (),
) -> ApiCollection:
    """A collection of the rows of a table that has one column as its key."""
    shelf = _Shelf(load)

    def answer(asked: Asked) -> Page:
        passes = np.ones(len(shelf.rows), np.bool_)
        for each in filters:
            if each.parameter.name in asked:
                passes &= each.passing(asked[each.parameter.name], shelf.texts(each.column))
        found = np.flatnonzero(passes)
        behind = bisect_right(shelf.ids, str(asked["after"])) if "after" in asked else 0
        return _cut(shelf, found, int(np.searchsorted(found, behind)), _limit(asked))

    parameters = (*(each.parameter for each in filters), LIMIT, AFTER, FORMAT)
    return ApiCollection(name, about, columns, parameters, answer, lambda key: shelf.rows[shelf.places[key]])


def _cut(shelf: _Shelf, found: npt.NDArray[np.intp], begin: int, limit: int) -> Page:
    shown = found[begin : begin + limit].tolist()
    more = begin + limit < len(found)
    return Page([shelf.rows[number] for number in shown], len(found), shelf.ids[shown[-1]] if more else "")


def _limit(asked: Asked) -> int:
    limit = asked.get("limit", USUAL_ROWS)
    assert isinstance(limit, int)
    return limit
