"""Every table of the data set, in the order in which the package lists them."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.data.tables.charts import charts
from app.data.tables.indicators import definitions, indicators
from app.data.tables.milestones import milestones
from app.data.tables.observations import observations
from app.data.tables.sources import sources
from app.data.tables.table import Table
from app.data.tables.vocabulary import categories, geographies, subjects, topics, units
from app.model.catalog import Catalog


def all_tables(
    catalog: Catalog, data: Mapping[str, Datum], charted: Mapping[str, tuple[Datum, ...]]
) -> Mapping[str, Table]:
    """By name; made once. `charted` are the readings that each chart shows by default."""
    shown = {name: tuple(datum.id for datum in chosen) for name, chosen in charted.items()}
    found = (
        observations(catalog, data.values()),
        indicators(catalog),
        definitions(catalog),
        sources(catalog),
        milestones(catalog),
        charts(catalog, data, shown),
        units(catalog),
        geographies(catalog),
        topics(catalog),
        subjects(catalog),
        categories(catalog),
    )
    return {table.name: table for table in found}
