"""From a chart's or reader's selection to the data it names."""

from collections.abc import Mapping

import pandas as pd

from app.data.datum import Datum
from app.model.chart import ChartSelection


def select(frame: pd.DataFrame, data: Mapping[str, Datum], selection: ChartSelection) -> tuple[Datum, ...]:
    """The data a selection names: its observations in their order, then those of its indicators in file order."""
    named = tuple(data[name] for name in selection.observations)
    if not selection.indicators:
        return named
    mask = frame["indicator"].isin(selection.indicators) & ~frame.index.isin(selection.observations)
    narrowed_by = {
        "geography": selection.geographies,
        "definition": selection.definitions,
        "category": selection.categories,
        "subject": selection.subjects,
    }
    for column, ids in narrowed_by.items():
        if ids:
            mask &= frame[column].isin(ids)
    return (*named, *(data[name] for name in frame.index[mask]))
