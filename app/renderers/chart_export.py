"""A chart with all that its files need: what it shows, the data behind it, their sources and definitions."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.charts.scene import Scene
from app.data.datum import Datum, source_ids
from app.data.table import Table
from app.data.tables.milestones import milestones
from app.data.tables.observations import observations
from app.model.catalog import Catalog
from app.model.source import Source
from app.model.text import Lang
from app.renderers.words import row_heading


@dataclass(frozen=True)
class DataEdition:
    """Which data a file was made from, and where they live; `public_url` is empty while that is not known.

    `reach` is the date of the latest article in words, `year` its year.
    """

    site_name: str
    public_url: str
    version: str
    reach: str
    year: int


@dataclass(frozen=True)
class ChartExport:
    """`data` and `rows` are those that the chart shows, in its order; a chart of milestones has `rows` of those.

    `sources` also holds the articles behind computed figures.
    """

    scene: Scene
    title: str
    data: tuple[Datum, ...]
    rows: Table
    sources: Mapping[str, Source]
    edition: DataEdition

    @property
    def lang(self) -> Lang:
        return self.scene.lang

    @property
    def address(self) -> str:
        """Where the chart stands on the web; only its path while PUBLIC_URL is not set."""
        return self.edition.public_url + self.scene.href

    @property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """Name and explanation of each definition shown, once."""
        definitions = (datum.definition for datum in self.data)
        return tuple(dict.fromkeys((one.name[self.lang], one.text[self.lang]) for one in definitions))


def chart_export(
    scene: Scene, *, title: str, catalog: Catalog, data: Mapping[str, Datum], edition: DataEdition
) -> ChartExport:
    """The extract of a scene; `title` is the neutral one, which quotes no figure."""
    shown = tuple(data[name] for name in dict.fromkeys(point.id for _, point in row_heading(scene)))
    if scene.events:
        rows = milestones(catalog, frozenset(event.id for event in scene.events))
        cited = dict.fromkeys(str(row[rows.places["source"]]) for row in rows.rows)
    else:
        rows = observations({datum.id: datum for datum in shown})
        cited = dict.fromkeys(source for datum in shown for source in source_ids(datum, data))
    return ChartExport(scene, title, shown, rows, {name: catalog.sources[name] for name in cited}, edition)
