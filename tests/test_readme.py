"""README names places of the project: each is there."""

import pkgutil
import re
from pathlib import Path

import pytest

_README = Path("README.md").read_text(encoding="utf-8")
_PLACES = sorted({place.rstrip("/") for place in re.findall(r"`((?:app|assets|tests|deploy)/[\w./-]*)`", _README)})


@pytest.mark.parametrize("place", _PLACES)
def test_what_readme_names_is_there(place: str) -> None:
    assert Path(place).exists()


#: `charts.registry.build_scene`: a module of the program, and a function or class in it.
_NAMES = sorted(set(re.findall(r"`((?:[a-z_]+\.)+[A-Za-z_]+)`", _README)) - {"index.html"})


@pytest.mark.parametrize("name", _NAMES)
def test_what_readme_names_can_be_imported(name: str) -> None:
    pkgutil.resolve_name(f"app.{name}")


@pytest.mark.parametrize("room", sorted(path.name for path in Path("app").iterdir() if (path / "__init__.py").exists()))
def test_readme_tells_of_each_room_of_the_program(room: str) -> None:
    assert f"`{room}`" in _README
