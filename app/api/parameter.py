"""What may be asked of the API: the name of a parameter, its values, and how they are read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.loading.problems import did_you_mean
from app.model.period import Period
from app.model.text import Text

#: Longer lists than this are not told in a sentence.
_FEW = 12
MOST_ROWS, USUAL_ROWS = 500, 100
LONGEST_TEXT = 200
_MONTH = r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?"
_ID = r"[a-z0-9/-]{1,129}"


class ParameterError(ValueError):
    """A value that cannot be used; `where` names the parameter."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(sentence)
        self.where = where


@dataclass(frozen=True)
class Parameter:
    """`schema` is its JSON Schema, `example` one good value; `read` raises ValueError with what would be right."""

    name: str
    about: Text
    schema: Mapping[str, object]
    read: Callable[[str], object]
    example: str
    is_required: bool = False


def read_all(parameters: Sequence[Parameter], given: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    """The values by name; raises ParameterError for an unknown name, one given twice, or a value that is not right."""
    known = {parameter.name: parameter for parameter in parameters}
    for name, values in given.items():
        if name not in known:
            raise ParameterError(name[:64], f"there is no parameter '{name[:64]}' here{did_you_mean(name[:64], known)}")
        if len(values) > 1:
            raise ParameterError(name, f"{name} is given twice")
    for name, parameter in known.items():
        if parameter.is_required and name not in given:
            raise ParameterError(name, f"{name} is missing")
    return {name: _read(known[name], values[0]) for name, values in given.items()}


def _read(parameter: Parameter, value: str) -> object:
    try:
        return parameter.read(value)
    except ValueError as error:
        raise ParameterError(parameter.name, f"{parameter.name}: {error}") from None


def one_of(name: str, about: Text, choices: Sequence[str]) -> Parameter:
    """One of a closed list."""
    known = frozenset(choices)

    def read(value: str) -> str:
        if value not in known:
            every = f"one of {', '.join(choices)}" if len(choices) <= _FEW else f"a known id{_meant(value, choices)}"
            raise ValueError(f"'{value[:64]}' is not {every}")
        return value

    return Parameter(name, about, {"type": "string", "enum": list(choices)}, read, choices[0] if choices else "")


def _meant(value: str, choices: Sequence[str]) -> str:
    return did_you_mean(value[:64], choices)


def month(name: str, about: Text, example: str) -> Parameter:
    """A year or month, as 2024 or 2024-06."""
    return Parameter(name, about, {"type": "string", "pattern": f"^{_MONTH}$"}, _month, example)


def _month(value: str) -> Period:
    if not re.fullmatch(_MONTH, value, re.ASCII):
        raise ValueError(f"'{value[:64]}' is neither a year (2024) nor a month (2024-06)")
    return Period.parse(value)


def words(name: str, about: Text, example: str) -> Parameter:
    """A text to look for; it has to be there."""
    schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}
    return Parameter(name, about, schema, _words, example, is_required=True)


def _words(value: str) -> str:
    if not 1 <= len(value) <= LONGEST_TEXT:
        raise ValueError(f"a text has 1 to {LONGEST_TEXT} characters")
    return value


def _whole(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", value, re.ASCII) or not 1 <= int(value) <= MOST_ROWS:
        raise ValueError(f"'{value[:64]}' is not a whole number from 1 to {MOST_ROWS}")
    return int(value)


def _id(value: str) -> str:
    if not re.fullmatch(_ID, value, re.ASCII):
        raise ValueError(f"'{value[:64]}' is not an id")
    return value


LIMIT = Parameter(
    "limit",
    Text(
        zh=f"最多几行，默认{USUAL_ROWS}，至多{MOST_ROWS}",
        en=f"how many rows at most; {USUAL_ROWS} if not said, {MOST_ROWS} at most",
    ),
    {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": USUAL_ROWS},
    _whole,
    "20",
)
AFTER = Parameter(
    "after",
    Text(zh="从这个编号之后开始", en="begin behind this id"),
    {"type": "string", "pattern": f"^{_ID}$"},
    _id,
    "a",
)
FORMAT = one_of("format", Text(zh="格式，默认 json", en="json if not said"), ("json", "csv"))
