"""The curator's guide describes every field there is, where it describes the record that has it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.model
from app.model.record import Record

GUIDE = (Path(__file__).parents[2] / "datasets" / "README.md").read_text(encoding="utf-8")
#: With which words the passage on a record begins: a section, a paragraph, a row of a table or an item of a list.
PASSAGES = {
    "Aliases": "| `aliases`",
    "Board": "### Board",
    "Category": "- `subjects.yaml`",
    "Chart": "### Chart",
    "Definition": "A definition has",
    "Expect": "| `expect`",
    "Formula": "A formula has",
    "Geography": "- `geographies.yaml`",
    "Indicator": "### Indicator",
    "Measure": "- `measures.yaml`",
    "Milestone": "### Milestone",
    "Milestones": "### Milestone",
    "Observation": "### Observation",
    "Overview": "- `overview.yaml`",
    "Plural": "- `units.yaml`",
    "Preset": "A preset has",
    "PresetSelection": "Its selection names",
    "ChartSelection": "A selection names",
    "StoryChart": "A chart on a slide names",
    "Sector": "A sector has",
    "Source": "### Source",
    "Story": "### Story",
    "StorySlide": "### Story",
    "Subject": "- `subjects.yaml`",
    "Text": "| `aliases`",
    "Topic": "- `topics.yaml`",
    "Unit": "- `units.yaml`",
    "View": "| `views`",
}
#: What ends a passage, by its first sign.
ENDS = {"#": r"\n#", "|": r"\n", "-": r"\n- |\n\n|$"}


def records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    for each in kind.__subclasses__():
        yield each
        yield from records(each)


def fields() -> list[tuple[str, str]]:
    for module in pkgutil.iter_modules(app.model.__path__):
        importlib.import_module(f"app.model.{module.name}")
    ours = (record for record in records() if record.__module__.startswith(f"{app.model.__name__}."))
    return sorted({(record.__name__, name) for record in ours for name in record.model_fields})


def passage(record: str) -> str:
    begins = PASSAGES[record]
    text = GUIDE[GUIDE.index(f"\n{begins}") + 1 :]
    return re.split(ENDS.get(begins[0], r"\n\n"), text, maxsplit=1)[0]


@pytest.mark.parametrize(("record", "name"), fields())
def test_every_field_of_the_model_is_in_the_guide(record: str, name: str) -> None:
    assert re.search(rf"`{name}:?`", passage(record)), f"{record}.{name} is not described in datasets/README.md"
