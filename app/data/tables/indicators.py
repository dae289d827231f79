"""Indicators and their definitions as tables."""

from typing import NamedTuple

from app.data.table import Column, ColumnType, Table, key_column
from app.model.catalog import Catalog
from app.model.indicator import Definition, Indicator
from app.model.text import Text

_INDICATORS: tuple[Column[Indicator], ...] = (
    Column("name_zh", Text(zh="中文名", en="name in Chinese"), is_required=True, value=lambda one: one.name.zh),
    Column("name_en", Text(zh="英文名", en="name in English"), is_required=True, value=lambda one: one.name.en),
    Column(
        "short_zh",
        Text(zh="中文简称", en="short name in Chinese"),
        value=lambda one: one.short.zh if one.short else None,
    ),
    Column(
        "short_en",
        Text(zh="英文简称", en="short name in English"),
        value=lambda one: one.short.en if one.short else None,
    ),
    Column(
        "description_zh",
        Text(zh="中文说明", en="description in Chinese"),
        is_required=True,
        value=lambda one: one.description.zh,
    ),
    Column(
        "description_en",
        Text(zh="英文说明", en="description in English"),
        is_required=True,
        value=lambda one: one.description.en,
    ),
    Column(
        "topic",
        Text(zh="专题编号", en="id of the topic"),
        ColumnType.ID,
        is_required=True,
        reference="topics",
        value=lambda one: one.topic,
    ),
    Column(
        "unit",
        Text(zh="基本单位编号", en="id of the base unit"),
        ColumnType.ID,
        is_required=True,
        reference="units",
        value=lambda one: one.unit,
    ),
    Column(
        "definitions",
        Text(zh="口径编号，空格分隔", en="ids of its definitions, parted by spaces"),
        is_required=True,
        value=lambda one: " ".join(one.definitions),
    ),
    Column(
        "aliases_zh",
        Text(zh="中文别名，竖线分隔", en="other names in Chinese, parted by |"),
        value=lambda one: "|".join(one.aliases.zh) or None,
    ),
    Column(
        "aliases_en",
        Text(zh="英文别名，竖线分隔", en="other names in English, parted by |"),
        value=lambda one: "|".join(one.aliases.en) or None,
    ),
    Column(
        "observations",
        Text(zh="观测数", en="number of observations"),
        ColumnType.WHOLE,
        is_required=True,
        value=lambda one: len(one.observations),
    ),
)


class _DefinitionOf(NamedTuple):
    indicator: str
    name: str
    definition: Definition


_DEFINITIONS: tuple[Column[_DefinitionOf], ...] = (
    Column(
        "indicator",
        Text(zh="指标编号", en="id of the indicator"),
        ColumnType.ID,
        is_required=True,
        reference="indicators",
        value=lambda one: one.indicator,
    ),
    Column(
        "definition",
        Text(zh="口径编号", en="id of the definition, within its indicator"),
        ColumnType.ID,
        is_required=True,
        value=lambda one: one.name,
    ),
    Column(
        "name_zh", Text(zh="中文名", en="name in Chinese"), is_required=True, value=lambda one: one.definition.name.zh
    ),
    Column(
        "name_en", Text(zh="英文名", en="name in English"), is_required=True, value=lambda one: one.definition.name.en
    ),
    Column(
        "text_zh",
        Text(zh="中文解释", en="explanation in Chinese"),
        is_required=True,
        value=lambda one: one.definition.text.zh,
    ),
    Column(
        "text_en",
        Text(zh="英文解释", en="explanation in English"),
        is_required=True,
        value=lambda one: one.definition.text.en,
    ),
    Column(
        "comparable_with",
        Text(
            zh="可以相比的口径，空格分隔；其余一律不比",
            en="definitions it may be compared with, parted by spaces; no others",
        ),
        value=lambda one: " ".join(one.definition.comparable_with) or None,
    ),
)


def indicators(catalog: Catalog) -> Table:
    key = key_column("indicator", Text(zh="指标编号", en="id of the indicator"))
    return Table.of("indicators", key, _INDICATORS, catalog.indicators)


def definitions(catalog: Catalog) -> Table:
    records = {
        f"{name}/{key}": _DefinitionOf(name, key, one)
        for name, indicator in catalog.indicators.items()
        for key, one in indicator.definitions.items()
    }
    return Table.of(
        "definitions", key_column("id", Text(zh="指标/口径", en="indicator/definition")), _DEFINITIONS, records
    )
