"""From a value tree to a typed record; pydantic's errors become problems in plain sentences."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.loading.problems import DatasetError, FilePlace, Problem, did_you_mean
from app.loading.yaml_source import Document, Value
from app.model.reference import Path

_NOT_A_TEXT = frozenset({"string_type", "string_sub_type"})
_NOT_A_MAPPING = frozenset({"model_type", "dict_type", "model_attributes_type", "dataclass_type"})
_NOT_CHOSEN = frozenset({"enum", "literal_error"})


def validated(document: Document, record: type[BaseModel]) -> BaseModel:
    """The record of a document; raises DatasetError with every field that is wrong."""
    try:
        return record.model_validate(document.value)
    except ValidationError as error:
        problems = [p for detail in error.errors(include_url=False) for p in _problems(detail, document, record)]
        raise DatasetError(problems) from None


def _problems(detail: ErrorDetails, document: Document, record: type[BaseModel]) -> Iterator[Problem]:
    path, rest = _walk(document.value, detail["loc"])
    if _is_other_branch(detail, rest):
        return
    field = str(detail["loc"][-1]) if detail["loc"] else "the file"
    if detail["type"] == "missing":
        yield Problem.at(document.place(path), "missing-field", f"field '{field}' is missing")
    elif detail["type"] == "extra_forbidden":
        hint = did_you_mean(field, _field_names(record))
        yield Problem.at(_key(document, path), "unknown-field", f"unknown field '{field}'{hint}")
    elif rest == ("[key]",):
        sentence = f"'{path[-1]}' is not an id; write a-z, 0-9 and -, at most 64 characters"
        yield Problem.at(_key(document, path), "bad-id", sentence)
    else:
        yield Problem.at(document.place(path), *_code_and_sentence(detail, _name(path)))


def _walk(value: Value, location: tuple[int | str, ...]) -> tuple[Path, tuple[int | str, ...]]:
    """The path as far as the file has it, and what pydantic adds: missing fields, names of union branches."""
    path: list[str | int] = []
    rest: list[str | int] = []
    for step in location:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
            path.append(step)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
            path.append(step)
        else:
            rest.append(step)
    return tuple(path), tuple(rest)


def _is_other_branch(detail: ErrorDetails, rest: tuple[int | str, ...]) -> bool:
    """`unknown` or a text: the branch that the curator did not mean is not spoken of."""
    if "Text" in rest:
        return not isinstance(detail["input"], dict) and detail["type"] in _NOT_A_MAPPING
    return "literal['unknown']" in rest and isinstance(detail["input"], dict)


def _key(document: Document, path: Path) -> FilePlace:
    return document.keys.get(path, document.place(path))


def _name(path: Path) -> str:
    """The field a sentence speaks of; an item of a list is named by its list."""
    return str(next((step for step in reversed(path) if isinstance(step, str)), "the file"))


def _code_and_sentence(detail: ErrorDetails, name: str) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if value is None:
        return "empty-field", f"field '{name}' is empty"
    if kind == "value_error":
        return "bad-value", f"field '{name}': {context['error']}"
    if kind in _NOT_CHOSEN:
        return "bad-value", _choice(name, value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return "bad-value", f"field '{name}': '{str(value)[:64]}' does not fit {context['pattern']}"
    if kind in _NOT_A_TEXT:
        return "bad-value", f"field '{name}' must be one text"
    if kind in _NOT_A_MAPPING:
        return "bad-value", f"field '{name}' must have fields of its own"
    if kind == "tuple_type":
        return "bad-value", f"field '{name}' must be a list"
    return "bad-value", f"field '{name}': {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _choice(name: str, value: Any, expected: str) -> str:
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    if not isinstance(value, str):
        return f"field '{name}' must be one of {', '.join(allowed)}"
    return f"field '{name}': '{value[:64]}' is not one of {', '.join(allowed)}{did_you_mean(value, allowed)}"


@cache
def _field_names(record: type[BaseModel]) -> frozenset[str]:
    """All fields of the record and of the records in it."""
    schema = record.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return frozenset(name for part in parts for name in part.get("properties", {}))
