"""The catalog as published tables: the data package, the API and the files of a chart all write these."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.data.table import Table
from app.data.tables.charts import charts
from app.data.tables.indicators import definitions, indicators
from app.data.tables.milestones import milestones
from app.data.tables.sources import sources
from app.data.tables.vocabulary import categories, geographies, subjects, topics, units
from app.model.catalog import Catalog


def all_tables(
    catalog: Catalog, data: Mapping[str, Datum], observed: Table, charted: Mapping[str, tuple[Datum, ...]]
) -> Mapping[str, Table]:
    """By name. `observed` is the table of the observations; `charted` are the data that each chart shows by default."""
    tables = (
        observed,
        indicators(catalog),
        definitions(catalog),
        sources(catalog, observed.frame),
        milestones(catalog),
        charts(catalog, data, charted),
        units(catalog),
        geographies(catalog),
        topics(catalog),
        subjects(catalog),
        categories(catalog),
    )
    return {table.name: table for table in tables}
