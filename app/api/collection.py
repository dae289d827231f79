"""One thing that the API lists: its columns, what may be asked of it, and the rows that answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from app.api.parameter import AFTER, FORMAT, LIMIT, USUAL_ROWS, Parameter
from app.data.table import ColumnSchema, Row, Table
from app.model.text import Text

Asked = Mapping[str, object]


@dataclass(frozen=True)
class Page:
    """Some of the rows that were found; `last` is the id to go on behind, empty where nothing follows."""

    rows: Sequence[Row]
    total: int
    last: str = ""


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows rows: from a table's frame and the parameter's value to the rows that pass."""

    parameter: Parameter
    mask: Callable[[pd.DataFrame, object], "pd.Series[bool]"]


@dataclass(frozen=True)
class ApiCollection:
    """`answer` gives the rows for what was asked; `one` the row of an id, and raises KeyError; None where none has."""

    name: str
    about: Text
    columns: tuple[ColumnSchema, ...]
    parameters: tuple[Parameter, ...]
    answer: Callable[[Asked], Page]
    one: Callable[[str], Row] | None = None


def list_table(
    table: Table,
    about: Text,
    *,
    filters: Sequence[Filter] = (),
    words: Sequence[ColumnSchema] = (),
    words_of: Callable[[str], Row] = lambda _: (),
) -> ApiCollection:
    """The rows of a table in the order of their ids; `words_of` gives what stands behind a row, under `words`."""

    @cache
    def ordered() -> pd.DataFrame:
        return table.frame.sort_index()

    def row(row_id: str) -> Row:
        return (*table.row_by_id[row_id], *words_of(row_id))

    def answer(asked: Asked) -> Page:
        frame = ordered()
        mask = pd.Series(data=True, index=frame.index)
        for each in filters:
            if each.parameter.name in asked:
                mask &= each.mask(frame, asked[each.parameter.name])
        ids = frame.index[mask]
        begin = int(ids.searchsorted(str(asked["after"]), side="right")) if "after" in asked else 0
        end = begin + _limit(asked)
        shown = list(ids[begin:end])
        return Page([row(row_id) for row_id in shown], len(ids), shown[-1] if end < len(ids) else "")

    parameters = (*(each.parameter for each in filters), LIMIT, AFTER, FORMAT)
    return ApiCollection(table.name, about, (*table.columns, *words), parameters, answer, row)


def _limit(asked: Asked) -> int:
    limit = asked.get("limit", USUAL_ROWS)
    assert isinstance(limit, int)
    return limit
