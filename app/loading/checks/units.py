"""Units convert in one step to a base unit, and the base unit alone has an English name."""

from collections.abc import Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem
from app.model.vocabulary import Unit


def problems(draft: Draft) -> Iterator[Problem]:
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
        if unit is not None and unit.style != "percent" and indicator.measures == "growth":
            sentence = f"growth is counted in percent, not in '{indicator.unit}'"
            yield draft.problem(("indicators", name, "measures"), "indicator-measures", sentence)
    for path, _, indicator, observation in draft.observations():
        unit = draft.units.get(observation.unit)
        if unit is not None and indicator.unit in draft.units and unit.base != indicator.unit:
            sentence = f"the indicator counts in '{indicator.unit}', and '{observation.unit}' is no unit of that"
            yield draft.problem((*path, "unit"), "unit-base", sentence)
