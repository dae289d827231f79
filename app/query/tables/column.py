"""A column of a published table: what it is called, what stands in it, and what that means."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.text import Text


class Type(StrEnum):
    """What a cell holds. A day is an ISO date; several ids in one text are parted by spaces."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """`choices` are all values it may have (any where there are none); `required` ones are never empty."""

    name: str
    type: Type
    about: Text
    choices: tuple[str, ...] = ()
    required: bool = False


def column(
    name: str, zh: str, en: str, type_: Type = Type.TEXT, *, choices: tuple[str, ...] = (), required: str = ""
) -> Column:
    """One line a column; `required="required"` where a cell is never empty."""
    return Column(name, type_, Text(zh=zh, en=en), choices, bool(required))
