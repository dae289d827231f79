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
    for path, noun, given in _references(draft):
        if noun == "definitions":
            yield from _definition_problems(draft, path, given)
        elif noun not in BESIDE_CHARTS and not draft.has(noun, given):
            yield _unknown(draft, path, noun=noun, given=given, known=draft.known[noun])


def _references(draft: Draft) -> Iterator[tuple[Path, str, str]]:
    for path, record in draft.records():
        for inner, noun, given in record_references(record):
            yield (*path, *inner), noun, given
    for topic in draft.milestones:
        yield ("milestones", topic), "topics", topic


def _unknown(draft: Draft, path: Path, *, noun: str, given: str, known: Iterable[str]) -> Problem:
    one = _SINGULAR[noun]
    where = f"{noun}.yaml" if (noun,) in draft.documents else "the dataset"
    sentence = f"{one} '{given}' is not in {where}{did_you_mean(given, known)}"
    return draft.problem(path, f"unknown-{one}", sentence)


def _definition_problems(draft: Draft, path: Path, given: str) -> Iterator[Problem]:
    """`id` is a definition of the indicator that it stands in, `indicator/id` one of another; a chart names any's."""
    named, slash, definition = given.partition("/")
    if path[0] != "indicators":
        known = {name for indicator in draft.indicators.values() for name in indicator.definitions}
        if given not in known:
            yield _unknown(draft, path, noun="definitions", given=given, known=known)
        return
    home, definition = (named, definition) if slash else (str(path[1]), given)
    if not draft.has("indicators", home):
        yield _unknown(draft, path, noun="indicators", given=home, known=draft.known["indicators"])
    elif home in draft.indicators and definition not in draft.indicators[home].definitions:
        known = set(draft.indicators[home].definitions)
        yield _unknown(draft, path, noun="definitions", given=definition, known=known)
