"""The workbench of comparisons: Beijing beside the nation, the world, other places and its own past."""

from dataclasses import dataclass

from app.benches.bench import Bench, Panel
from app.benches.control import control
from app.model.text import Lang
from app.query.choice import Choice, query_of
from app.query.comparisons import Comparison, comparisons
from app.query.reading import Reading
from app.query.topical import TOPIC
from app.query.wish import Wish
from app.site import Site
from app.strings import word


@dataclass(frozen=True)
class Group:
    """One kind of comparison: its charts, and the figures without one."""

    name: str
    panels: tuple[Panel, ...]
    rows: tuple[Reading, ...]


@dataclass(frozen=True)
class CompareBench(Bench):
    """Only groups that have something to show."""

    groups: tuple[Group, ...]


def compare(site: Site, wish: Wish, lang: Lang) -> CompareBench:
    """All comparisons, or those of the topic chosen."""
    topic = Choice.of(wish, TOPIC, ("", *site.catalog.topics))
    words = {"": word("all", lang)} | {name: record.name[lang] for name, record in site.catalog.topics.items()}
    found = comparisons(site.catalog, site.readings, site.charted)
    groups = tuple(_group(site, each, topic.chosen, lang) for each in found)
    return CompareBench(
        place=wish.place,
        title=word("compare", lang),
        query=query_of((topic,)),
        controls=(control(topic, word("filter_topic", lang), words),),
        panels=tuple(panel for group in groups for panel in group.panels),
        groups=tuple(group for group in groups if group.panels or group.rows),
    )


def _group(site: Site, found: Comparison, topic: str, lang: Lang) -> Group:
    charts = [name for name in found.charts if topic in ("", site.catalog.charts[name].topic)]
    return Group(
        name=found.name,
        panels=tuple(Panel(name, site.chart(name, lang)) for name in charts),
        rows=tuple(reading for reading in found.readings if topic in ("", reading.indicator.topic)),
    )
