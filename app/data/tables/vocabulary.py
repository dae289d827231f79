"""The closed lists that ids point into: units, places, topics, subjects, categories."""

from typing import Protocol, get_args

from app.data.table import Column, ColumnType, Table, key_column
from app.model.catalog import Catalog
from app.model.text import Text
from app.model.vocabulary import Geography, Subject, Unit


class _HasName(Protocol):
    @property
    def name(self) -> Text: ...


_NAMES: tuple[Column[_HasName], ...] = (
    Column("name_zh", Text(zh="中文名", en="name in Chinese"), is_required=True, value=lambda one: one.name.zh),
    Column("name_en", Text(zh="英文名", en="name in English"), is_required=True, value=lambda one: one.name.en),
)
_UNITS: tuple[Column[Unit], ...] = (
    Column(
        "base_unit",
        Text(zh="基本单位编号", en="id of its base unit"),
        ColumnType.ID,
        is_required=True,
        reference="units",
        value=lambda unit: unit.base,
    ),
    Column(
        "factor",
        Text(zh="一个本单位合多少基本单位", en="how many base units one of it is"),
        ColumnType.NUMBER,
        is_required=True,
        value=lambda unit: unit.factor,
    ),
    Column("name_zh", Text(zh="中文写法", en="as written in Chinese"), value=lambda unit: unit.zh or None),
    Column(
        "name_en",
        Text(zh="英文写法", en="as written in English"),
        value=lambda unit: (unit.en_sign or (unit.en.other if unit.en else "")) or None,
    ),
)
_PLACES: tuple[Column[Geography], ...] = (
    *_NAMES,
    Column(
        "level",
        Text(zh="层级", en="what it may be compared with"),
        choices=get_args(Geography.model_fields["level"].annotation),
        is_required=True,
        value=lambda place: place.level,
    ),
    Column(
        "part_of",
        Text(zh="属于", en="id of the place it lies in"),
        ColumnType.ID,
        reference="geographies",
        value=lambda place: place.part_of,
    ),
)
_SUBJECTS: tuple[Column[Subject], ...] = (
    *_NAMES,
    Column(
        "kind",
        Text(zh="种类", en="what it is"),
        choices=get_args(Subject.model_fields["kind"].annotation),
        is_required=True,
        value=lambda subject: subject.kind,
    ),
)


def units(catalog: Catalog) -> Table:
    return Table.of("units", key_column("unit", Text(zh="单位编号", en="id of the unit")), _UNITS, catalog.units)


def geographies(catalog: Catalog) -> Table:
    key = key_column("geography", Text(zh="地域编号", en="id of the place"))
    return Table.of("geographies", key, _PLACES, catalog.geographies)


def topics(catalog: Catalog) -> Table:
    return Table.of("topics", key_column("topic", Text(zh="专题编号", en="id of the topic")), _NAMES, catalog.topics)


def subjects(catalog: Catalog) -> Table:
    key = key_column("subject", Text(zh="主体编号", en="id of the subject"))
    return Table.of("subjects", key, _SUBJECTS, catalog.subjects)


def categories(catalog: Catalog) -> Table:
    key = key_column("category", Text(zh="类别编号", en="id of the category"))
    return Table.of("categories", key, _NAMES, catalog.categories)
