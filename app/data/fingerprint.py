"""A short name for the content of a catalog."""

import dataclasses
import hashlib
from collections.abc import Mapping

from pydantic import BaseModel

from app.model.catalog import Catalog

_LENGTH = 12
#: What is said of changes until the next release takes it over; the data are the same with and without it.
_NOT_DATA = frozenset({"corrections"})


def fingerprint(catalog: Catalog) -> str:
    """The same for the same records in the same order, whatever the layout of their files; else another."""
    digest = hashlib.sha256()
    for field in dataclasses.fields(catalog):
        if field.name in _NOT_DATA:
            continue
        digest.update(f"\n{field.name}\n".encode())
        digest.update(_text(getattr(catalog, field.name)).encode())
    return digest.hexdigest()[:_LENGTH]


def _text(value: object) -> str:
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    if isinstance(value, Mapping):
        return "\n".join(f"{name} {_text(one)}" for name, one in value.items())
    if isinstance(value, tuple):
        return "\n".join(map(_text, value))
    raise TypeError(f"a catalog holds no {type(value).__name__}")
