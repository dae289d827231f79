"""The curator's guide describes every field there is."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import app.model
from app.model.record import Record

GUIDE = (Path(__file__).parents[1] / "datasets" / "README.md").read_text(encoding="utf-8")


def fields() -> list[tuple[str, str]]:
    for module in pkgutil.iter_modules(app.model.__path__):
        importlib.import_module(f"app.model.{module.name}")
    return sorted((kind.__name__, name) for kind in Record.__subclasses__() for name in kind.model_fields)


@pytest.mark.parametrize(("record", "name"), fields())
def test_every_field_of_the_model_is_in_the_guide(record: str, name: str) -> None:
    assert f"`{name}`" in GUIDE, f"{record}.{name} is not described in datasets/README.md"
