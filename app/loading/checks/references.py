"""Every id that a record names exists."""

from collections.abc import Iterable, Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.loading.yaml_source import Path
from app.model.chart import ChartSelection
from app.model.indicator import Indicator
from app.model.observation import Formula, Observation

#: A named id: the place it stands at, the noun it belongs to, the id.
Reference = tuple[Path, str, str]

_SINGULAR = {
    "units": "unit",
    "geographies": "geography",
    "topics": "topic",
    "subjects": "subject",
    "categories": "category",
    "sources": "source",
    "indicators": "indicator",
    "charts": "chart",
    "observations": "observation",
    "definitions": "definition",
    "events": "milestone",
    "lanes": "lane",
}


def problems(draft: Draft) -> Iterator[Problem]:
    for path, noun, given in _references(draft):
        if not draft.has(noun, given):
            yield _unknown(draft, path, noun=noun, given=given, known=draft.known[noun])
    for name, indicator in draft.indicators.items():
        yield from _definition_problems(draft, name, indicator)
    yield from _selected_definition_problems(draft)


def _unknown(draft: Draft, path: Path, *, noun: str, given: str, known: Iterable[str]) -> Problem:
    one = _SINGULAR[noun]
    where = f"{noun}.yaml" if (noun,) in draft.documents else "the dataset"
    sentence = f"{one} '{given}' is not in {where}{did_you_mean(given, known)}"
    return draft.problem(path, f"unknown-{one}", sentence)


def _references(draft: Draft) -> Iterator[Reference]:
    yield from _vocabulary(draft)
    for name, indicator in draft.indicators.items():
        yield from _of_indicator(("indicators", name), indicator)
    for path, _, _, observation in draft.observations():
        yield from _of_observation(path, observation)
    yield from _of_charts(draft)
    yield from _of_milestones(draft)
    yield from _of_stories(draft)
    if draft.overview is not None:
        yield from _each(("overview", "figures"), "observations", draft.overview.figures)
        yield from ((("overview", "views", name), "topics", name) for name in draft.overview.views)


def _vocabulary(draft: Draft) -> Iterator[Reference]:
    for name, unit in draft.units.items():
        yield ("units", name, "base"), "units", unit.base
    for name, geography in draft.geographies.items():
        yield from _maybe(("geographies", name, "part_of"), "geographies", geography.part_of)
    for name, topic in draft.topics.items():
        yield from _each(("topics", name, "charts"), "charts", topic.charts)


def _of_indicator(path: Path, indicator: Indicator) -> Iterator[Reference]:
    yield (*path, "topic"), "topics", indicator.topic
    yield (*path, "unit"), "units", indicator.unit
    yield from _maybe((*path, "breakdown"), "indicators", indicator.breakdown)
    yield from _maybe((*path, "comparison"), "indicators", indicator.comparison)


def _of_observation(path: Path, observation: Observation) -> Iterator[Reference]:
    yield (*path, "unit"), "units", observation.unit
    yield (*path, "geography"), "geographies", observation.geography
    yield from _maybe((*path, "subject"), "subjects", observation.subject)
    yield from _maybe((*path, "attributed_to"), "subjects", observation.attributed_to)
    yield from _maybe((*path, "category"), "categories", observation.category)
    yield from _maybe((*path, "source"), "sources", observation.source)
    yield from _maybe((*path, "share_of"), "observations", observation.share_of)
    yield from _each((*path, "disputed_by"), "observations", observation.disputed_by)
    yield from _of_formula((*path, "derived"), observation.derived)
    yield from _of_formula((*path, "verify"), observation.verify)


def _of_formula(path: Path, formula: Formula | None) -> Iterator[Reference]:
    if formula is not None:
        yield (*path, "of"), "observations", formula.of
        yield from _maybe((*path, "base"), "observations", formula.base)


