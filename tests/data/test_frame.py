"""The table of observations holds what the YAML says, converted exactly, with bounds left open where the print does."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from app.data.datum import Datum
from app.data.table import Table
from app.data.tables.observations import observations
from app.model.catalog import Catalog
from app.renderers.tabular import write_csv, write_json
from tests.api.test_contract import PROMISED

#: The type of each column of the frame; those that are not named here are text.
TYPES = {
    "category": "indicator topic geography definition period_basis qualifier unit base_unit subject category share_of "
    "source attributed_to",
    "datetime64[s]": "period_start period_end",
    "Float64": "value value_low value_high value_base",
    "boolean": "target",
}


@pytest.fixture(scope="module")
def table(all_readings: Mapping[str, Datum]) -> Table:
    return observations(all_readings)


def test_the_columns_are_those_promised_in_their_order(table: Table) -> None:
    words = ["shown_zh", "shown_en", "when_zh", "when_en"]  # the API's alone
    assert [*table.header, *words] == PROMISED["observations"][1].split()
    assert [table.frame.index.name, *table.frame.columns] == table.header


def test_every_observation_is_one_row(table: Table, catalog: Catalog) -> None:
    assert list(table.frame.index) == [row[0] for row in table.rows] == list(catalog.observations)


def test_the_frame_is_typed(table: Table) -> None:
    types = {name: dtype for dtype, names in TYPES.items() for name in names.split()}
    found = {name: str(dtype) for name, dtype in table.frame.dtypes.items()}
    assert found == {name: types.get(name, "str") for name in table.header[1:]}


def test_the_frame_holds_what_the_rows_hold(table: Table) -> None:
    frame = table.frame
    for name, *cells in table.rows:
        for column, cell in zip(table.header[1:], cells, strict=True):
            value = frame[column][str(name)]
            assert (frame[column].isna()[str(name)]) if cell is None else value == _in_frame(cell), (name, column)


def _in_frame(cell: object) -> object:
    if isinstance(cell, Decimal):
        return float(cell)
    return pd.Timestamp(cell) if isinstance(cell, date) else cell


@pytest.mark.parametrize(
    ("observation", "low", "high", "base", "unit"),
    [
        ("firms-2023", "1155", "1155", "1155", "firm"),
        ("firms-2024", "2400", None, "2400", "firm"),
        ("firms-goal", "10000", None, "10000", "firm"),
        ("firms-share-cheng", None, "40", "40", "percent"),
        ("firms-share-half", "50", None, "50", "percent"),
        ("firms-share-about", None, None, "45", "percent"),
        ("output-2023", "976100000000", "976100000000", "976100000000", "cny"),
        ("speed-up", "2", "3", "2", "times"),
        ("top-firms-share", "51", "51", "51", "percent"),
        ("output-rise-2023", "84500000000", "84500000000", "84500000000", "cny"),
        ("firms-2022", "577.5", "577.5", "577.5", "firm"),
    ],
)
def test_values_are_converted_exactly_and_bounds_stay_open(
    table: Table, observation: str, low: str | None, high: str | None, base: str, unit: str
) -> None:
    row = dict(zip(table.header, table.row_by_id[observation], strict=True))
    assert row["value_low"] == (Decimal(low) if low else None)
    assert row["value_high"] == (Decimal(high) if high else None)
    assert str(row["value_base"]) == base
    assert row["base_unit"] == unit


def test_csv_and_json_say_the_same_as_the_table(table: Table) -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv(table))))
    objects = json.loads(write_json(table))
    assert [row["observation"] for row in rows] == [each["observation"] for each in objects] == list(table.row_by_id)
    by_id = {row["observation"]: row for row in rows}
    assert by_id["output-2023"]["value_base"] == "976100000000"
    assert by_id["firms-2024"]["value_high"] == ""
    assert by_id["firms-goal"]["target"] == "true"
    assert by_id["output-rise-2023"]["derived"] == "difference output-2023 output-2022"
    assert next(each for each in objects if each["observation"] == "firms-2024")["value_high"] is None
