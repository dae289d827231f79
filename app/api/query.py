"""What may be asked of the API: a model for each collection, whose fields are the parameters, read and described."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from inspect import get_annotations
from typing import Annotated, Any, TypeVar

import pandas as pd
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from app.loading.problems import did_you_mean
from app.model.milestone import LANES
from app.model.period import Period
from app.model.quantity import Qualifier
from app.model.text import LANGS, Text
from app.search.entries import EntrySort
from app.strings import word

#: Longer lists than this are not told in a sentence.
_FEW = 12
MOST_ROWS, USUAL_ROWS = 500, 100
_LONGEST_TEXT = 200
_MONTH = r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?"
_ID = r"[a-z0-9/-]{1,129}"

#: What stands in a query string: the values under each name.
Args = Mapping[str, Sequence[str]]
#: The ids of each table, in order.
Ids = Mapping[str, Sequence[str]]


class ParameterError(ValueError):
    """A value that cannot be used; `where` names the parameter."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(sentence)
        self.where = where


@dataclass(frozen=True)
class OneOf:
    """Holds a parameter to a closed list, in its schema and where it is read."""

    choices: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = partial(_read_choice, choices=self.choices)
        return core_schema.no_info_after_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"enum": list(self.choices)}


@dataclass(frozen=True)
class IdOf:
    """Holds a parameter to the ids of a table, which are the context of its validation; its schema has their name."""

    table: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"enum": self.table}

    def _read(self, value: str, info: ValidationInfo[Ids]) -> str:
        return _read_choice(value, info.context[self.table])


def _read_choice(value: str, choices: Sequence[str]) -> str:
    if value in choices:
        return value
    if len(choices) <= _FEW:
        raise ValueError(f"'{value[:64]}' is not one of {', '.join(choices)}")
    raise ValueError(f"'{value[:64]}' is not a known id{did_you_mean(value[:64], choices)}")


def _read_month(value: str) -> Period:
    if not re.fullmatch(_MONTH, value, re.ASCII):
        raise ValueError(f"'{value[:64]}' is neither a year (2024) nor a month (2024-06)")
    return Period.parse(value)


def _read_text(value: str) -> str:
    if not 1 <= len(value) <= _LONGEST_TEXT:
        raise ValueError(f"a text has 1 to {_LONGEST_TEXT} characters")
    return value


def _read_whole(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", value, re.ASCII) or not 1 <= int(value) <= MOST_ROWS:
        raise ValueError(f"'{value[:64]}' is not a whole number from 1 to {MOST_ROWS}")
    return int(value)


def _read_id(value: str) -> str:
    if not re.fullmatch(_ID, value, re.ASCII):
        raise ValueError(f"'{value[:64]}' is not an id")
    return value


_MONTH_SCHEMA = {"type": "string", "pattern": f"^{_MONTH}$"}
From = Annotated[Period, BeforeValidator(_read_month), WithJsonSchema(_MONTH_SCHEMA | {"examples": ["2024"]})]
To = Annotated[Period, BeforeValidator(_read_month), WithJsonSchema(_MONTH_SCHEMA | {"examples": ["2025-06"]})]
TopicId = Annotated[str, IdOf("topics")]
IndicatorId = Annotated[str, IdOf("indicators")]
GeographyId = Annotated[str, IdOf("geographies")]
SourceId = Annotated[str, IdOf("sources")]
QualifierName = Annotated[str, OneOf(tuple(kind.value for kind in Qualifier))]
LaneName = Annotated[str, OneOf(LANES)]
SortName = Annotated[str, OneOf(tuple(sort.value for sort in EntrySort))]
Words = Annotated[str, Field(min_length=1, max_length=_LONGEST_TEXT, examples=["AI企业"]), BeforeValidator(_read_text)]
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, examples=["20"]), BeforeValidator(_read_whole)]
RowId = Annotated[str, Field(pattern=f"^{_ID}$", examples=["a"]), BeforeValidator(_read_id)]
FormatName = Annotated[str, OneOf(("json", "csv"))]


