"""What the curator expects of an indicator's figures."""

from collections.abc import Iterator
from decimal import Decimal

from app.loading.draft import Draft
from app.loading.problems import Problem
from app.model.indicator import Indicator


def problems(draft: Draft) -> Iterator[Problem]:
    for name, indicator in draft.indicators.items():
        expect, count = indicator.expect, len(indicator.observations)
        if expect.count != count:
            sentence = f"{count} observations stand here, {expect.count} are expected"
            yield draft.problem(("indicators", name, "expect", "count"), "expect-count", sentence)
        for index, field, value in _base_values(draft, indicator):
            path = ("indicators", name, "observations", index, field)
            if expect.min is not None and value < expect.min:
                yield draft.problem(path, "expect-min", f"{value:f} is below the expected {expect.min}")
            if expect.max is not None and value > expect.max:
                yield draft.problem(path, "expect-max", f"{value:f} is above the expected {expect.max}")


def _base_values(draft: Draft, indicator: Indicator) -> Iterator[tuple[int, str, Decimal]]:
    for index, observation in enumerate(indicator.observations):
        unit = draft.units.get(observation.unit)
        for field, value in (("value", observation.value), ("value_to", observation.value_to)):
            if unit is not None and unit.base == indicator.unit and value is not None:
                yield index, field, value * unit.factor
