"""Tables as CSV that a spreadsheet opens without running anything, and as JSON; every number with its exact digits."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from app.data.table import Table

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