class ApiQuery(BaseModel):
    """A parameter that is not there is None."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RowQuery(ApiQuery):
    """Of one row by its id."""

    format: FormatName | None = None


class SearchQuery(ApiQuery):
    """Of what a text finds."""

    q: Words
    kind: SortName | None = None
    limit: Limit = USUAL_ROWS
    format: FormatName | None = None


class ListQuery(ApiQuery):
    """Of the rows of a table; every further field narrows them by the column of its name."""

    limit: Limit = USUAL_ROWS
    after: RowId | None = None
    format: FormatName | None = None

    def mask(self, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Which rows of the table's frame pass."""
        mask = pd.Series(data=True, index=frame.index)
        for name in self.model_fields_set.intersection(frame.columns):
            mask &= frame[name] == getattr(self, name)
        return mask


class TopicQuery(ListQuery):
    topic: TopicId | None = None


class IndicatorQuery(ListQuery):
    indicator: IndicatorId | None = None


class PeriodQuery(ListQuery):
    """Of rows whose period neither ends before `start` nor begins after `end`."""

    start: Annotated[From | None, Field(alias="from")] = None
    end: Annotated[To | None, Field(alias="to")] = None

    def mask(self, frame: pd.DataFrame) -> "pd.Series[bool]":
        mask = super().mask(frame)
        if self.start is not None:
            mask &= frame["period_end"] >= pd.Timestamp(self.start.start)
        if self.end is not None:
            mask &= frame["period_start"] <= pd.Timestamp(self.end.end)
        return mask


class ObservationQuery(PeriodQuery):
    indicator: IndicatorId | None = None
    topic: TopicId | None = None
    geography: GeographyId | None = None
    qualifier: QualifierName | None = None
    source: SourceId | None = None


class MilestoneQuery(PeriodQuery):
    topic: TopicId | None = None
    lane: LaneName | None = None
    geography: GeographyId | None = None
    source: SourceId | None = None


AnyQuery = TypeVar("AnyQuery", bound=ApiQuery)


def parameter_names(model: type[ApiQuery]) -> list[str]:
    """A collection's own first, then those that all lists have."""
    fields = (name for base in model.__mro__ if issubclass(base, ApiQuery) for name in get_annotations(base))
    return [model.model_fields[name].alias or name for name in fields if name in model.model_fields]


def read_query(model: type[AnyQuery], args: Args, ids: Ids) -> AnyQuery:
    """What is asked; raises ParameterError for an unknown name, one given twice, or a value that is not right."""
    names = parameter_names(model)
    for name, values in args.items():
        if name not in names:
            raise ParameterError(name[:64], f"there is no parameter '{name[:64]}' here{did_you_mean(name[:64], names)}")
        if len(values) > 1:
            raise ParameterError(name, f"{name} is given twice")
    try:
        return model.model_validate({name: values[0] for name, values in args.items()}, context=ids)
    except ValidationError as error:
        raise _first_error(error, list(args)) from None


def _first_error(error: ValidationError, order: Sequence[str]) -> ParameterError:
    """What is missing before what is not right, and that in the order of the address."""
    problems = {str(one["loc"][0]): one for one in error.errors(include_url=False, include_input=False)}
    for name, problem in problems.items():
        if problem["type"] == "missing":
            return ParameterError(name, f"{name} is missing")
    name = min(problems, key=order.index)
    return ParameterError(name, f"{name}: {problems[name]['ctx']['error']}")


#: What of a field's JSON Schema is told, in this order.
_KEYS = ("type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "default")


@dataclass(frozen=True)
class Parameter:
    """`schema` is its JSON Schema, `example` one good value."""

    name: str
    schema: Mapping[str, Any]
    example: str
    is_required: bool

    @property
    def about(self) -> Text:
        zh, en = (word(f"parameter_{self.name}", lang).format(usual=USUAL_ROWS, most=MOST_ROWS) for lang in LANGS)
        return Text(zh=zh, en=en)


def parameters(model: type[ApiQuery], ids: Ids) -> tuple[Parameter, ...]:
    """The fields of a model as they are described; `ids` are those that the data give it."""
    whole = model.model_json_schema()
    required = whole.get("required", ())
    return tuple(
        _parameter(name, whole["properties"][name], ids, is_required=name in required)
        for name in parameter_names(model)
    )


def _parameter(name: str, field: Mapping[str, Any], ids: Ids, *, is_required: bool) -> Parameter:
    own = field["anyOf"][0] if "anyOf" in field else field  # beside it stands null, for what is not there
    schema = {key: own[key] for key in _KEYS if key in own}
    if isinstance(schema.get("enum"), str):
        schema["enum"] = list(ids[schema["enum"]])
    examples = own.get("examples") or schema.get("enum") or [""]
    return Parameter(name, schema, examples[0], is_required)