def _of_charts(draft: Draft) -> Iterator[Reference]:
    for name, chart in draft.charts.items():
        path = ("charts", name)
        yield (*path, "topic"), "topics", chart.topic
        yield from _each((*path, "related"), "charts", chart.related)
        yield from _of_selection((*path, "select"), chart.select)
        for view, wanted in chart.views.items():
            yield from _of_selection((*path, "views", view, "select"), wanted.select)


def _of_selection(path: Path, select: ChartSelection) -> Iterator[Reference]:
    for noun in ("indicators", "observations", "geographies", "categories", "subjects", "topics"):
        yield from _each((*path, noun), noun, getattr(select, noun))
    yield from _each((*path, "milestones"), "events", select.milestones)
    yield from _each((*path, "lanes"), "lanes", select.lanes)


def _of_milestones(draft: Draft) -> Iterator[Reference]:
    for topic in draft.milestones:
        yield ("milestones", topic), "topics", topic
    for path, milestone in draft.all_milestones():
        yield (*path, "geography"), "geographies", milestone.geography
        yield (*path, "source"), "sources", milestone.source
        yield from _maybe((*path, "subject"), "subjects", milestone.subject)
        yield from _each((*path, "observations"), "observations", milestone.observations)


def _of_stories(draft: Draft) -> Iterator[Reference]:
    for name, story in draft.stories.items():
        for index, slide in enumerate(story.slides):
            yield from _each(("stories", name, "slides", index, "figures"), "observations", slide.figures)
    for path, shown in draft.shown():
        yield (*path, "chart"), "charts", shown.chart
        if shown.select is not None:
            yield from _of_selection((*path, "select"), shown.select)


def _each(path: Path, noun: str, given: Iterable[str]) -> Iterator[Reference]:
    for index, name in enumerate(given):
        yield (*path, index), noun, name


def _maybe(path: Path, noun: str, given: str | None) -> Iterator[Reference]:
    if given is not None:
        yield path, noun, given


def _definition_problems(draft: Draft, name: str, indicator: Indicator) -> Iterator[Problem]:
    path: Path = ("indicators", name)
    for index, observation in enumerate(indicator.observations):
        if observation.definition not in indicator.definitions:
            place = (*path, "observations", index, "definition")
            yield _unknown(draft, place, noun="definitions", given=observation.definition, known=indicator.definitions)
    for own, definition in indicator.definitions.items():
        for index, other in enumerate(definition.comparable_with):
            place = (*path, "definitions", own, "comparable_with", index)
            yield from _comparable_problems(draft, place, other=other, home=name)


def _comparable_problems(draft: Draft, path: Path, *, other: str, home: str) -> Iterator[Problem]:
    """`id` is a definition of the same indicator, `indicator/id` one of another."""
    named, slash, definition = other.partition("/")
    indicator, definition = (named, definition) if slash else (home, named)
    if not draft.has("indicators", indicator):
        yield _unknown(draft, path, noun="indicators", given=indicator, known=draft.known["indicators"])
    elif indicator in draft.indicators and definition not in draft.indicators[indicator].definitions:
        known = draft.indicators[indicator].definitions
        yield _unknown(draft, path, noun="definitions", given=definition, known=known)


def _selected_definition_problems(draft: Draft) -> Iterator[Problem]:
    known = {name for indicator in draft.indicators.values() for name in indicator.definitions}
    for path, select in _selections(draft):
        for index, given in enumerate(select.definitions):
            if given not in known:
                place = (*path, "definitions", index)
                yield _unknown(draft, place, noun="definitions", given=given, known=known)


def _selections(draft: Draft) -> Iterator[tuple[Path, ChartSelection]]:
    """Every selection of every chart, view and slide."""
    for name, chart in draft.charts.items():
        yield ("charts", name, "select"), chart.select
        for view, wanted in chart.views.items():
            yield ("charts", name, "views", view, "select"), wanted.select
    for path, shown in draft.shown():
        if shown.select is not None:
            yield (*path, "select"), shown.select
