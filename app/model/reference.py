"""Fields that name other records, declared by their types; and the one walk that finds what they name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field

from app.model.record import Id, Line

Path = tuple[str | int, ...]
_Name = TypeVar("_Name")


@dataclass(frozen=True)
class Reference:
    """Marks an id that names a record of this noun: the loader refuses it where there is none."""

    noun: str


UnitId = Annotated[Id, Reference("units")]
GeographyId = Annotated[Id, Reference("geographies")]
TopicId = Annotated[Id, Reference("topics")]
SubjectId = Annotated[Id, Reference("subjects")]
CategoryId = Annotated[Id, Reference("categories")]
SourceId = Annotated[Id, Reference("sources")]
IndicatorId = Annotated[Id, Reference("indicators")]
ChartId = Annotated[Id, Reference("charts")]
ObservationId = Annotated[Id, Reference("observations")]
MilestoneId = Annotated[Id, Reference("events")]
MeasureId = Annotated[Id, Reference("measures")]
LaneId = Annotated[Id, Reference("lanes")]
#: Of the indicator that it stands in; in a chart's selection of any.
DefinitionId = Annotated[Id, Reference("definitions")]
#: `id` or `indicator/id`.
DefinitionName = Annotated[Line, Reference("definitions")]
#: Of the chart that is named beside it.
ViewId = Annotated[Id, Reference("views")]
#: An observation, or a milestone where the chart beside it shows these.
HighlightId = Annotated[Id, Reference("highlights")]
#: A list of names that may be left out.
Names = Annotated[tuple[_Name, ...], Field(default=())]


def record_references(record: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """The path, the noun and the id of all that the record, or a record in it, names."""
    return _walk(record, type(record), ())


def nouns(annotation: object) -> Iterator[str]:
    """The nouns of all references that a type, or a record in it, declares."""
    if isinstance(annotation, Reference):
        yield annotation.noun
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for _, inner in _fields(annotation):
            yield from nouns(inner)
    else:
        for part in get_args(annotation):
            yield from nouns(part)


@cache
def _fields(record: type[BaseModel]) -> tuple[tuple[str, object], ...]:
    """The fields that refer, or hold a record that does, with their types."""
    hints = get_type_hints(record, include_extras=True)
    return tuple((name, hints[name]) for name in record.model_fields if any(nouns(hints[name])))


def _walk(value: object, annotation: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, BaseModel):
        for name, inner in _fields(type(value)):
            yield from _walk(getattr(value, name), inner, (*path, name))
    elif isinstance(value, str):
        yield from ((path, noun, value) for noun in nouns(annotation))
    elif isinstance(value, tuple):
        item = _arguments(annotation, tuple)[0]
        for index, each in enumerate(value):
            yield from _walk(each, item, (*path, index))
    elif isinstance(value, Mapping):
        of_key, of_value = _arguments(annotation, dict)
        for key, each in value.items():
            yield from _walk(key, of_key, (*path, key))
            yield from _walk(each, of_value, (*path, key))


def _arguments(annotation: object, container: type) -> tuple[object, ...]:
    """Of `tuple[X, ...]`, bare, annotated or one of a union's branches: what it holds."""
    if get_origin(annotation) is container:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := _arguments(part, container))), ())
