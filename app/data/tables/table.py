"""A published table: the same columns and rows in the data package, in the API and in the files of a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from app.data.tables.column import TableColumn

#: Text, Decimal, int, bool or None, in the order of the columns.
Row: TypeAlias = tuple[object, ...]


@dataclass(frozen=True)
class Table:
    """Rows in the curator's order. The columns in `key` together name a row; `links` lead to other tables' keys."""

    name: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[Row]
    key: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()

    @cached_property
    def places(self) -> dict[str, int]:
        """Where a column stands in a row."""
        return {column.name: place for place, column in enumerate(self.columns)}
