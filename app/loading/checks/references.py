"""Every id that a record names exists."""

from collections.abc import Iterable, Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.reference import Path, record_references

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
#: What such a name may be depends on the chart beside it: the rules of stories and of the front page check them.
BESIDE_CHARTS = frozenset({"views", "highlights"})


def problems(draft: Draft) -> Iterator[Problem]:
    for path, noun, name in _references(draft):
        if noun == "definitions":
            yield from _definition_problems(draft, path, name)
        elif noun not in BESIDE_CHARTS and not draft.has(noun, name):
            yield _unknown(draft, path, noun=noun, name=name, ids=draft.ids[noun])


def _references(draft: Draft) -> Iterator[tuple[Path, str, str]]:
    for path, record in draft.records():
        for inner, noun, name in record_references(record):
            yield (*path, *inner), noun, name
    for topic in draft.milestones:
        yield ("milestones", topic), "topics", topic


def _unknown(draft: Draft, path: Path, *, noun: str, name: str, ids: Iterable[str]) -> Problem:
    one = _SINGULAR[noun]
    where = f"{noun}.yaml" if (noun,) in draft.documents else "the dataset"
    sentence = f"{one} '{name}' is not in {where}{did_you_mean(name, ids)}"
    return draft.problem(path, f"unknown-{one}", sentence)


def _definition_problems(draft: Draft, path: Path, name: str) -> Iterator[Problem]:
    """`id` is a definition of the indicator that it stands in, `indicator/id` one of another; a chart names any's."""
    named, slash, definition = name.partition("/")
    if path[0] != "indicators":
        ids = {name for indicator in draft.indicators.values() for name in indicator.definitions}
        if name not in ids:
            yield _unknown(draft, path, noun="definitions", name=name, ids=ids)
        return
    home, definition = (named, definition) if slash else (str(path[1]), name)
    if not draft.has("indicators", home):
        yield _unknown(draft, path, noun="indicators", name=home, ids=draft.ids["indicators"])
    elif home in draft.indicators and definition not in draft.indicators[home].definitions:
        ids = set(draft.indicators[home].definitions)
        yield _unknown(draft, path, noun="definitions", name=definition, ids=ids)
