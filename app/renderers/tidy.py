"""The frame of all observations as CSV or JSON text; the columns are those of `query.frame`, in their order."""

import csv
import io
import json
from decimal import Decimal

import pandas as pd


def to_csv(table: pd.DataFrame) -> str:
    """One line an observation after a header line; numbers as plain digits, nothing for what is absent."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.itertuples(index=False))
    return out.getvalue()


def to_json(table: pd.DataFrame) -> str:
    """A list of objects; numbers are JSON numbers, absent values null."""
    rows = [
        {str(column): _value(value) for column, value in zip(table.columns, row, strict=True)}
        for row in table.itertuples(index=False)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _value(value: object) -> object:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
