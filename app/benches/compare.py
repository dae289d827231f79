"""The workbench of comparisons: Beijing beside the nation, the world, other places and its own past."""

from dataclasses import dataclass

from app.benches.bench import Panel, ViewModel, control
from app.data.comparisons import Comparison, comparisons
from app.data.datum import Datum
from app.data.page_query import TOPIC, Choice, PageQuery, query_of
from app.model.text import Lang
from app.site import Site
from app.strings import word


@dataclass(frozen=True)
class CompareGroup:
    """One kind of comparison: its charts, and the figures without one."""

    name: str
    panels: tuple[Panel, ...]
    rows: tuple[Datum, ...]


@dataclass(frozen=True)
class CompareBench(ViewModel):
    """Only groups that have something to show."""

    groups: tuple[CompareGroup, ...]


def compare_bench(site: Site, page_query: PageQuery, lang: Lang) -> CompareBench:
    """All comparisons, or those of the topic chosen."""
    topic = Choice.of(page_query, TOPIC, ("", *site.catalog.topics))
    words = {"": word("all", lang)} | {name: record.name[lang] for name, record in site.catalog.topics.items()}
    found = comparisons(site.catalog, site.data, site.data_by_chart)
    groups = tuple(_group(site, each, topic.chosen, lang) for each in found)
    return CompareBench(
        place=page_query.place,
        title=word("compare", lang),
        query=query_of((topic,)),
        controls=(control(topic, word("filter_topic", lang), words),),
        panels=tuple(panel for group in groups for panel in group.panels),
        groups=tuple(group for group in groups if group.panels or group.rows),
    )


def _group(site: Site, found: Comparison, topic: str, lang: Lang) -> CompareGroup:
    charts = [name for name in found.charts if topic in ("", site.catalog.charts[name].topic)]
    return CompareGroup(
        name=found.name,
        panels=tuple(Panel(name, site.chart(name, lang)) for name in charts),
        rows=tuple(datum for datum in found.data if topic in ("", datum.indicator.topic)),
    )
