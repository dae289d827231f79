"""Every id that a record names exists; units convert in one step to a base unit."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.indicator import Indicator
from app.model.reference import Path, record_references
from app.model.vocabulary import Unit

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
    "measures": "measure",
}
#: What such a name may be depends on the chart beside it: the rules of stories and of the front page check them.
BESIDE_CHARTS = frozenset({"views", "highlights"})


def problems(draft: Draft) -> Iterator[Problem]:
    yield from unit_problems(draft)
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


def unit_problems(draft: Draft) -> Iterator[Problem]:
    for name, unit in draft.units.items():
        rules = _base_rules(unit) if unit.base == name else _converted_rules(draft, unit)
        for field, code, sentence in rules:
            yield draft.problem(("units", name, field), code, f"unit '{name}' {sentence}")
    yield from _unit_of_indicator_problems(draft)


def _base_rules(unit: Unit) -> Iterator[tuple[str, str, str]]:
    if unit.factor != 1:
        yield "factor", "unit-factor", "is its own base, so its factor is 1"
    if unit.en is None:
        yield "en", "unit-english", "is a base unit and needs its English name in 'en'"


def _converted_rules(draft: Draft, unit: Unit) -> Iterator[tuple[str, str, str]]:
    base = draft.units.get(unit.base)
    if base is not None and base.base != unit.base:
        yield "base", "unit-chain", f"has the base '{unit.base}', which is no base unit itself"
    if unit.factor <= 0:
        yield "factor", "unit-factor", "needs a factor above 0"
    for field, value in (
        ("en", unit.en),
        ("en_sign", unit.en_sign),
        ("style", unit.model_fields_set & {"style"}),
    ):
        if value:
            yield field, "unit-english", f"takes '{field}' from its base '{unit.base}'; leave it out"


def _unit_of_indicator_problems(draft: Draft) -> Iterator[Problem]:
    for name, indicator in draft.indicators.items():
        unit = draft.units.get(indicator.unit)
        if unit is not None and unit.base != indicator.unit:
            sentence = f"an indicator is counted in a base unit: '{unit.base}', not '{indicator.unit}'"
            yield draft.problem(("indicators", name, "unit"), "indicator-unit", sentence)
        yield from _measure_problems(draft, name, indicator)
    for path, _, indicator, observation in draft.observations():
        unit = draft.units.get(observation.unit)
        if unit is not None and indicator.unit in draft.units and unit.base != indicator.unit:
            sentence = f"the indicator counts in '{indicator.unit}', and '{observation.unit}' is no unit of that"
            yield draft.problem((*path, "unit"), "unit-base", sentence)


def _measure_problems(draft: Draft, name: str, indicator: Indicator) -> Iterator[Problem]:
    """What is measured fits the unit, and a share says of what."""
    unit, measure = draft.units.get(indicator.unit), draft.measures.get(indicator.measures)
    if unit is None or measure is None:
        return
    if measure.counted_in is not None and not _FITS[measure.counted_in](unit):
        sentence = f"'{indicator.measures}' is counted in {measure.counted_in}, not in '{indicator.unit}'"
        yield draft.problem(("indicators", name, "measures"), "indicator-measures", sentence)
    if (measure.counted_in == "share") != (indicator.whole is not None):
        field = "measures" if indicator.whole is None else "whole"
        sentence = f"'{indicator.measures}' " + (
            "needs 'whole': a share of what" if indicator.whole is None else "is no share, so it takes no 'whole'"
        )
        yield draft.problem(("indicators", name, field), "indicator-whole", sentence)
    if indicator.scale == "log" and any(o.value is not None and o.value <= 0 for o in indicator.observations):
        sentence = "a logarithmic scale holds no value of 0 or below"
        yield draft.problem(("indicators", name, "scale"), "indicator-scale", sentence)


_FITS: Mapping[str, Callable[[Unit], bool]] = {
    "money": lambda unit: bool(unit.en_sign),
    "percent": lambda unit: unit.style == "percent",
    "share": lambda unit: unit.style in ("percent", "fraction"),
    "rank": lambda unit: unit.style == "rank",
}
