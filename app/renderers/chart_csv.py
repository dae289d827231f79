"""A chart as CSV for a spreadsheet, its headers in the reader's language."""

from app.renderers.delimited import BOM, delimited
from app.renderers.extract import Extract
from app.renderers.shown import complete


def chart_csv(extract: Extract) -> str:
    """One line a figure: in words with its bound first, then the bounds and numbers it is made of."""
    shown = complete(extract)
    return BOM + delimited(shown.header, shown.rows)
