"""The workbook inside a chart: beside every number the words that stand at it, so that editing it shows what it is."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from app.model.text import Lang
from app.renderers.pptx.native_chart import Native, NativeColumn, NativeForm
from app.strings import word

SHEET = "Sheet1"


@dataclass(frozen=True)
class WorkbookGrid:
    """Which cells of the sheet hold what; rows and columns count from 0, and row 0 is the header."""

    native: Native

    @property
    def categories(self) -> str:
        return self._range(1 if self.native.form is NativeForm.POINTS else 0)

    def name(self, place: int) -> str:
        return f"{SHEET}!${_letter(self.first + place)}$1"

    def values(self, place: int) -> str:
        return self._range(self.first + place)

    @property
    def first(self) -> int:
        """The first column of numbers; points in time have their day before it."""
        return 2 if self.native.form is NativeForm.POINTS else 1

    def _range(self, column: int) -> str:
        letter = _letter(column)
        return f"{SHEET}!${letter}$2:${letter}${len(self.native.rows) + 1}"


def write_chart_workbook(native: Native, lang: Lang, *, year: int) -> bytes:
    """The XLSX; the same chart gives the same bytes. Text is never written as a formula or link."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = xlsxwriter.Workbook(out, options)
    file.set_properties({"created": datetime(year, 12, 31, tzinfo=UTC)})
    sheet = file.add_worksheet(SHEET)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 16, 18)
    _names(sheet, native, lang, file.add_format({"num_format": "yyyy-mm-dd"}))
    grid = WorkbookGrid(native)
    for place, column in enumerate(native.columns):
        sheet.write_string(0, grid.first + place, column.name)
        for row, cell in enumerate(column.cells, 1):
            if cell is not None:
                sheet.write_number(row, grid.first + place, float(cell.value))
    for place, labelled in enumerate(_labels(native, lang), grid.first + len(native.columns)):
        for row, text in enumerate(labelled):
            sheet.write_string(row, place, text)
    file.close()
    return out.getvalue()


def _names(sheet: Any, native: Native, lang: Lang, day: Any) -> None:
    sheet.write_string(0, 0, word("period" if native.form is NativeForm.POINTS else "name", lang))
    for number, row in enumerate(native.rows, 1):
        sheet.write_string(number, 0, row.name)
        if row.day is not None:
            sheet.write_datetime(number, 1, datetime.combine(row.day, datetime.min.time()), day)
    if native.form is NativeForm.POINTS:
        sheet.write_string(0, 1, word("time_place", lang))


def _labels(native: Native, lang: Lang) -> Sequence[Sequence[str]]:
    """One column of labels where no row has two, else one for each series."""
    alone = all(sum(bool(text) for text in row) <= 1 for row in zip(*map(_texts, native.columns), strict=True))
    head = word("label", lang)
    if alone:
        return [(head, *("".join(row) for row in zip(*map(_texts, native.columns), strict=True)))]
    gap = lang.colon
    return [(f"{head}{gap}{column.name}", *_texts(column)) for column in native.columns]


def _texts(column: NativeColumn) -> Sequence[str]:
    return [cell.label.replace("\n", " · ") if cell else "" for cell in column.cells]


def _letter(column: int) -> str:
    return chr(ord("A") + column)
