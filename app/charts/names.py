"""What tells the points and rows of a chart apart: a name each, and no two alike."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.charts.scene import Point
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.datum import Datum
from app.model.chart import LabelBy
from app.model.text import Lang
from app.quantities.period_text import bare_period_text


def name_of(datum: Datum, label_by: LabelBy, lang: Lang) -> str:
    """What tells this datum from the others; where it lacks the wanted dimension, its indicator does."""
    if label_by is LabelBy.GEOGRAPHY:
        return (datum.geography.short or datum.geography.name)[lang]
    if label_by is LabelBy.PERIOD:
        return bare_period_text(datum.observation.period, lang)
    if label_by is LabelBy.DEFINITION:
        return datum.definition.name[lang]
    named = {LabelBy.SUBJECT: datum.subject, LabelBy.CATEGORY: datum.category}.get(label_by)
    if named is not None:
        return named.name[lang]
    if label_by is LabelBy.SOURCE:
        return source_and_period(datum, lang)
    return datum.indicator.label(lang)


def source_and_period(datum: Datum, lang: Lang) -> str:
    """An article alone does not say of when its figure is."""
    return f"{article(datum, lang)}{lang.comma}{datum.period_text(lang)}"


def article(datum: Datum, lang: Lang) -> str:
    """The short name of the article that prints it, or that it is computed here."""
    return datum.source.short[lang] if datum.source else phrase("computed_alone", lang)


def rename_point(point: Point, name: str, *, is_period: bool = False, has_period: bool = False) -> Point:
    """The point under another name, of which it says whether it is or has the period."""
    is_repeated = bool(name) and any(name in part for part in (point.definition, point.source))
    return replace(point, name=name, name_is_period=is_period, name_has_period=has_period, name_is_repeated=is_repeated)


#: What tells points of one name apart, and whether it is the period.
_DISTINCTIONS: tuple[tuple[bool, Callable[[Point], str]], ...] = (
    (True, lambda point: point.period_text.text),
    (False, lambda point: point.definition),
    (False, lambda point: point.source),
)


def distinct_names(points: Sequence[Point], lang: Lang) -> tuple[Point, ...]:
    """The same points; those that share a name with another get what tells them apart added to it."""
    counts = Counter(point.name for point in points)
    return tuple(_longer(point, points, lang) if counts[point.name] > 1 else point for point in points)


def _longer(point: Point, points: Sequence[Point], lang: Lang) -> Point:
    twins = [other for other in points if other.name == point.name]
    for says_period, telling in _DISTINCTIONS:
        if len({telling(twin) for twin in twins}) == len(twins):
            return _renamed(point, telling(point), lang, has_period=says_period)
    number = str([twin.id for twin in twins].index(point.id) + 1)
    return _renamed(point, number, lang, has_period=False)


def _renamed(point: Point, more: str, lang: Lang, *, has_period: bool) -> Point:
    name = f"{point.name}{lang.comma}{more}"
    is_whole_period = point.name_is_period and point.name == point.period_text.text
    return rename_point(point, name, has_period=has_period or point.name_has_period or is_whole_period)


_DIMENSIONS = (LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.SUBJECT, LabelBy.INDICATOR)


def group_by_thing(data: Sequence[Datum]) -> list[tuple[Datum, ...]]:
    """One tuple a thing (indicator, place, subject, category), its data in time order."""
    things: dict[tuple[str | None, ...], list[Datum]] = {}
    for datum in data:
        o = datum.observation
        things.setdefault((datum.indicator_id, o.geography, o.subject, o.category), []).append(datum)
    return [tuple(sorted(row, key=lambda r: r.observation.period)) for row in things.values()]


def row_name(row: Sequence[Datum], rows: Sequence[Sequence[Datum]], spec: ChartSpec) -> str:
    """What names a row: `label_by` where it is no date, else the first dimension in which the rows differ."""
    lang: Lang = spec.lang
    if spec.label_by is not LabelBy.PERIOD:
        return name_of(row[0], spec.label_by, lang)
    for dimension in _DIMENSIONS:
        if len({name_of(other[0], dimension, lang) for other in rows}) == len(rows) > 1:
            return name_of(row[0], dimension, lang)
    return row[0].indicator.label(lang)
