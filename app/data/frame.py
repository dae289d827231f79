"""One tidy pandas frame of all observations; its columns are promised (`python -m app export`)."""

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from app.data.datum import Datum
from app.model.catalog import Catalog

OBSERVATION = "observation"
INDICATOR = "indicator"
INDICATOR_ZH = "indicator_zh"
INDICATOR_EN = "indicator_en"
TOPIC = "topic"
GEOGRAPHY = "geography"
DEFINITION = "definition"
PERIOD = "period"
PERIOD_START = "period_start"
PERIOD_END = "period_end"
PERIOD_BASIS = "period_basis"
VALUE = "value"
VALUE_LOW = "value_low"
VALUE_HIGH = "value_high"
QUALIFIER = "qualifier"
UNIT = "unit"
VALUE_BASE = "value_base"
BASE_UNIT = "base_unit"
PRINTED = "printed"
SUBJECT = "subject"
CATEGORY = "category"
SHARE_OF = "share_of"
DISPUTED_BY = "disputed_by"
DERIVED = "derived"
TARGET = "target"
SOURCE = "source"
SECTION = "section"
ATTRIBUTED_TO = "attributed_to"
NOTE_ZH = "note_zh"
NOTE_EN = "note_en"


def build_frame(catalog: Catalog, data: Mapping[str, Datum]) -> pd.DataFrame:
    """One row an observation, in file order.

    `value` is in `unit` as printed (empty for a computed one); `value_low`, `value_high` and `value_base` are in
    `base_unit`. Numbers are exact Decimals, absent values None; periods' ends are ISO dates.
    """
    rows = [frame_row(catalog, datum) for datum in data.values()]
    return pd.DataFrame(rows, dtype="object")


def frame_row(catalog: Catalog, datum: Datum) -> dict[str, object]:
    """One reading under the promised columns, in their order."""
    o, indicator = datum.observation, datum.indicator
    return {
        OBSERVATION: o.id,
        INDICATOR: datum.indicator_id,
        INDICATOR_ZH: indicator.name.zh,
        INDICATOR_EN: indicator.name.en,
        TOPIC: indicator.topic,
        GEOGRAPHY: o.geography,
        DEFINITION: o.definition,
        PERIOD: o.period.text,
        PERIOD_START: o.period.start.isoformat(),
        PERIOD_END: o.period.end.isoformat(),
        PERIOD_BASIS: o.period_basis.value,
        VALUE: o.value,
        VALUE_LOW: _tidy(datum.quantity.low),
        VALUE_HIGH: _tidy(datum.quantity.high),
        QUALIFIER: datum.quantity.qualifier.value,
        UNIT: o.unit,
        VALUE_BASE: _tidy(datum.quantity.value),
        BASE_UNIT: catalog.units[o.unit].base,
        PRINTED: o.printed,
        SUBJECT: o.subject,
        CATEGORY: o.category,
        SHARE_OF: o.share_of,
        DISPUTED_BY: " ".join(o.disputed_by) or None,
        DERIVED: _formula(datum),
        TARGET: o.target,
        SOURCE: o.source,
        SECTION: o.section,
        ATTRIBUTED_TO: o.attributed_to,
        NOTE_ZH: o.note.zh if o.note else None,
        NOTE_EN: o.note.en if o.note else None,
    }


def _tidy(number: Decimal | None) -> Decimal | None:
    """The same number without an exponent or trailing zeros, so that 9.761E+11 reads 976100000000."""
    if number is None:
        return None
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _formula(datum: Datum) -> str | None:
    rule = datum.observation.derived
    if rule is None:
        return None
    return " ".join((rule.op, rule.of, rule.base or str(rule.by)))
