"""Which files a dataset folder holds and may not hold, their first lines and their JSON Schemas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, RootModel

from app.loading.problems import Problem, did_you_mean
from app.model.board import Board
from app.model.catalog import Overview
from app.model.chart import Chart
from app.model.indicator import Indicator
from app.model.milestone import Milestones
from app.model.record import ID_PATTERN, Id
from app.model.source import Source
from app.model.story import Story
from app.model.text import Text
from app.model.vocabulary import Category, Geography, Measure, Subject, Topic, Unit


class Units(RootModel[dict[Id, Unit]]):
    """units.yaml"""


class Geographies(RootModel[dict[Id, Geography]]):
    """geographies.yaml"""


class Topics(RootModel[dict[Id, Topic]]):
    """topics.yaml"""


class Subjects(RootModel[dict[Id, Subject]]):
    """subjects.yaml"""


class Categories(RootModel[dict[Id, Category]]):
    """categories.yaml"""


class Measures(RootModel[dict[Id, Measure]]):
    """measures.yaml"""


class Corrections(RootModel[dict[Id, Text]]):
    """corrections.yaml"""


@dataclass(frozen=True)
class FileKind:
    """One kind of file: its record, and the schema its first line names."""

    schema: str
    record: type[BaseModel]
    required: str = "required"


#: One file each, in the folder itself.
SINGLE_FILES = {
    "overview": FileKind("overview", Overview),
    "board": FileKind("board", Board),
    "units": FileKind("units", Units),
    "geographies": FileKind("geographies", Geographies),
    "topics": FileKind("topics", Topics),
    "measures": FileKind("measures", Measures),
    "subjects": FileKind("subjects", Subjects, "optional"),
    "categories": FileKind("categories", Categories, "optional"),
    "corrections": FileKind("corrections", Corrections, "optional"),
}
#: Those that hold one record, and not many by their ids.
RECORD_FILES = frozenset({"overview", "board"})
#: One file for each record, in a folder of this name; the file's name is the id.
FOLDERS = {
    "sources": FileKind("source", Source),
    "indicators": FileKind("indicator", Indicator),
    "charts": FileKind("chart", Chart),
    "milestones": FileKind("milestones", Milestones),
    "stories": FileKind("story", Story),
}
#: Written by commands, or read by people only.
_OTHERS = frozenset({"README.md", "schema", "releases"})


@dataclass(frozen=True)
class DatasetFile:
    """One file to read. `noun` is its folder or its own name; `id` is empty for a file of its own."""

    path: Path
    shown: str
    noun: str
    id: str
    kind: FileKind

    @property
    def path_in_dataset(self) -> tuple[str, ...]:
        return (self.noun, self.id) if self.id else (self.noun,)


def dataset_files(root: Path) -> tuple[tuple[DatasetFile, ...], tuple[Problem, ...]]:
    """All files in sorted order, and what stands in the folder that may not."""
    if not root.is_dir():
        return (), (Problem(root.name, 1, 1, "missing-folder", f"there is no folder '{root.name}'"),)
    listed: list[DatasetFile] = []
    problems: list[Problem] = []
    for entry in (*_top_level(root), *_in_folders(root)):
        if isinstance(entry, Problem):
            problems.append(entry)
        else:
            listed.append(entry)
    present = {file.noun for file in listed if not file.id}
    for noun, kind in SINGLE_FILES.items():
        if kind.required == "required" and noun not in present:
            name = f"{root.name}/{noun}.yaml"
            problems.append(Problem(name, 1, 1, "missing-file", f"the file {noun}.yaml is missing"))
    return tuple(listed), tuple(problems)


def _top_level(root: Path) -> Iterator[DatasetFile | Problem]:
    names = {f"{noun}.yaml": noun for noun in SINGLE_FILES}
    for path in sorted(root.iterdir()):
        shown = f"{root.name}/{path.name}"
        if path.is_symlink():
            yield _no_link(shown)
        elif path.name in names and path.is_file():
            noun = names[path.name]
            yield DatasetFile(path, shown, noun, "", SINGLE_FILES[noun])
        elif path.name not in _OTHERS and not (path.name in FOLDERS and path.is_dir()):
            hint = did_you_mean(path.name, [*names, *FOLDERS])
            yield Problem(shown, 1, 1, "unknown-file", f"'{path.name}' does not belong here{hint}")


def _in_folders(root: Path) -> Iterator[DatasetFile | Problem]:
    for noun, kind in FOLDERS.items():
        folder = root / noun
        if folder.is_symlink() or not folder.is_dir():
            continue
        for path in sorted(folder.iterdir(), key=lambda path: (path.stem, path.suffix)):
            shown = f"{root.name}/{noun}/{path.name}"
            if path.is_symlink():
                yield _no_link(shown)
            elif path.suffix != ".yaml" or not path.is_file():
                yield Problem(shown, 1, 1, "unknown-file", f"'{path.name}' is not a .yaml file")
            elif re.match(ID_PATTERN, path.stem, re.ASCII) is None or path.stem.endswith("\n"):
                yield Problem(shown, 1, 1, "file-name", f"'{path.stem}' is not an id; write a-z, 0-9 and -")
            else:
                yield DatasetFile(path, shown, noun, path.stem, kind)


def _no_link(shown: str) -> Problem:
    return Problem(shown, 1, 1, "link", "a symbolic link is not allowed here")


def schema_line(file: DatasetFile) -> str:
    """The first line that a file must have."""
    folder = "../schema" if file.id else "schema"
    return f"# yaml-language-server: $schema={folder}/{file.kind.schema}.json"


def header_problems(data: bytes, file: DatasetFile) -> list[Problem]:
    expected = schema_line(file)
    first = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].rstrip(b"\r")
    if first == expected.encode():
        return []
    return [Problem(file.shown, 1, 1, "schema-line", f"the first line must be '{expected}'")]


#: The newest dialect that the usual YAML editors all read.
_DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Schema name (`indicator`, `units`) to its JSON Schema, for every kind of file."""
    kinds = (*SINGLE_FILES.values(), *FOLDERS.values())
    return {kind.schema: {"$schema": _DIALECT, **kind.record.model_json_schema()} for kind in kinds}
