"""The columns of the observations as they are promised, and those that the API adds."""

from collections.abc import Iterable, Mapping

from app.data import frame as f
from app.data.datum import Datum
from app.data.tables.column import ColumnType, table_column
from app.data.tables.table import Table
from app.model.catalog import Catalog
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import LANGS

_QUALIFIERS = tuple(kind.value for kind in Qualifier)
BASES = tuple(basis.value for basis in PeriodBasis)

COLUMNS = (
    table_column(f.OBSERVATION, "观测的编号，也是网址", "id of the observation, also its address", required="required"),
    table_column(f.INDICATOR, "指标编号", "id of the indicator", required="required"),
    table_column(f.INDICATOR_ZH, "指标的中文名", "name of the indicator in Chinese", required="required"),
    table_column(f.INDICATOR_EN, "指标的英文名", "name of the indicator in English", required="required"),
    table_column(f.TOPIC, "专题编号", "id of the topic", required="required"),
    table_column(f.GEOGRAPHY, "地域编号", "id of the place", required="required"),
    table_column(
        f.DEFINITION,
        "口径编号；口径不同不可比",
        "id of the definition; figures of two are not compared",
        required="required",
    ),
    table_column(f.PERIOD, "时间，如 2024、2024-Q1/2024-Q3", "period, as 2024 or 2024-Q1/2024-Q3", required="required"),
    table_column(f.PERIOD_START, "时间的第一天", "first day of the period", ColumnType.DAY, required="required"),
    table_column(f.PERIOD_END, "时间的最后一天", "last day of the period", ColumnType.DAY, required="required"),
    table_column(
        f.PERIOD_BASIS,
        "时间如何得知：stated 原文写明，inferred 推断，as_of 取报道时间",
        "how the period is known: stated in print, inferred by us, or as_of the article's date",
        choices=BASES,
        required="required",
    ),
    table_column(
        f.VALUE,
        "原文的数字，以原文单位计；须与 qualifier 同读",
        "the digits as printed, in the unit as printed; to be read with the qualifier",
        ColumnType.NUMBER,
    ),
    table_column(
        f.VALUE_LOW,
        "下限，以基本单位计；空即无下限",
        "lower bound in the base unit; empty where open",
        ColumnType.NUMBER,
    ),
    table_column(
        f.VALUE_HIGH,
        "上限，以基本单位计；空即无上限",
        "upper bound in the base unit; empty where open",
        ColumnType.NUMBER,
    ),
    table_column(
        f.QUALIFIER,
        "分寸：exact 确数，over 超，at_least 至少，nearly 近，at_most 至多，about 约",
        "what the print says of the digits; only exact ones are exact",
        choices=_QUALIFIERS,
        required="required",
    ),
    table_column(f.UNIT, "原文单位的编号", "id of the unit as printed", required="required"),
    table_column(
        f.VALUE_BASE,
        "折成基本单位的数字；须与 qualifier 同读",
        "the digits in the base unit; to be read with the qualifier",
        ColumnType.NUMBER,
        required="required",
    ),
    table_column(f.BASE_UNIT, "基本单位的编号", "id of the base unit", required="required"),
    table_column(f.PRINTED, "原文片段", "the fragment as printed, in Chinese"),
    table_column(f.SUBJECT, "主体编号", "id of whose figure it is, where not the place's own"),
    table_column(f.CATEGORY, "类别编号", "id of the part of a breakdown"),
    table_column(f.SHARE_OF, "所占总数的观测编号", "id of the observation it is a part of"),
    table_column(f.DISPUTED_BY, "其他说法的编号，空格分隔", "ids of the other readings, parted by spaces"),
    table_column(f.DERIVED, "推算式：运算、观测、基数", "how it was computed: operation, observation, base"),
    table_column(
        f.TARGET, "是否目标而非事实", "whether it is a goal, not a fact", ColumnType.TRUTH, required="required"
    ),
    table_column(f.SOURCE, "来源编号；推算的为空", "id of the source; empty for a computed figure"),
    table_column(f.SECTION, "所在栏目", "heading or box it stands under"),
    table_column(f.ATTRIBUTED_TO, "报道写明由谁说的，主体编号", "id of who says it, where the article names somebody"),
    table_column(f.NOTE_ZH, "中文说明", "note in Chinese"),
    table_column(f.NOTE_EN, "英文说明", "note in English"),
)
_LINKS = (
    (f.INDICATOR, "indicators"),
    (f.TOPIC, "topics"),
    (f.GEOGRAPHY, "geographies"),
    (f.UNIT, "units"),
    (f.BASE_UNIT, "units"),
    (f.SUBJECT, "subjects"),
    (f.ATTRIBUTED_TO, "subjects"),
    (f.CATEGORY, "categories"),
    (f.SHARE_OF, "observations"),
    (f.SOURCE, "sources"),
)
_SHOWN = (
    table_column("shown_zh", "中文读法，含分寸", "as read in Chinese, with its bound", required="required"),
    table_column("shown_en", "英文读法，含分寸", "as read in English, with its bound", required="required"),
    table_column("when_zh", "中文时间，含依据", "period as read in Chinese, with its basis", required="required"),
    table_column("when_en", "英文时间，含依据", "period as read in English, with its basis", required="required"),
)
#: The promised columns with each figure and its period in words behind them.
SPOKEN_COLUMNS = (*COLUMNS, *_SHOWN)


def observations(catalog: Catalog, chosen: Iterable[Datum]) -> Table:
    """The promised columns, as `python -m app export` writes them."""
    rows = [tuple(f.frame_row(catalog, datum).values()) for datum in chosen]
    return Table("observations", COLUMNS, rows, (f.OBSERVATION,), _LINKS)


def spoken(table: Table, data: Mapping[str, Datum]) -> Table:
    """The same table under SPOKEN_COLUMNS."""
    rows = [(*row, *_words(data[str(row[0])])) for row in table.rows]
    return Table(table.name, SPOKEN_COLUMNS, rows, table.key, table.links)


def _words(datum: Datum) -> tuple[str, ...]:
    return (*(datum.label(lang) for lang in LANGS), *(datum.when(lang) for lang in LANGS))
