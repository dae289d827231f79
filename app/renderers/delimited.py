"""CSV that a spreadsheet opens without running anything, and from which every text comes back as it was."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

#: Put before the text of a CSV for people: Excel takes a file without it for the system's own encoding.
BOM = "\ufeff"
#: A cell with one of these stands in quotes.
_SPECIAL = re.compile(r'[,"\r\n]|^\s|\s$')
#: What a spreadsheet may take for a formula, full-width twins included. An apostrophe is put before such a text;
#: also before one that begins with an apostrophe, so that taking one away always gives the text back.
_LIVE = frozenset("=+-@\t\r\n＝＋－＠'")


def delimited(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
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
