"""Every id in a record is its own or a declared reference, and all that is declared is checked."""

from collections.abc import Iterator
from typing import get_args, get_origin

import pytest
from pydantic import BaseModel, Field, StringConstraints

from app.loading.checks.references import BESIDE_CHARTS, problems
from app.loading.dataset import read_draft
from app.loading.files import FOLDERS, RECORD_FILES, SINGLE_FILES
from app.model.record import ID_PATTERN
from app.model.reference import Names, ObservationId, Reference, UnitId, nouns, record_references
from tests.loading import tiny

#: The ids of the records themselves; those of corrections may be of a release only.
OWN_IDS = {
    "Observation.id",
    "Milestone.id",
    "StorySlide.id",
    "Indicator.definitions",
    "Chart.views",
    "Board.sectors",
    "Board.presets",
    *(kind.record.__name__ + ".root" for noun, kind in SINGLE_FILES.items() if noun not in RECORD_FILES),
}
RECORDS = tuple(kind.record for kind in (*SINGLE_FILES.values(), *FOLDERS.values()))


def undeclared(record: type[BaseModel]) -> Iterator[str]:
    """The fields of a record, and of those in it, that hold an id which is no reference."""
    for name, field in record.model_fields.items():
        metadata = [part for part in field.metadata if isinstance(part, StringConstraints)]
        is_reference = any(isinstance(part, Reference) for part in field.metadata)
        if any(part.pattern == ID_PATTERN for part in metadata) and not is_reference:
            yield f"{record.__name__}.{name}"
        yield from bare_ids(field.annotation, f"{record.__name__}.{name}")


def bare_ids(annotation: object, field: str) -> Iterator[str]:
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield from undeclared(annotation)
    parts = get_args(annotation)
    is_id = any(isinstance(part, StringConstraints) and part.pattern == ID_PATTERN for part in parts)
    if is_id and not any(isinstance(part, Reference) for part in parts):
        yield field
    for part in parts:
        yield from bare_ids(part, field)


@pytest.mark.parametrize("record", RECORDS)
def test_every_id_is_a_reference_or_the_records_own(record: type[BaseModel]) -> None:
    assert set(undeclared(record)) <= OWN_IDS


def test_own_ids_are_fields_that_there_are() -> None:
    assert {field for record in RECORDS for field in undeclared(record)} == OWN_IDS


def test_every_noun_that_is_declared_is_checked() -> None:
    draft, _ = read_draft(tiny.TINY)
    declared = {noun for record in RECORDS for noun in nouns(record)}
    assert declared == (draft.ids.keys() - {*RECORD_FILES, "milestones", "stories"}) | {"definitions"} | BESIDE_CHARTS


class Part(BaseModel):
    unit: UnitId | None = None


class Whole(BaseModel):
    """A record such as someone may add: no list of its fields stands anywhere."""

    own: str
    unit: UnitId
    others: Names[ObservationId]
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    by_unit: dict[UnitId, Part] = Field(default_factory=dict)


def test_a_new_field_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    draft, _ = read_draft(tiny.TINY)
    monkeypatch.setattr(
        type(draft), "records", lambda draft: [(("units", "firm"), Whole(own="x", unit="frim", others=()))]
    )
    assert [(p.code, p.sentence) for p in problems(draft)] == [
        ("unknown-unit", "unit 'frim' is not in units.yaml; did you mean 'firm'?")
    ]


def test_a_new_field_that_refers_is_found_wherever_it_stands() -> None:
    record = Whole.model_validate(
        {"own": "x", "unit": "a", "others": ("b", "c"), "part": {"unit": "d"}, "parts": ({}, {"unit": "e"})}
        | {"by_unit": {"f": {"unit": "g"}}}
    )
    assert list(record_references(record)) == [
        (("unit",), "units", "a"),
        (("others", 0), "observations", "b"),
        (("others", 1), "observations", "c"),
        (("part", "unit"), "units", "d"),
        (("parts", 1, "unit"), "units", "e"),
        (("by_unit", "f"), "units", "f"),
        (("by_unit", "f", "unit"), "units", "g"),
    ]
