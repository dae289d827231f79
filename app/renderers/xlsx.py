"""Charts as one workbook: as shown, the rows behind it, sources and definitions; nothing in it can run.

Every cell is written with its type, text never as a formula or link. What Excel cannot hold raises ValueError.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from app.query.tables.column import Type
from app.query.tables.table import Table
from app.renderers.extract import Extract
from app.renderers.shown import spoken
from app.renderers.xlsx_chart import chart_of
from app.strings import word
from app.wording import period

_DAY_FORMAT = "yyyy-mm-dd"
_MOST_TEXT = 32_767
#: Beyond these digits a cell's number is no longer the one that was written.
_MOST_DIGITS = 15
_WIDE = 60


@dataclass(frozen=True)
class _Book:
    """The workbook that is being written, and its formats."""

    file: Any
    formats: Mapping[str, Any]

    def sheet(self, name: str) -> Any:
        sheet = self.file.add_worksheet(name)
        sheet.set_default_row(18)
        return sheet


def workbook(extracts: Sequence[Extract], *, title: str) -> bytes:
    """The XLSX of one chart, or of several of one language; the same extracts give the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = xlsxwriter.Workbook(out, options)
    edition, lang = extracts[0].edition, extracts[0].lang
    file.set_properties(
        {
            "title": title,
            "author": edition.site_name,
            "comments": f"{word('data_version', lang)}: {edition.version}",
            # Office wants a date of creation; the same data must give the same bytes, so it is one of theirs.
            "created": datetime(edition.year, 12, 31, tzinfo=UTC),
        }
    )
    book = _Book(
        file,
        {
            "head": file.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "title": file.add_format({"bold": True, "font_size": 14}),
            "text": file.add_format({"valign": "top"}),
            "wrap": file.add_format({"text_wrap": True, "valign": "top"}),
            "day": file.add_format({"num_format": _DAY_FORMAT, "valign": "top"}),
        },
    )
    _write(book, extracts)
    file.close()
    return out.getvalue()


def _write(book: _Book, extracts: Sequence[Extract]) -> None:
    """Sheets in reading order; a workbook of several charts numbers those of one kind."""
    lang = extracts[0].lang
    for number, extract in enumerate(extracts, 1):
        mark = f" {number}" if len(extracts) > 1 else ""
        shown, data = f"{word('sheet_shown', lang)}{mark}", f"{word('sheet_data', lang)}{mark}"
        sheet = book.sheet(shown)
        below = _shown(book, sheet, extract)
        _rows(book, book.sheet(data), extract.rows)
        drawn = chart_of(book.file, extract, shown=shown, data=data, first_row=_HEAD_LINES)
        if drawn is not None:
            sheet.insert_chart(below + 1, 0, drawn)
    _sources(book, book.sheet(word("sheet_sources", lang)), extracts)


#: Title, subtitle and an empty line stand over the table; then its header.
_HEAD_LINES = 4


def _shown(book: _Book, sheet: Any, extract: Extract) -> int:
    """Writes what the chart shows; the first free row below it."""
    scene, shown = extract.scene, spoken(extract)
    _put(book, sheet, 0, 0, scene.title, "title")
    _put(book, sheet, 1, 0, scene.subtitle, "text")
    _header(book, sheet, _HEAD_LINES - 1, shown.header)
    _widths(sheet, shown.header, shown.rows)
    for row, cells in enumerate(shown.rows, _HEAD_LINES):
        for place, cell in enumerate(cells):
            _put(book, sheet, row, place, cell, "text")
    row = _HEAD_LINES + len(shown.rows) + 1
    for line in (*scene.notes, scene.source_line, extract.address):
        _put(book, sheet, row, 0, line, "text")
        row += 1
    return row


def _rows(book: _Book, sheet: Any, table: Table) -> None:
    names = [column.name for column in table.columns]
    _header(book, sheet, 0, names)
    _widths(sheet, names, table.rows)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(names) - 1)
    for number, cells in enumerate(table.rows, 1):
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            is_day = column.type is Type.DAY and isinstance(cell, str)
            _put(book, sheet, number, place, date.fromisoformat(cell) if is_day else cell, "text")  # type: ignore[arg-type]


def _sources(book: _Book, sheet: Any, extracts: Sequence[Extract]) -> None:
    """Articles with their dates, definitions with their explanations, and what the columns of the data mean."""
    lang, edition = extracts[0].lang, extracts[0].edition
    cited = {name: one for extract in extracts for name, one in extract.sources.items()}
    defined = dict.fromkeys(pair for extract in extracts for pair in extract.definitions)
    columns = {column.name: column for extract in extracts for column in extract.rows.columns}
    lines: list[tuple[str, str]] = [(word("sources", lang), "")]
    lines += [(one.title[lang], period(one.published, one.published_basis, lang)) for one in cited.values()]
    lines += [("", one.dating[lang]) for one in cited.values()]
    lines += [("", ""), (word("definitions", lang), ""), *defined] if defined else []
    lines += [("", ""), (word("columns", lang), "")]
    lines += [(name, column.about[lang]) for name, column in columns.items()]
    lines += [("", ""), (word("data_version", lang), edition.version), (word("reach", lang), edition.reach)]
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 90)
    for row, (name, text) in enumerate(lines):
        _put(book, sheet, row, 0, name, "head" if name and not text else "wrap")
        _put(book, sheet, row, 1, text, "wrap")


def _header(book: _Book, sheet: Any, row: int, names: Sequence[str]) -> None:
    for place, name in enumerate(names):
        _put(book, sheet, row, place, name, "head")
    sheet.freeze_panes(row + 1, 1)


def _widths(sheet: Any, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    for place, name in enumerate(header):
        longest = max([_width(name), *(_width(str(row[place])) for row in rows if row[place] is not None)])
        sheet.set_column(place, place, min(longest + 2, _WIDE))


def _width(text: str) -> int:
    """Columns that the text takes: a Chinese character is as wide as two letters."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def _put(book: _Book, sheet: Any, row: int, place: int, cell: object, style: str) -> None:
    """One cell by its type; raises ValueError where Excel would cut it or leave it out."""
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        status = sheet.write_boolean(row, place, cell, book.formats[style])
    elif isinstance(cell, date):
        status = sheet.write_datetime(row, place, cell, book.formats["day"])
    elif isinstance(cell, int | Decimal) and not _is_too_fine(cell):
        status = sheet.write_number(row, place, float(cell), book.formats[style])
    else:
        text = f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
        status = sheet.write_string(row, place, text, book.formats[style]) if len(text) <= _MOST_TEXT else -2
    if status != 0:
        raise ValueError(f"a cell of {len(str(cell))} characters does not fit into a spreadsheet")


def _is_too_fine(number: int | Decimal) -> bool:
    """Printed digits only: a computed value is a long fraction, and is cut to what a cell holds."""
    return isinstance(number, int) and len(str(abs(number))) > _MOST_DIGITS
