"""Tables as CSV that a spreadsheet opens without running anything, and as JSON; a chart's rows among them."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.charts.scene import Event, Point
from app.data.datum import Datum
from app.data.table import Table
from app.model.text import Lang
from app.quantities.label import qualifier_word
from app.quantities.period_text import period_text
from app.renderers.chart_export import ChartExport
from app.renderers.words import row_heading
from app.strings import word

#: Put before the text of a CSV for people: Excel takes a file without it for the system's own encoding.
BOM = "\ufeff"
#: A cell with one of these stands in quotes.
_SPECIAL = re.compile(r'[,"\r\n]|^\s|\s$')
#: What a spreadsheet may take for a formula, full-width twins included. An apostrophe is put before such a text;
#: also before one that begins with an apostrophe, so that taking one away always gives the text back.
_LIVE = frozenset("=+-@\t\r\n＝＋－＠'")


def write_csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Comma-separated lines: numbers as plain digits, truths as true and false, nothing for what is absent."""
    lines = [header, *rows]
    return "".join(",".join(_quoted(_cell(value)) for value in line) + "\n" for line in lines)


def shielded(text: str) -> str:
    """The text as it stands in a cell."""
    return f"'{text}" if text[:1] in _LIVE and text else text


def unshielded(cell: str) -> str:
    """The text that `shielded` was given."""
    return cell.removeprefix("'")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return shielded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _quoted(cell: str) -> str:
    """The csv module leaves a carriage return bare where lines end in a line feed, so this is written out here."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def write_csv(table: Table) -> str:
    """One line a row after a header line; numbers as plain digits, nothing for what is absent."""
    return write_csv_lines(table.header, table.rows)


def write_json(table: Table) -> str:
    """A list of objects; numbers are JSON numbers, absent values null."""
    return json.dumps(json_rows(table), ensure_ascii=False, indent=1) + "\n"


def json_rows(table: Table) -> list[dict[str, object]]:
    """The rows by column name, as JSON can hold them."""
    header = table.header
    return [dict(zip(header, map(json_value, row), strict=True)) for row in table.rows]


def json_value(value: object) -> object:
    """What JSON can hold: a Decimal as an int or the nearest float, whose shortest digits are the printed ones."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


Cell = object


@dataclass(frozen=True)
class ChartRows:
    """Headers and rows; numbers are Decimals in the base unit."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class _Line:
    """What the cells of one row are taken from."""

    name: str
    point: Point
    datum: Datum
    extract: ChartExport
    lang: Lang


_SPOKEN: tuple[tuple[str, Callable[[_Line], Cell]], ...] = (
    ("name", lambda line: line.name or line.datum.indicator.label(line.lang)),
    ("value", lambda line: line.point.label.text),
    ("period", lambda line: line.point.period_text.text),
    ("indicator", lambda line: line.datum.indicator.name[line.lang]),
    ("definition", lambda line: line.point.definition),
    ("geography", lambda line: line.datum.geography.name[line.lang]),
    ("subject", lambda line: line.datum.subject.name[line.lang] if line.datum.subject else None),
    ("category", lambda line: line.datum.category.name[line.lang] if line.datum.category else None),
    ("source", lambda line: line.point.source),
    ("attributed_to", lambda line: line.datum.speaker.name[line.lang] if line.datum.speaker else None),
    ("printed", lambda line: line.datum.observation.printed),
    ("note", lambda line: line.point.note or None),
)
_PARTS: tuple[tuple[str, Callable[[_Line], Cell]], ...] = (
    ("bounds", lambda line: _bound(line)),
    ("lower_bound", lambda line: line.datum.quantity.low),
    ("upper_bound", lambda line: line.datum.quantity.high),
    ("digits", lambda line: line.datum.quantity.value),
    ("base_unit", lambda line: _unit(line)),
    ("period_known", lambda line: word(f"period_{line.datum.period_known}", line.lang)),
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


def spoken_rows(extract: ChartExport) -> ChartRows:
    """As the chart shows it, in words alone."""
    return _events(extract) if extract.scene.events else _figures(extract, _SPOKEN)


def complete(extract: ChartExport) -> ChartRows:
    """In words, and then the bounds and numbers behind them."""
    return _events(extract) if extract.scene.events else _figures(extract, (*_SPOKEN, *_PARTS))


def _figures(extract: ChartExport, columns: tuple[tuple[str, Callable[[_Line], Cell]], ...]) -> ChartRows:
    by_id = {datum.id: datum for datum in extract.data}
    lang = extract.lang
    lines = [_Line(name, point, by_id[point.id], extract, lang) for name, point in row_heading(extract.scene)]
    header = tuple(word(name, lang) for name, _ in columns)
    return ChartRows(header, tuple(tuple(take(line) for _, take in columns) for line in lines))


def _events(extract: ChartExport) -> ChartRows:
    header = tuple(word(name, extract.lang) for name, _ in _EVENTS)
    return ChartRows(header, tuple(tuple(take(event) for _, take in _EVENTS) for event in extract.scene.events))


def _bound(line: _Line) -> str:
    quantity = line.datum.quantity
    return qualifier_word(quantity.qualifier, line.lang) or word("range" if quantity.is_range else "exact", line.lang)


def _unit(line: _Line) -> str:
    base = line.datum.base
    return base.zh if line.lang is Lang.ZH or base.en is None else base.en_sign or base.en.other


def write_chart_csv(extract: ChartExport) -> str:
    """One line a figure: in words with its bound first, then the bounds and numbers it is made of."""
    shown = complete(extract)
    return BOM + write_csv_lines(shown.header, shown.rows)


def write_chart_json(extract: ChartExport) -> str:
    """`shown` is the table as the chart shows it, `rows` what stands behind it, both in the order of the chart."""
    scene, lang, edition = extract.scene, extract.lang, extract.edition
    shown = spoken_rows(extract)
    whole = {
        "chart": scene.chart_id,
        "lang": lang,
        "kind": scene.kind.value,
        "title": scene.title,
        "subtitle": scene.subtitle,
        "description": scene.description,
        "notes": list(scene.notes),
        "source_line": scene.source_line,
        "address": extract.address,
        "data_version": edition.version,
        "reach": edition.reach,
        "shown": [dict(zip(shown.header, row, strict=True)) for row in shown.rows],
        "rows": json_rows(extract.rows),
        "sources": [
            {
                "source": name,
                "title": one.title[lang],
                "published": period_text(one.published, one.published_basis, lang).text,
            }
            for name, one in extract.sources.items()
        ],
        "definitions": [{"name": name, "text": text} for name, text in extract.definitions],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
