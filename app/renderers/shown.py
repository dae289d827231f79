"""The columns of a chart's files as people read them: every figure in words with its bound, then its parts."""

from collections.abc import Callable
from dataclasses import dataclass

from app.model.text import Lang
from app.query.reading import Reading
from app.renderers.extract import Extract
from app.renderers.table import named
from app.scene.scene import Event, Point
from app.strings import word
from app.wording import qualifier

Cell = object


@dataclass(frozen=True)
class Shown:
    """Headers and rows; numbers are Decimals in the base unit."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class _Line:
    """What the cells of one row are taken from."""

    name: str
    point: Point
    reading: Reading
    extract: Extract
    lang: Lang


_SPOKEN: tuple[tuple[str, Callable[[_Line], Cell]], ...] = (
    ("name", lambda line: line.name or line.reading.indicator.label(line.lang)),
    ("value", lambda line: line.point.label),
    ("period", lambda line: line.point.period_text),
    ("indicator", lambda line: line.reading.indicator.name[line.lang]),
    ("definition", lambda line: line.point.definition),
    ("geography", lambda line: line.reading.geography.name[line.lang]),
    ("subject", lambda line: line.reading.subject.name[line.lang] if line.reading.subject else None),
    ("category", lambda line: line.reading.category.name[line.lang] if line.reading.category else None),
    ("source", lambda line: line.point.source),
    ("attributed_to", lambda line: line.reading.speaker.name[line.lang] if line.reading.speaker else None),
    ("printed", lambda line: line.reading.observation.printed),
    ("note", lambda line: line.point.note or None),
)
_PARTS: tuple[tuple[str, Callable[[_Line], Cell]], ...] = (
    ("bounds", lambda line: _bound(line)),
    ("lower_bound", lambda line: line.reading.quantity.low),
    ("upper_bound", lambda line: line.reading.quantity.high),
    ("digits", lambda line: line.reading.quantity.value),
    ("base_unit", lambda line: _unit(line)),
    ("period_known", lambda line: word(f"period_{line.reading.period_known}", line.lang)),
    ("evidence", lambda line: line.extract.edition.public_url + line.point.href),
    ("id", lambda line: line.point.id),
)
_EVENTS: tuple[tuple[str, Callable[[Event], Cell]], ...] = (
    ("name", lambda event: event.title),
    ("kind", lambda event: event.lane_name),
    ("period", lambda event: event.period_text),
    ("geography", lambda event: event.place),
    ("source", lambda event: event.source),
    ("note", lambda event: event.note or None),
    ("id", lambda event: event.id),
)


def spoken(extract: Extract) -> Shown:
    """As the chart shows it, in words alone."""
    return _events(extract) if extract.scene.events else _figures(extract, _SPOKEN)


def complete(extract: Extract) -> Shown:
    """In words, and then the bounds and numbers behind them."""
    return _events(extract) if extract.scene.events else _figures(extract, (*_SPOKEN, *_PARTS))


def _figures(extract: Extract, columns: tuple[tuple[str, Callable[[_Line], Cell]], ...]) -> Shown:
    by_id = {reading.id: reading for reading in extract.readings}
    lang = extract.lang
    lines = [_Line(name, point, by_id[point.id], extract, lang) for name, point in named(extract.scene)]
    header = tuple(word(name, lang) for name, _ in columns)
    return Shown(header, tuple(tuple(take(line) for _, take in columns) for line in lines))


def _events(extract: Extract) -> Shown:
    header = tuple(word(name, extract.lang) for name, _ in _EVENTS)
    return Shown(header, tuple(tuple(take(event) for _, take in _EVENTS) for event in extract.scene.events))


def _bound(line: _Line) -> str:
    quantity = line.reading.quantity
    return qualifier(quantity.qualifier, line.lang) or word("range" if quantity.is_range else "exact", line.lang)


def _unit(line: _Line) -> str:
    base = line.reading.base
    return base.zh if line.lang == "zh" or base.en is None else base.en_sign or base.en.other
