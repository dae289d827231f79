"""A table of the data as CSV or JSON text, every number with its exact digits."""

import json
from datetime import date
from decimal import Decimal

from app.data.table import Table
from app.renderers.delimited import delimited


def to_csv(table: Table) -> str:
    """One line a row after a header line; numbers as plain digits, nothing for what is absent."""
    return delimited(table.header, table.rows)


def to_json(table: Table) -> str:
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
