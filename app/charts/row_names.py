"""Readings of the same thing at several dates, gathered into the row they share."""

from collections.abc import Sequence

from app.charts.point import name_of
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import LabelBy
from app.model.text import Lang

_TELLING = (LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.SUBJECT, LabelBy.INDICATOR)


def by_thing(data: Sequence[Datum]) -> list[tuple[Datum, ...]]:
    """One tuple a thing (indicator, place, subject, category), its readings in time order."""
    found: dict[tuple[str | None, ...], list[Datum]] = {}
    for datum in data:
        o = datum.observation
        found.setdefault((datum.indicator_id, o.geography, o.subject, o.category), []).append(datum)
    return [tuple(sorted(row, key=lambda r: r.observation.period)) for row in found.values()]


def row_name(row: Sequence[Datum], rows: Sequence[Sequence[Datum]], spec: ChartSpec) -> str:
    """What names a row: `label_by` where it is no date, else the first dimension in which the rows differ."""
    lang: Lang = spec.lang
    if spec.label_by is not LabelBy.PERIOD:
        return name_of(row[0], spec.label_by, lang)
    for dimension in _TELLING:
        if len({name_of(other[0], dimension, lang) for other in rows}) == len(rows) > 1:
            return name_of(row[0], dimension, lang)
    return row[0].indicator.label(lang)
