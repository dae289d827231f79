"""The catalog as the files it was read from: what `app.loading` reads back to the same records."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

import yaml

from app.loading.files import FOLDERS, SINGLE_FILES
from app.model.catalog import Catalog
from app.model.milestone import Milestones
from app.model.period import Period
from app.model.record import Record

#: Longer than any text, so that none is folded onto a second line.
_WIDTH = 100_000


def dataset_yaml(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Path in the dataset folder and content of each file; comments and layout of the originals are not kept."""
    for noun, kind in SINGLE_FILES.items():
        content = _plain(getattr(catalog, noun))
        if content:
            yield f"{noun}.yaml", _written(f"schema/{kind.schema}.json", content)
    for noun, kind in FOLDERS.items():
        for name, record in getattr(catalog, noun).items():
            whole = Milestones(milestones=record) if noun == "milestones" else record
            yield f"{noun}/{name}.yaml", _written(f"../schema/{kind.schema}.json", _plain(whole))


def _written(schema: str, content: Any) -> str:
    body = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return f"# yaml-language-server: $schema={schema}\n\n{body}"


def _plain(value: Any) -> Any:
    """Mappings, lists and texts only: the reader takes every scalar as the text that was written."""
    if isinstance(value, Record):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields if _is_said(value, name)}
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return _scalar(value)


def _is_said(record: Record, name: str) -> bool:
    """Whether a field is not what it is when it is left out."""
    field = type(record).model_fields[name]
    return field.is_required() or getattr(record, name) != field.get_default(call_default_factory=True)


def _scalar(value: object) -> str:
    if isinstance(value, Period):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"no dataset file holds a {type(value).__name__}")
