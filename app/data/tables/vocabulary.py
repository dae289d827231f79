"""The closed lists that ids point into: units, places, topics, subjects, categories."""

from typing import get_args

from app.data.tables.column import ColumnType, TableColumn, table_column
from app.data.tables.table import Table
from app.model.catalog import Catalog
from app.model.text import Text
from app.model.vocabulary import Geography, Subject

_LEVELS = get_args(Geography.model_fields["level"].annotation)
_SUBJECT_KINDS = get_args(Subject.model_fields["kind"].annotation)
_NAMES = (
    table_column("name_zh", "中文名", "name in Chinese", required="required"),
    table_column("name_en", "英文名", "name in English", required="required"),
)


def units(catalog: Catalog) -> Table:
    columns = (
        _id("unit", "单位编号", "id of the unit"),
        table_column("base_unit", "基本单位编号", "id of its base unit", required="required"),
        table_column(
            "factor",
            "一个本单位合多少基本单位",
            "how many base units one of it is",
            ColumnType.NUMBER,
            required="required",
        ),
        table_column("name_zh", "中文写法", "as written in Chinese"),
        table_column("name_en", "英文写法", "as written in English"),
    )
    rows = [
        (name, one.base, one.factor, one.zh or None, (one.en_sign or (one.en.other if one.en else "")) or None)
        for name, one in catalog.units.items()
    ]
    return Table("units", columns, rows, ("unit",), (("base_unit", "units"),))


def geographies(catalog: Catalog) -> Table:
    columns = (
        _id("geography", "地域编号", "id of the place"),
        *_NAMES,
        table_column("level", "层级", "what it may be compared with", choices=_LEVELS, required="required"),
        table_column("part_of", "属于", "id of the place it lies in"),
    )
    rows = [(name, *_both(one.name), one.level, one.part_of) for name, one in catalog.geographies.items()]
    return Table("geographies", columns, rows, ("geography",), (("part_of", "geographies"),))


def topics(catalog: Catalog) -> Table:
    rows = [(name, *_both(one.name)) for name, one in catalog.topics.items()]
    return Table("topics", (_id("topic", "专题编号", "id of the topic"), *_NAMES), rows, ("topic",))


def subjects(catalog: Catalog) -> Table:
    kind = table_column("kind", "种类", "what it is", choices=_SUBJECT_KINDS, required="required")
    rows = [(name, *_both(one.name), one.kind) for name, one in catalog.subjects.items()]
    return Table("subjects", (_id("subject", "主体编号", "id of the subject"), *_NAMES, kind), rows, ("subject",))


def categories(catalog: Catalog) -> Table:
    rows = [(name, *_both(one.name)) for name, one in catalog.categories.items()]
    return Table("categories", (_id("category", "类别编号", "id of the category"), *_NAMES), rows, ("category",))


def _id(name: str, zh: str, en: str) -> TableColumn:
    return table_column(name, zh, en, required="required")


def _both(text: Text) -> tuple[str, str]:
    return text.zh, text.en
