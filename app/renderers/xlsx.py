"""Charts as one workbook: as shown, the rows behind it, sources and definitions; nothing in it can run.

Every cell is written with its type, text never as a formula or link. What Excel cannot hold raises ValueError.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import zip_longest
from math import ceil
from typing import Any

import xlsxwriter

from app.data.table import Table
from app.model.text import Lang
from app.quantities.period_text import period_text
from app.renderers.chart_export import ChartExport
from app.renderers.tabular import ChartRows, spoken_rows
from app.renderers.xlsx_chart import build_xlsx_chart, xlsx_chart_height
from app.strings import word

_DAY_FORMAT = "yyyy-mm-dd"
_MOST_TEXT = 32_767
#: Beyond these digits a cell's number is no longer the one that was written.
_MOST_DIGITS = 15
_WIDE = 60
#: A row of every sheet, in points and in the pixels that charts are measured in.
_ROW_POINTS, _ROW_PIXELS = 18, 24
#: Excel's number for the paper.
_A4 = 9


@dataclass(frozen=True)
class _Workbook:
    """The workbook that is being written, and its formats."""

    file: Any
    formats: Mapping[str, Any]

    def sheet(self, name: str) -> Any:
        sheet = self.file.add_worksheet(name)
        sheet.set_default_row(_ROW_POINTS)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        return sheet


def write_xlsx(extracts: Sequence[ChartExport], *, title: str) -> bytes:
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
    book = _Workbook(
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


def _write(book: _Workbook, extracts: Sequence[ChartExport]) -> None:
    """Sheets in reading order. Several charts stand one under the other; each keeps its rows together in the data."""
    lang = extracts[0].lang
    tables = [spoken_rows(extract) for extract in extracts]
    sheet, name = book.sheet(word("sheet_shown", lang)), word("sheet_shown", lang)
    rows = [row for table in tables for row in (table.header, *table.rows)]
    _widths(sheet, rows)
    if len(extracts) == 1:
        sheet.freeze_panes(_HEAD_LINES, 1)
    raw = _Raw(book, lang)
    top = 0
    for extract, table in zip(extracts, tables, strict=True):
        data, first = raw.add(extract.rows)
        below = _shown(book, sheet, extract, table, top)
        drawn = build_xlsx_chart(
            book.file, extract, shown=name, data=data, first_row=top + _HEAD_LINES, first_data=first
        )
        if drawn is not None:
            sheet.insert_chart(below + 1, 0, drawn)
            below += 1 + ceil(xlsx_chart_height(extract) / _ROW_PIXELS)
        top = below + 2
    raw.finish()
    _sources(book, book.sheet(word("sheet_sources", lang)), extracts)


#: Title, subtitle and an empty line stand over a table; then its header.
_HEAD_LINES = 4


def _shown(book: _Workbook, sheet: Any, extract: ChartExport, shown: ChartRows, top: int) -> int:
    """Writes what the chart shows from the row `top` on; the first free row below it."""
    scene = extract.scene
    _put(book, sheet, top, 0, scene.title, "title")
    _put(book, sheet, top + 1, 0, scene.subtitle, "text")
    _header(book, sheet, top + _HEAD_LINES - 1, shown.header)
    for row, cells in enumerate(shown.rows, top + _HEAD_LINES):
        for place, cell in enumerate(cells):
            _put(book, sheet, row, place, cell, "text")
    row = top + _HEAD_LINES + len(shown.rows) + 1
    for line in (*scene.notes, scene.source_line, extract.address):
        _put(book, sheet, row, 0, line, "text")
        row += 1
    return row


class _Raw:
    """The sheets of the data, one for each sort of row; what is added stands below what was added before."""

    def __init__(self, book: _Workbook, lang: Lang) -> None:
        self._book, self._lang = book, lang
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, list[Sequence[object]]] = {}

    def add(self, table: Table) -> tuple[str, int]:
        """The name of the sheet, and the row (from 0) at which the first of the added stands."""
        name = word(f"sheet_{table.name}", self._lang)
        if name not in self._sheets:
            self._sheets[name] = self._book.sheet(name)
            self._rows[name] = [table.header]
            _header(self._book, self._sheets[name], 0, table.header)
            self._sheets[name].freeze_panes(1, 1)
        first = len(self._rows[name])
        for number, cells in enumerate(table.rows, first):
            for place, cell in enumerate(cells):
                _put(self._book, self._sheets[name], number, place, cell, "text")
        self._rows[name] += table.rows
        return name, first

    def finish(self) -> None:
        """Widths and filters, which all rows decide."""
        for name, sheet in self._sheets.items():
            rows = self._rows[name]
            _widths(sheet, rows)
            sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(rows[0]) - 1)


#: How wide the two columns of the last sheet are.
_NAMES, _TEXTS = 36, 90


def _sources(book: _Workbook, sheet: Any, extracts: Sequence[ChartExport]) -> None:
    """Articles with their dates, definitions with their explanations, and what the columns of the data mean."""
    lang, edition = extracts[0].lang, extracts[0].edition
    cited = {name: one for extract in extracts for name, one in extract.sources.items()}
    defined = dict.fromkeys(pair for extract in extracts for pair in extract.definitions)
    columns = {column.name: column for extract in extracts for column in extract.rows.columns}
    lines: list[tuple[str, str]] = [(word("sources", lang), "")]
    lines += [(one.title[lang], period_text(one.published, one.published_basis, lang).text) for one in cited.values()]
    lines += [("", one.dating[lang]) for one in cited.values()]
    lines += [("", ""), (word("definitions", lang), ""), *defined] if defined else []
    lines += [("", ""), (word("columns", lang), "")]
    lines += [(name, column.about[lang]) for name, column in columns.items()]
    lines += [("", ""), (word("data_version", lang), edition.version), (word("reach", lang), edition.reach)]
    sheet.set_column(0, 0, _NAMES)
    sheet.set_column(1, 1, _TEXTS)
    for row, (name, text) in enumerate(lines):
        # A row whose height is not said keeps the one line of the others, and its text is cut.
        sheet.set_row(row, _ROW_POINTS * max(1, ceil(_width(name) / _NAMES), ceil(_width(text) / _TEXTS)))
        _put(book, sheet, row, 0, name, "head" if name and not text else "wrap")
        _put(book, sheet, row, 1, text, "wrap")


def _header(book: _Workbook, sheet: Any, row: int, names: Sequence[str]) -> None:
    for place, name in enumerate(names):
        _put(book, sheet, row, place, name, "head")


def _widths(sheet: Any, rows: Sequence[Sequence[object]]) -> None:
    """Columns as wide as what stands in them; rows of unlike tables may differ in length."""
    for place, cells in enumerate(zip_longest(*rows)):
        longest = max(_width(str(cell)) for cell in cells if cell is not None)
        sheet.set_column(place, place, min(longest + 2, _WIDE))


def _width(text: str) -> int:
    """Columns that the text takes: a Chinese character is as wide as two letters."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def _put(book: _Workbook, sheet: Any, row: int, place: int, cell: object, style: str) -> None:
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
