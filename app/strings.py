"""The interface words in both languages."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from app.loading.yaml_source import read_yaml
from app.model.text import Lang, Text

_TEXTS = TypeAdapter(dict[str, Text])


@cache
def strings() -> Mapping[str, Text]:
    """Every interface text by its key; raises DatasetError when the file is not well formed."""
    path = Path(__file__).with_name("strings.yaml")
    return _TEXTS.validate_python(read_yaml(path.read_bytes(), path.name).value)


def word(key: str, lang: Lang) -> str:
    """One interface text; an unknown key is a mistake in the program and raises KeyError."""
    return strings()[key][lang]
