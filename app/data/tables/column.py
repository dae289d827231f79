"""A column of a published table: what it is called, what stands in it, and what that means."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.text import Text


class ColumnType(StrEnum):
    """What a cell holds. A day is an ISO date; several ids in one text are parted by spaces."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True)
class TableColumn:
    """`choices` are all values it may have (any where there are none); `required` ones are never empty."""

    name: str
    type: ColumnType
    about: Text
    choices: tuple[str, ...] = ()
    required: bool = False


def table_column(
    name: str,
    zh: str,
    en: str,
    type_: ColumnType = ColumnType.TEXT,
    *,
    choices: tuple[str, ...] = (),
    required: str = "",
) -> TableColumn:
    """One line a column; `required="required"` where a cell is never empty."""
    return TableColumn(name, type_, Text(zh=zh, en=en), choices, bool(required))
