"""A cell of a CSV is never run by the program that opens it, and is read back to the text it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.renderers.tabular import shielded, unshielded, write_csv_lines

#: What Excel, LibreOffice or WPS may take for a formula, full-width twins included.
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("sign", LIVE)
def test_no_cell_begins_as_a_formula_does(sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    ((cell,),) = csv.reader(io.StringIO(write_csv_lines([text], []), newline=""))
    assert not cell.startswith(LIVE)
    assert unshielded(cell) == text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    assert unshielded(shielded(text)) == text
    assert not shielded(text).startswith(LIVE)


def test_numbers_are_no_texts() -> None:
    assert write_csv_lines(["a"], [[-5], [None], [True]]) == "a\n-5\n\ntrue\n"
