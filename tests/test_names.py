"""One name for one thing: no two classes and no two public functions of the program share one, families aside."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
#: What each member of a family defines under the same name, and where the family lives.
FAMILIES = {"problems": "loading/checks/*.py"}


def definitions(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the file of every class, and of every public function that is no method."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                yield node.name, path.relative_to(folder).as_posix()


def ambiguous(folder: Path) -> dict[str, list[str]]:
    """Each name that stands for several things, and the files that define it."""
    files: dict[str, list[str]] = defaultdict(list)
    for name, file in definitions(folder):
        if not fnmatch(file, FAMILIES.get(name, "")):
            files[name].append(file)
    return {name: where for name, where in files.items() if len(where) > 1}


def test_no_name_stands_for_two_things() -> None:
    assert ambiguous(APP) == {}


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("class Entry: ...", "class Entry: ...", ["Entry"]),
        ("def rank(): ...", "class rank: ...", ["rank"]),
        ("def _row(): ...", "def _row(): ...", []),
        ("class A:\n    def of(self): ...", "class B:\n    def of(self): ...", []),
        ("def problems(): ...", "def problems(): ...", ["problems"]),
    ],
)
def test_a_name_that_stands_in_two_modules_is_told(tmp_path: Path, first: str, second: str, names: list[str]) -> None:
    for name, text in (("a.py", first), ("b.py", second)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(ambiguous(tmp_path)) == names


@pytest.mark.parametrize(("name", "where"), FAMILIES.items())
def test_a_family_has_members(name: str, where: str) -> None:
    assert sum(name == each and fnmatch(file, where) for each, file in definitions(APP)) > 1
