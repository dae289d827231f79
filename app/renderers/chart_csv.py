"""A chart as CSV for a spreadsheet, its headers in the reader's language."""

from app.renderers.chart_export import ChartExport
from app.renderers.delimited import BOM, delimited
from app.renderers.shown import complete


def chart_csv(extract: ChartExport) -> str:
    """One line a figure: in words with its bound first, then the bounds and numbers it is made of."""
    shown = complete(extract)
    return BOM + delimited(shown.header, shown.rows)
