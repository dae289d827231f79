"""The base of every record, and the field types that all of them share."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z0-9-]{1,64}$"
#: Digits as a newspaper prints them: no sign but minus, no leading zero, no grouping, no exponent.
NUMBER_PATTERN = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"

#: The longest text a field may hold.
MOST_CHARACTERS = 2000

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]


class Record(BaseModel):
    """A frozen record that takes no unknown field and converts nothing by itself."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


def _number(value: Any) -> Any:
    if isinstance(value, str):
        if re.fullmatch(NUMBER_PATTERN, value, re.ASCII) is None:
            raise ValueError(f"'{value}' is not a plain number; write digits such as 2400 or 44.3")
        if len(value) > 30:
            raise ValueError("a number has at most 30 characters")
        return Decimal(value)
    return value


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise ValueError(f"'{value}' is neither true nor false")
        return value == "true"
    return value


def _whole(value: Any) -> Any:
    number = _number(value)
    if isinstance(number, Decimal):
        if number != int(number):
            raise ValueError(f"'{value}' is not a whole number")
        return int(number)
    return value


#: The YAML reader hands over every scalar as the text that was written; these types read it.
Number = Annotated[
    Decimal,
    BeforeValidator(_number, json_schema_input_type=int | float),
]
Truth = Annotated[bool, BeforeValidator(_truth, json_schema_input_type=bool)]
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS)]
