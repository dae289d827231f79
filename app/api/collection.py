"""What the API lists: the columns of each collection, what may be asked of it, and the rows that answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from app.api.query import (
    Args,
    Ids,
    IndicatorQuery,
    ListQuery,
    MilestoneQuery,
    ObservationQuery,
    Parameter,
    SearchQuery,
    TopicQuery,
    parameters,
    read_query,
)
from app.api.search import SEARCH_COLUMNS, search_rows
from app.data.table import ColumnSchema, Row, Table
from app.data.tables.observations import WORD_COLUMNS
from app.model.text import Text
from app.site import Site
from app.strings import strings


@dataclass(frozen=True)
class Page:
    """Some of the rows that were found; `last` is the id to go on behind, empty where nothing follows."""

    rows: Sequence[Row]
    total: int
    last: str = ""
    is_csv: bool = False


@dataclass(frozen=True)
class ApiCollection:
    """`answer` gives the rows for a query string and raises ParameterError; `one` the row of an id, or KeyError."""

    name: str
    columns: tuple[ColumnSchema, ...]
    parameters: tuple[Parameter, ...]
    answer: Callable[[Args], Page]
    #: None where the rows have no ids of their own.
    one: Callable[[str], Row] | None = None

    @property
    def about(self) -> Text:
        return strings()[f"collection_{self.name}"]


#: What may be asked of each table that is listed as it is.
_QUERIES: dict[str, type[ListQuery]] = {
    "indicators": TopicQuery,
    "definitions": IndicatorQuery,
    "charts": TopicQuery,
    "sources": ListQuery,
    "milestones": MilestoneQuery,
}


def collections(site: Site) -> tuple[ApiCollection, ...]:
    """Everything that the API lists, in the order in which people read of it; the API and its page are made of it."""
    ids: Ids = {
        name: sorted(site.tables[name].row_by_id) for name in ("topics", "indicators", "geographies", "sources")
    }

    def words(name: str) -> Row:
        return tuple(column.value(site.data[name]) for column in WORD_COLUMNS)

    def search(args: Args) -> Page:
        query = read_query(SearchQuery, args, ids)
        rows, total = search_rows(site, query)
        return Page(rows, total, is_csv=query.format == "csv")

    return (
        _list_table(site.observations, ObservationQuery, ids, more=WORD_COLUMNS, cells_of=words),
        *(_list_table(site.tables[name], model, ids) for name, model in _QUERIES.items()),
        ApiCollection("search", SEARCH_COLUMNS, parameters(SearchQuery, ids), search),
    )


def _list_table(
    table: Table,
    model: type[ListQuery],
    ids: Ids,
    *,
    more: Sequence[ColumnSchema] = (),
    cells_of: Callable[[str], Row] = lambda _: (),
) -> ApiCollection:
    """The rows of a table in the order of their ids; `cells_of` gives what stands behind a row, in columns `more`."""

    @cache
    def ordered() -> pd.DataFrame:
        return table.frame.sort_index()

    def row(row_id: str) -> Row:
        return (*table.row_by_id[row_id], *cells_of(row_id))

    def answer(args: Args) -> Page:
        query = read_query(model, args, ids)
        frame = ordered()
        matching = frame.index[query.mask(frame)]
        begin = int(matching.searchsorted(query.after, side="right")) if query.after else 0
        end = begin + query.limit
        shown = list(matching[begin:end])
        last = shown[-1] if end < len(matching) else ""
        return Page([row(row_id) for row_id in shown], len(matching), last, is_csv=query.format == "csv")

    return ApiCollection(table.name, (*table.columns, *more), parameters(model, ids), answer, row)
