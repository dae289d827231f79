"""All milestones by field and year, narrowed by the reader: a chart with an undated lane, and a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flask import request

from app.benches.bench import Control, every_or_one
from app.charts.events import event, sort_events
from app.charts.registry import build_scene
from app.charts.scene import Event
from app.charts.spec import ChartSpec
from app.data.selection import UNDATED, MilestoneFilter, filter_values
from app.model.chart import ChartKind
from app.model.milestone import Milestone
from app.pages.card import ChartCard, chart_card
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES, with_query

#: The events chart sets its lines one below the other; these widths suit a column and a page.
_WIDTHS = (440, 530, 720)


@dataclass(frozen=True)
class TimelineEntry:
    """One milestone in words. `figures` are the numbers that belong to it."""

    event: Event
    topic: str
    printed: str
    figures: tuple[Link, ...]


@dataclass(frozen=True)
class Year:
    """A heading of the list and what stands under it."""

    name: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True)
class TimelineContent:
    """The choice, its chart and its list."""

    filters: list[Control]
    topics: list[Link]
    summary: str
    card: ChartCard
    years: list[Year]


@route(RULES.timeline())
def timeline_page(page: PageFrame) -> str:
    """The timeline of the choice in the address."""
    lang, catalog = page.lang, page.site.catalog
    frame = page.site.tables["milestones"].frame
    values = filter_values(frame, catalog)
    choice = MilestoneFilter.read(request.args, values)
    ids = frame.index[choice.mask(frame)]
    events = sort_events(tuple(event(catalog.milestone_by_id[name], catalog, lang) for name in ids))
    return page.write(
        "timeline.html",
        TimelineContent(
            filters=_filters(page, values, choice),
            topics=_topics(page, values["topic"], choice),
            summary=word("timeline_count", lang).format(count=len(ids)),
            card=chart_card(build_scene(_question(page, events)), widths=_WIDTHS),
            years=_years(page, events),
        ),
        title=word("timeline", lang),
        description=word("timeline_lead", lang),
        query=choice.query(),
    )


def _filters(page: PageFrame, values: Mapping[str, Sequence[str]], choice: MilestoneFilter) -> list[Control]:
    lang = page.lang
    names = {name: {value: _name(page, name, value) for value in options} for name, options in values.items()}
    return [
        every_or_one(name, word(f"filter_{name}", lang), options, chosen=getattr(choice, name), lang=lang)
        for name, options in names.items()
    ]


def _name(page: PageFrame, filtered: str, value: str) -> str:
    catalog, lang = page.site.catalog, page.lang
    if filtered == "topic":
        return catalog.topics[value].name[lang]
    if filtered == "place":
        return catalog.geographies[value].name[lang]
    if filtered == "lane":
        return word(f"lane_{value}", lang)
    return word("undated", lang) if value == UNDATED else value


def _topics(page: PageFrame, topics: Sequence[str], choice: MilestoneFilter) -> list[Link]:
    address = page.urls.timeline()
    return [
        Link(
            with_query(address, replace(choice, topic=name).query()),
            _name(page, "topic", name) if name else word("all_topics", page.lang),
            current=name == choice.topic,
        )
        for name in ("", *topics)
    ]


def _question(page: PageFrame, events: tuple[Event, ...]) -> ChartSpec:
    return ChartSpec(
        chart_id="timeline",
        kind=ChartKind.EVENTS,
        lang=page.lang,
        title=word("timeline", page.lang),
        subtitle=word("timeline_subtitle", page.lang),
        data=(),
        events=events,
        every=page.site.data,
        empty=word("timeline_nothing", page.lang),
    )


def _years(page: PageFrame, events: Sequence[Event]) -> list[Year]:
    """The list by the year in which each thing ended or was out, the undated last."""
    years: dict[str, list[TimelineEntry]] = {}
    for each in events:
        name = str(each.period.end.year) if each.dated else word("undated", page.lang)
        years.setdefault(name, []).append(_entry(page, each))
    return [Year(name, tuple(entries)) for name, entries in years.items()]


def _entry(page: PageFrame, each: Event) -> TimelineEntry:
    catalog, lang = page.site.catalog, page.lang
    row = catalog.milestone_by_id[each.id]
    return TimelineEntry(each, catalog.topics[_topic_of(page, row)].name[lang], row.printed, tuple(_figures(page, row)))


def _topic_of(page: PageFrame, row: Milestone) -> str:
    return next(name for name, rows in page.site.catalog.milestones.items() if row in rows)


def _figures(page: PageFrame, row: Milestone) -> Iterable[Link]:
    for name in row.observations:
        datum, lang = page.site.data[name], page.lang
        yield Link(page.urls.figure(name), f"{datum.indicator.label(lang)} {datum.label(lang)}")
