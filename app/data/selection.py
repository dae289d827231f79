"""From a chart's or reader's selection to the readings it names."""

from collections.abc import Mapping

import pandas as pd

from app.data import frame as f
from app.data.datum import Datum
from app.model.chart import ChartSelection

_NARROWED_BY = {
    f.GEOGRAPHY: "geographies",
    f.DEFINITION: "definitions",
    f.CATEGORY: "categories",
    f.SUBJECT: "subjects",
}


def select(table: pd.DataFrame, data: Mapping[str, Datum], wanted: ChartSelection) -> tuple[Datum, ...]:
    """The readings a selection names: its observations in their order, then those of its indicators in file order."""
    named = [data[name] for name in wanted.observations]
    rows = table[table[f.INDICATOR].isin(wanted.indicators)]
    for column, field in _NARROWED_BY.items():
        allowed = getattr(wanted, field)
        if allowed:
            rows = rows[rows[column].isin(allowed)]
    others = [data[name] for name in rows[f.OBSERVATION] if name not in wanted.observations]
    return tuple(named + others)
