"""A table of the data: its columns declared once, exact rows to be written, a typed frame to compute with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

import pandas as pd

from app.model.text import Text

Record = TypeVar("Record", contravariant=True)
#: Text, Decimal, int, bool, date or None, in the order of the columns.
Row: TypeAlias = tuple[object, ...]


class ColumnType(StrEnum):
    """What a cell holds; several ids in one text are parted by spaces."""

    ID = "id"
    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True)
class ColumnSchema:
    """What readers of a column are told. `choices` are all values it may have (any where there are none).

    `reference` is the table whose ids stand in it; a required one is never empty.
    """

    name: str
    about: Text
    type: ColumnType = ColumnType.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False
    reference: str = ""

    @property
    def dtype(self) -> str:
        """The type of the column in the frame; each can hold that nothing is there."""
        return "category" if self.choices else _DTYPES[self.type]


_DTYPES = {
    ColumnType.ID: "category",
    ColumnType.TEXT: "str",
    ColumnType.WHOLE: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.TRUTH: "boolean",
    ColumnType.DAY: "datetime64[s]",
}


@dataclass(frozen=True)
class Column(ColumnSchema, Generic[Record]):
    """A column and how its value is taken from a record."""

    value: Callable[[Record], object] = field(kw_only=True)


def key_column(name: str, about: Text) -> ColumnSchema:
    """The first column of a table: the ids of its rows."""
    return ColumnSchema(name, about, ColumnType.ID, is_required=True)


@dataclass(frozen=True)
class Table:
    """Rows in the curator's order; the first column is the key. The package, the API and files all write these."""

    name: str
    columns: tuple[ColumnSchema, ...]
    rows: Sequence[Row]

    @classmethod
    def of(
        cls, name: str, key: ColumnSchema, columns: Sequence[Column[Record]], records: Mapping[str, Record]
    ) -> "Table":
        """The table of records by their ids."""
        rows = [(record_id, *(column.value(record) for column in columns)) for record_id, record in records.items()]
        return cls(name, (key, *columns), rows)

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where a column stands in a row."""
        return {name: place for place, name in enumerate(self.header)}

    @cached_property
    def row_by_id(self) -> Mapping[str, Row]:
        return {str(row[0]): row for row in self.rows}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows by their ids, typed, for selecting, counting and sorting; its numbers are floats."""
        dtypes = {column.name: column.dtype for column in self.columns[1:]}
        return pd.DataFrame(list(self.rows), columns=self.header, dtype=object).set_index(self.key).astype(dtypes)
