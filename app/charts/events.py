"""Milestones in time order, each in its lane; plans without a deadline last.

Milestones: lanes on a time axis where there is room; a list by year on a phone, or where there are many.
"""

from app.charts.base_scene import base_scene
from app.charts.geometry import swimlanes, years
from app.charts.layout import Layout
from app.charts.registry import ChartType, register
from app.charts.scene import Emphasis, Event, Scene
from app.charts.spec import ChartSpec
from app.data.milestone_filter import when
from app.model.catalog import Catalog
from app.model.chart import ChartKind, ChartSelection
from app.model.milestone import Milestone
from app.model.text import Lang
from app.model.vocabulary import HOME
from app.urls import Urls

#: The lanes from top to bottom, and their names.
LANE_NAMES: dict[str, tuple[str, str]] = {
    "result": ("成果", "Results"),
    "release": ("发布", "Releases"),
    "institution": ("机构", "Institutions"),
    "policy": ("政策", "Policies"),
    "plan": ("计划", "Plans"),
}


def build_events(spec: ChartSpec) -> Scene:
    """A scene of events alone; there is no axis of values."""
    return base_scene(spec)


def chosen_events(catalog: Catalog, wanted: ChartSelection, lang: Lang) -> tuple[Event, ...]:
    """The milestones a selection names: those of its list, else all of its topics; narrowed by its lanes."""
    rows = [(topic, row) for topic, rows in catalog.milestones.items() for row in rows]
    named = [row for _, row in rows if row.id in wanted.milestones]
    found = named or [row for topic, row in rows if topic in wanted.topics]
    kept = [row for row in found if not wanted.lanes or row.lane in wanted.lanes]
    return in_order(tuple(event(row, catalog, lang) for row in kept))


def event(milestone: Milestone, catalog: Catalog, lang: Lang) -> Event:
    """A milestone in one language; a plan known only from its article has no date of its own."""
    place = catalog.geographies[milestone.geography]
    return Event(
        id=milestone.id,
        title=milestone.title[lang],
        lane=milestone.lane,
        lane_name=LANE_NAMES[milestone.lane][0 if lang == "zh" else 1],
        period=milestone.period,
        period_text=when(milestone, lang),
        place=(place.short or place.name)[lang],
        source=catalog.sources[milestone.source].short[lang],
        dated=not milestone.is_undated,
        note=milestone.note[lang] if milestone.note else "",
        href=Urls(lang).source(milestone.source),
        basis=milestone.period_basis,
        emphasis=Emphasis.BEIJING if HOME in (milestone.geography, place.part_of) else Emphasis.OTHER,
    )


def in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """By date, the undated last; those of one date by lane and id, so that the order is always the same."""
    lanes = list(LANE_NAMES)
    return tuple(sorted(events, key=lambda e: (not e.dated, e.period, lanes.index(e.lane), e.id)))


#: Narrower than this, labels on an axis would be broken into slivers.
_ROOMY = 560.0
#: More events than this make lanes a staircase that nobody reads.
_MANY = 24


def layout_events(scene: Scene, across: float) -> Layout:
    dated = sum(event.dated for event in scene.events)
    if across >= _ROOMY and 1 < dated <= _MANY:
        return swimlanes.layout_swimlanes(scene, across)
    return years.layout_years(scene, across)


register(ChartType(ChartKind.EVENTS, build_events, layout_events))
