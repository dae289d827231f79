"""The tidy frame holds what the YAML says, converted exactly, with bounds left open where the print leaves them."""

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import pytest

from app.data import frame as f
from app.data.datum import Datum
from app.model.catalog import Catalog
from app.renderers.tidy import to_csv, to_json

PROMISED = [
    "observation",
    "indicator",
    "indicator_zh",
    "indicator_en",
    "topic",
    "geography",
    "definition",
    "period",
    "period_start",
    "period_end",
    "period_basis",
    "value",
    "value_low",
    "value_high",
    "qualifier",
    "unit",
    "value_base",
    "base_unit",
    "printed",
    "subject",
    "category",
    "share_of",
    "disputed_by",
    "derived",
    "target",
    "source",
    "section",
    "attributed_to",
    "note_zh",
    "note_en",
]


@pytest.fixture(scope="module")
def table(catalog: Catalog, all_readings: Mapping[str, Datum]) -> pd.DataFrame:
    return f.build_frame(catalog, all_readings).set_index(f.OBSERVATION, drop=False)


def test_the_columns_are_those_promised_in_their_order(table: pd.DataFrame) -> None:
    assert list(table.columns) == PROMISED


def test_every_observation_is_one_row(table: pd.DataFrame, catalog: Catalog) -> None:
    assert list(table[f.OBSERVATION]) == list(catalog.observations)


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
    table: pd.DataFrame, observation: str, low: str | None, high: str | None, base: str, unit: str
) -> None:
    row = table.loc[observation]
    assert row[f.VALUE_LOW] == (Decimal(low) if low else None)
    assert row[f.VALUE_HIGH] == (Decimal(high) if high else None)
    assert str(row[f.VALUE_BASE]) == base
    assert row[f.BASE_UNIT] == unit


def test_csv_and_json_say_the_same_as_the_frame(table: pd.DataFrame) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(table))))
    objects = json.loads(to_json(table))
    assert [row[f.OBSERVATION] for row in rows] == [each[f.OBSERVATION] for each in objects] == list(table.index)
    by_id = {row[f.OBSERVATION]: row for row in rows}
    assert by_id["output-2023"][f.VALUE_BASE] == "976100000000"
    assert by_id["firms-2024"][f.VALUE_HIGH] == ""
    assert by_id["firms-goal"][f.TARGET] == "true"
    assert by_id["output-rise-2023"][f.DERIVED] == "difference output-2023 output-2022"
    assert next(each for each in objects if each[f.OBSERVATION] == "firms-2024")[f.VALUE_HIGH] is None
