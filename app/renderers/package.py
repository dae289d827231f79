"""The whole data set as a Frictionless Data Package (v2): tables as CSV with schemas, and the files themselves."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

import yaml

from app.data.table import ColumnSchema, ColumnType, Table
from app.loading.files import FOLDERS, SINGLE_FILES
from app.model.catalog import Catalog
from app.model.milestone import Milestones
from app.model.period import Period
from app.model.record import Record
from app.model.text import Lang
from app.renderers.archive import write_zip
from app.renderers.chart_export import DataEdition
from app.renderers.tabular import write_csv
from app.strings import word

#: Longer than any text, so that none is folded onto a second line.
_WIDTH = 100_000


def write_dataset_yaml(catalog: Catalog) -> Iterator[tuple[str, str]]:
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


_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_FIELD_TYPES = {
    ColumnType.ID: "string",
    ColumnType.TEXT: "string",
    ColumnType.WHOLE: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.TRUTH: "boolean",
    ColumnType.DAY: "date",
}
_README = """# {title}

{description}

- `datapackage.json` describes every table and column (https://datapackage.org).
- `data/*.csv`: UTF-8, comma-separated. A text that a spreadsheet could run has an apostrophe before it; take one away.
- `datasets/`: the files these tables were made from; `DATASETS=datasets python -m app check` reads them.

A figure is never its digits alone: read `value` with `qualifier`, `value_low` and `value_high`.
数字须与 qualifier、value_low、value_high 同读：over 是下限，nearly 是上限，about 是约数。

Data version {version}; data up to {reach}.
"""


def write_package(tables: Mapping[str, Table], files: Iterable[tuple[str, str]], edition: DataEdition) -> bytes:
    """The zip. `files` are the dataset's own, as path and text; `edition` is the English one."""
    bodies = {name: write_csv(table) for name, table in tables.items()}
    description = describe_package(tables, bodies, edition)
    readme = _README.format(
        title=description["title"], description=description["description"], version=edition.version, reach=edition.reach
    )
    texts = {
        "datapackage.json": json.dumps(description, ensure_ascii=False, indent=2) + "\n",
        "README.md": readme,
        **{_path(name): body for name, body in bodies.items()},
        **{f"datasets/{path}": text for path, text in files},
    }
    return write_zip({path: text.encode() for path, text in texts.items()})


def describe_package(tables: Mapping[str, Table], bodies: Mapping[str, str], edition: DataEdition) -> dict[str, Any]:
    """What datapackage.json says; `bodies` are the tables as they are written."""
    home = {"homepage": edition.public_url} if edition.public_url else {}
    sources = tables["sources"]
    return {
        "$schema": _PROFILE,
        "name": "beijing-innovation-figures",
        "title": edition.site_name,
        "description": word("data_lead", Lang.EN),
        "version": edition.version,
        **home,
        "licenses": [{"name": "other-at", "title": word("licence", Lang.EN)}],
        "sources": [{"title": str(row[sources.places["title_zh"]])} for row in sources.rows],
        "keywords": ["Beijing", "北京", "innovation", "科技创新"],
        "resources": [_resource(table, bodies[name], tables) for name, table in tables.items()],
    }


def _resource(table: Table, body: str, tables: Mapping[str, Table]) -> dict[str, Any]:
    data = body.encode()
    return {
        "name": table.name,
        "type": "table",
        "path": _path(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [table.key],
            "foreignKeys": _foreign_keys(table, tables),
        },
    }


def _foreign_keys(table: Table, tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    """Those that lead to one table stand together."""
    references = dict.fromkeys(column.reference for column in table.columns)
    return [
        {"fields": [column.name], "reference": {"resource": other, "fields": [tables[other].key]}}
        for other in references
        if other not in ("", table.name)
        for column in table.columns
        if column.reference == other
    ]


def _field(column: ColumnSchema, table: Table) -> dict[str, Any]:
    rules: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.name == table.key:
        rules["unique"] = True
    if column.choices:
        rules["enum"] = list(column.choices)
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FIELD_TYPES[column.type],
        "description": f"{column.about.en} / {column.about.zh}",
    }
    if column.type is ColumnType.TRUTH:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field | ({"constraints": rules} if rules else {})


def _path(name: str) -> str:
    return f"data/{name}.csv"
