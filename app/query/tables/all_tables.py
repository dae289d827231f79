"""Every table of the data set, in the order in which the package lists them."""

from collections.abc import Mapping

from app.model.catalog import Catalog
from app.query.reading import Reading
from app.query.tables.charts import charts
from app.query.tables.indicators import definitions, indicators
from app.query.tables.milestones import milestones
from app.query.tables.observations import observations
from app.query.tables.sources import sources
from app.query.tables.table import Table
from app.query.tables.vocabulary import categories, geographies, subjects, topics, units


def all_tables(
    catalog: Catalog, readings: Mapping[str, Reading], charted: Mapping[str, tuple[Reading, ...]]
) -> Mapping[str, Table]:
    """By name; made once. `charted` are the readings that each chart shows by default."""
    shown = {name: tuple(reading.id for reading in chosen) for name, chosen in charted.items()}
    found = (
        observations(catalog, readings.values()),
        indicators(catalog),
        definitions(catalog),
        sources(catalog),
        milestones(catalog),
        charts(catalog, readings, shown),
        units(catalog),
        geographies(catalog),
        topics(catalog),
        subjects(catalog),
        categories(catalog),
    )
    return {table.name: table for table in found}
