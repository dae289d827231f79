"""Readings of the same thing at several dates, gathered into the row they share."""

from collections.abc import Sequence

from app.model.chart import LabelBy
from app.model.text import Lang
from app.query.reading import Reading
from app.scene.point import name_of
from app.scene.question import Question

_TELLING = (LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.SUBJECT, LabelBy.INDICATOR)


def by_thing(readings: Sequence[Reading]) -> list[tuple[Reading, ...]]:
    """One tuple a thing (indicator, place, subject, category), its readings in time order."""
    found: dict[tuple[str | None, ...], list[Reading]] = {}
    for reading in readings:
        o = reading.observation
        found.setdefault((reading.indicator_id, o.geography, o.subject, o.category), []).append(reading)
    return [tuple(sorted(row, key=lambda r: r.observation.period)) for row in found.values()]


def row_name(row: Sequence[Reading], rows: Sequence[Sequence[Reading]], question: Question) -> str:
    """What names a row: `label_by` where it is no date, else the first dimension in which the rows differ."""
    lang: Lang = question.lang
    if question.label_by is not LabelBy.PERIOD:
        return name_of(row[0], question.label_by, lang)
    for dimension in _TELLING:
        if len({name_of(other[0], dimension, lang) for other in rows}) == len(rows) > 1:
            return name_of(row[0], dimension, lang)
    return row[0].indicator.label(lang)
