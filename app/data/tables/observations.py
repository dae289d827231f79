"""The observations as a table: its columns are promised, in the frame, the files, the package and the API."""

from collections.abc import Mapping
from decimal import Decimal

from app.data.datum import Datum
from app.data.table import Column, ColumnType, Table, key_column
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang, Text

QUALIFIERS = tuple(kind.value for kind in Qualifier)
BASES = tuple(basis.value for basis in PeriodBasis)

KEY = key_column("observation", Text(zh="观测的编号，也是网址", en="id of the observation, also its address"))
COLUMNS: tuple[Column[Datum], ...] = (
    Column(
        "indicator",
        Text(zh="指标编号", en="id of the indicator"),
        ColumnType.ID,
        is_required=True,
        reference="indicators",
        value=lambda datum: datum.indicator_id,
    ),
    Column(
        "indicator_zh",
        Text(zh="指标的中文名", en="name of the indicator in Chinese"),
        is_required=True,
        value=lambda datum: datum.indicator.name.zh,
    ),
    Column(
        "indicator_en",
        Text(zh="指标的英文名", en="name of the indicator in English"),
        is_required=True,
        value=lambda datum: datum.indicator.name.en,
    ),
    Column(
        "topic",
        Text(zh="专题编号", en="id of the topic"),
        ColumnType.ID,
        is_required=True,
        reference="topics",
        value=lambda datum: datum.indicator.topic,
    ),
    Column(
        "geography",
        Text(zh="地域编号", en="id of the place"),
        ColumnType.ID,
        is_required=True,
        reference="geographies",
        value=lambda datum: datum.observation.geography,
    ),
    Column(
        "definition",
        Text(zh="口径编号；口径不同不可比", en="id of the definition; figures of two are not compared"),
        ColumnType.ID,
        is_required=True,
        value=lambda datum: datum.observation.definition,
    ),
    Column(
        "period",
        Text(zh="时间，如 2024、2024-Q1/2024-Q3", en="period, as 2024 or 2024-Q1/2024-Q3"),
        is_required=True,
        value=lambda datum: datum.observation.period.text,
    ),
    Column(
        "period_start",
        Text(zh="时间的第一天", en="first day of the period"),
        ColumnType.DAY,
        is_required=True,
        value=lambda datum: datum.observation.period.start,
    ),
    Column(
        "period_end",
        Text(zh="时间的最后一天", en="last day of the period"),
        ColumnType.DAY,
        is_required=True,
        value=lambda datum: datum.observation.period.end,
    ),
    Column(
        "period_basis",
        Text(
            zh="时间如何得知：stated 原文写明，inferred 推断，as_of 取报道时间",
            en="how the period is known: stated in print, inferred by us, or as_of the article's date",
        ),
        choices=BASES,
        is_required=True,
        value=lambda datum: datum.observation.period_basis.value,
    ),
    Column(
        "value",
        Text(
            zh="原文的数字，以原文单位计；须与 qualifier 同读",
            en="the digits as printed, in the unit as printed; to be read with the qualifier",
        ),
        ColumnType.NUMBER,
        value=lambda datum: datum.observation.value,
    ),
    Column(
        "value_low",
        Text(zh="下限，以基本单位计；空即无下限", en="lower bound in the base unit; empty where open"),
        ColumnType.NUMBER,
        value=lambda datum: _plain(datum.quantity.low),
    ),
    Column(
        "value_high",
        Text(zh="上限，以基本单位计；空即无上限", en="upper bound in the base unit; empty where open"),
        ColumnType.NUMBER,
        value=lambda datum: _plain(datum.quantity.high),
    ),
    Column(
        "qualifier",
        Text(
            zh="分寸：exact 确数，over 超，at_least 至少，nearly 近，at_most 至多，about 约",
            en="what the print says of the digits; only exact ones are exact",
        ),
        choices=QUALIFIERS,
        is_required=True,
        value=lambda datum: datum.quantity.qualifier.value,
    ),
    Column(
        "unit",
        Text(zh="原文单位的编号", en="id of the unit as printed"),
        ColumnType.ID,
        is_required=True,
        reference="units",
        value=lambda datum: datum.observation.unit,
    ),
    Column(
        "value_base",
        Text(
            zh="折成基本单位的数字；须与 qualifier 同读",
            en="the digits in the base unit; to be read with the qualifier",
        ),
        ColumnType.NUMBER,
        is_required=True,
        value=lambda datum: _plain(datum.quantity.value),
    ),
    Column(
        "base_unit",
        Text(zh="基本单位的编号", en="id of the base unit"),
        ColumnType.ID,
        is_required=True,
        reference="units",
        value=lambda datum: datum.base.base,
    ),
    Column(
        "printed",
        Text(zh="原文片段", en="the fragment as printed, in Chinese"),
        value=lambda datum: datum.observation.printed,
    ),
    Column(
        "subject",
        Text(zh="主体编号", en="id of whose figure it is, where not the place's own"),
        ColumnType.ID,
        reference="subjects",
        value=lambda datum: datum.observation.subject,
    ),
    Column(
        "category",
        Text(zh="类别编号", en="id of the part of a breakdown"),
        ColumnType.ID,
        reference="categories",
        value=lambda datum: datum.observation.category,
    ),
    Column(
        "share_of",
        Text(zh="所占总数的观测编号", en="id of the observation it is a part of"),
        ColumnType.ID,
        reference="observations",
        value=lambda datum: datum.observation.share_of,
    ),
    Column(
        "disputed_by",
        Text(zh="其他说法的编号，空格分隔", en="ids of the other readings, parted by spaces"),
        value=lambda datum: " ".join(datum.observation.disputed_by) or None,
    ),
    Column(
        "derived",
        Text(zh="推算式：运算、观测、基数", en="how it was computed: operation, observation, base"),
        value=lambda datum: _formula(datum),
    ),
    Column(
        "target",
        Text(zh="是否目标而非事实", en="whether it is a goal, not a fact"),
        ColumnType.TRUTH,
        is_required=True,
        value=lambda datum: datum.observation.target,
    ),
    Column(
        "source",
        Text(zh="来源编号；推算的为空", en="id of the source; empty for a computed figure"),
        ColumnType.ID,
        reference="sources",
        value=lambda datum: datum.observation.source,
    ),
    Column(
        "section",
        Text(zh="所在栏目", en="heading or box it stands under"),
        value=lambda datum: datum.observation.section,
    ),
    Column(
        "attributed_to",
        Text(zh="报道写明由谁说的，主体编号", en="id of who says it, where the article names somebody"),
        ColumnType.ID,
        reference="subjects",
        value=lambda datum: datum.observation.attributed_to,
    ),
    Column(
        "note_zh",
        Text(zh="中文说明", en="note in Chinese"),
        value=lambda datum: datum.observation.note.zh if datum.observation.note else None,
    ),
    Column(
        "note_en",
        Text(zh="英文说明", en="note in English"),
        value=lambda datum: datum.observation.note.en if datum.observation.note else None,
    ),
)
#: Each figure and its period in words: what the API and releases give behind the promised columns.
WORD_COLUMNS: tuple[Column[Datum], ...] = (
    Column(
        "shown_zh",
        Text(zh="中文读法，含分寸", en="as read in Chinese, with its bound"),
        is_required=True,
        value=lambda datum: datum.label(Lang.ZH).text,
    ),
    Column(
        "shown_en",
        Text(zh="英文读法，含分寸", en="as read in English, with its bound"),
        is_required=True,
        value=lambda datum: datum.label(Lang.EN).text,
    ),
    Column(
        "when_zh",
        Text(zh="中文时间，含依据", en="period as read in Chinese, with its basis"),
        is_required=True,
        value=lambda datum: datum.period_text(Lang.ZH).text,
    ),
    Column(
        "when_en",
        Text(zh="英文时间，含依据", en="period as read in English, with its basis"),
        is_required=True,
        value=lambda datum: datum.period_text(Lang.EN).text,
    ),
)


def observations(data: Mapping[str, Datum]) -> Table:
    """One row an observation; of a computed one `value` is empty."""
    return Table.of("observations", KEY, COLUMNS, data)


def _plain(number: Decimal | None) -> Decimal | None:
    """The same number without an exponent or trailing zeros, so that 9.761E+11 reads 976100000000."""
    if number is None:
        return None
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _formula(datum: Datum) -> str | None:
    rule = datum.observation.derived
    if rule is None:
        return None
    return " ".join((rule.op, rule.of, rule.base or str(rule.by)))
