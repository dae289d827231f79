"""Indicators and their definitions as tables."""

from app.data.tables.column import ColumnType, table_column
from app.data.tables.table import Table
from app.model.catalog import Catalog

_INDICATORS = (
    table_column("indicator", "指标编号", "id of the indicator", required="required"),
    table_column("name_zh", "中文名", "name in Chinese", required="required"),
    table_column("name_en", "英文名", "name in English", required="required"),
    table_column("short_zh", "中文简称", "short name in Chinese"),
    table_column("short_en", "英文简称", "short name in English"),
    table_column("description_zh", "中文说明", "description in Chinese", required="required"),
    table_column("description_en", "英文说明", "description in English", required="required"),
    table_column("topic", "专题编号", "id of the topic", required="required"),
    table_column("unit", "基本单位编号", "id of the base unit", required="required"),
    table_column("definitions", "口径编号，空格分隔", "ids of its definitions, parted by spaces", required="required"),
    table_column("aliases_zh", "中文别名，竖线分隔", "other names in Chinese, parted by |"),
    table_column("aliases_en", "英文别名，竖线分隔", "other names in English, parted by |"),
    table_column("observations", "观测数", "number of observations", ColumnType.WHOLE, required="required"),
)
_DEFINITIONS = (
    table_column("id", "指标/口径", "indicator/definition", required="required"),
    table_column("indicator", "指标编号", "id of the indicator", required="required"),
    table_column("definition", "口径编号", "id of the definition, within its indicator", required="required"),
    table_column("name_zh", "中文名", "name in Chinese", required="required"),
    table_column("name_en", "英文名", "name in English", required="required"),
    table_column("text_zh", "中文解释", "explanation in Chinese", required="required"),
    table_column("text_en", "英文解释", "explanation in English", required="required"),
    table_column(
        "comparable_with",
        "可以相比的口径，空格分隔；其余一律不比",
        "definitions it may be compared with, parted by spaces; no others",
    ),
)


def indicators(catalog: Catalog) -> Table:
    rows = [
        (
            name,
            one.name.zh,
            one.name.en,
            one.short.zh if one.short else None,
            one.short.en if one.short else None,
            one.description.zh,
            one.description.en,
            one.topic,
            one.unit,
            " ".join(one.definitions),
            "|".join(one.aliases.zh) or None,
            "|".join(one.aliases.en) or None,
            len(one.observations),
        )
        for name, one in catalog.indicators.items()
    ]
    return Table("indicators", _INDICATORS, rows, ("indicator",), (("topic", "topics"), ("unit", "units")))


def definitions(catalog: Catalog) -> Table:
    rows = [
        (
            f"{name}/{key}",
            name,
            key,
            one.name.zh,
            one.name.en,
            one.text.zh,
            one.text.en,
            " ".join(one.comparable_with) or None,
        )
        for name, indicator in catalog.indicators.items()
        for key, one in indicator.definitions.items()
    ]
    return Table("definitions", _DEFINITIONS, rows, ("id",), (("indicator", "indicators"),))
