"""Beijing beside the nation, the world, other places and its own past: all shares, rankings and changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from app import urls
from app.pages.card import Card, card
from app.pages.filters import choice, chosen_of
from app.pages.frame import Link, PageFrame
from app.pages.row import Row, row
from app.pages.selection_files import selection_files
from app.query.comparisons import Comparison, comparisons
from app.strings import word


@dataclass(frozen=True)
class Group:
    """One kind of comparison: its charts, and the figures without one."""

    id: str
    name: str
    lead: str
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]


def compare(page: PageFrame, args: Mapping[str, str]) -> str:
    """All comparisons, or those of the topic in the address."""
    lang, catalog = page.lang, page.site.catalog
    topics = {name: topic.name[lang] for name, topic in catalog.topics.items()}
    topic = chosen_of(args, "topic", topics)
    found = [_group(page, each, topic) for each in comparisons(catalog, page.site.readings, page.site.charted)]
    groups = [group for group in found if group.cards or group.rows]
    return page.write(
        "compare.html",
        title=word("compare", lang),
        description=word("compare_lead", lang),
        query=(("topic", topic),) if topic else (),
        filters=[choice("topic", word("filter_topic", lang), topics, chosen=topic, lang=lang)],
        groups=groups,
        files=selection_files(urls.with_query(urls.compare(lang), (("topic", topic),) if topic else ())),
        contents=[Link(f"#{group.id}", group.name) for group in groups],
    )


def _group(page: PageFrame, found: Comparison, topic: str) -> Group:
    site, lang = page.site, page.lang
    charts = [name for name in found.charts if topic in ("", site.catalog.charts[name].topic)]
    return Group(
        id=found.name,
        name=word(f"compare_{found.name}", lang),
        lead=word(f"compare_{found.name}_lead", lang),
        cards=tuple(card(site.chart(name, lang)) for name in charts),
        rows=tuple(row(reading, lang) for reading in found.readings if topic in ("", reading.indicator.topic)),
    )
