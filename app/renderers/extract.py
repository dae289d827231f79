"""A chart with all that its files need: what it shows, the readings behind it, their sources and definitions."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.catalog import Catalog
from app.model.source import Source
from app.model.text import Lang
from app.query.origin import source_ids
from app.query.reading import Reading
from app.query.tables.milestones import milestones
from app.query.tables.observations import observations
from app.query.tables.table import Table
from app.renderers.table import named
from app.scene.scene import Scene


@dataclass(frozen=True)
class Edition:
    """Which data a file was made from, and where they live; `public_url` is empty while that is not known.

    `reach` is the date of the latest article in words, `year` its year.
    """

    site_name: str
    public_url: str
    version: str
    reach: str
    year: int


@dataclass(frozen=True)
class Extract:
    """`readings` and `rows` are those that the chart shows, in its order; a chart of milestones has `rows` of those.

    `sources` also holds the articles behind computed figures.
    """

    scene: Scene
    title: str
    readings: tuple[Reading, ...]
    rows: Table
    sources: Mapping[str, Source]
    edition: Edition

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
        found = (reading.definition for reading in self.readings)
        return tuple(dict.fromkeys((one.name[self.lang], one.text[self.lang]) for one in found))


def extract(
    scene: Scene, *, title: str, catalog: Catalog, readings: Mapping[str, Reading], edition: Edition
) -> Extract:
    """The extract of a scene; `title` is the neutral one, which quotes no figure."""
    shown = tuple(readings[name] for name in dict.fromkeys(point.id for _, point in named(scene)))
    if scene.events:
        rows = milestones(catalog, (event.id for event in scene.events))
        cited = dict.fromkeys(str(row[rows.places["source"]]) for row in rows.rows)
    else:
        rows = observations(catalog, shown)
        cited = dict.fromkeys(source for reading in shown for source in source_ids(reading, readings))
    return Extract(scene, title, shown, rows, {name: catalog.sources[name] for name in cited}, edition)
