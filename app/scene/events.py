"""Milestones in time order, each in its lane; plans without a deadline last."""

from app import urls
from app.model.catalog import Catalog
from app.model.chart import Selection
from app.model.milestone import Milestone
from app.model.text import Lang
from app.model.vocabulary import HOME
from app.query.milestones import when
from app.scene.question import Question
from app.scene.scene import Emphasis, Event, Scene
from app.scene.statement import statement

#: The lanes from top to bottom, and their names.
LANES: dict[str, tuple[str, str]] = {
    "result": ("成果", "Results"),
    "release": ("发布", "Releases"),
    "institution": ("机构", "Institutions"),
    "policy": ("政策", "Policies"),
    "plan": ("计划", "Plans"),
}


def build(question: Question) -> Scene:
    """A scene of events alone; there is no axis of values."""
    return statement(question)


def chosen(catalog: Catalog, wanted: Selection, lang: Lang) -> tuple[Event, ...]:
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
        lane_name=LANES[milestone.lane][0 if lang == "zh" else 1],
        period=milestone.period,
        period_text=when(milestone, lang),
        place=(place.short or place.name)[lang],
        source=catalog.sources[milestone.source].short[lang],
        dated=not milestone.is_undated,
        note=milestone.note[lang] if milestone.note else "",
        href=urls.source(lang, milestone.source),
        basis=milestone.period_basis,
        emphasis=Emphasis.BEIJING if HOME in (milestone.geography, place.part_of) else Emphasis.OTHER,
    )


def in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """By date, the undated last; those of one date by lane and id, so that the order is always the same."""
    lanes = list(LANES)
    return tuple(sorted(events, key=lambda e: (not e.dated, e.period, lanes.index(e.lane), e.id)))
