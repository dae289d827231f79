"""The frame of all observations as CSV or JSON text; the columns are those of `query.frame`, in their order."""

import json
from decimal import Decimal

import pandas as pd

from app.renderers.delimited import delimited


def to_csv(table: pd.DataFrame) -> str:
    """One line an observation after a header line; numbers as plain digits, nothing for what is absent."""
    return delimited(list(table.columns), table.itertuples(index=False, name=None))


def to_json(table: pd.DataFrame) -> str:
    """A list of objects; numbers are JSON numbers, absent values null."""
    rows = [
        {str(column): json_value(value) for column, value in zip(table.columns, row, strict=True)}
        for row in table.itertuples(index=False)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def json_value(value: object) -> object:
    """What JSON can hold: a Decimal as an int or the nearest float, whose shortest digits are the printed ones."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
