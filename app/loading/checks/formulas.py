"""Computed values can be computed, and printed rates that can be checked hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError

from app.loading.draft import Draft
from app.loading.problems import Problem
from app.model.formula import evaluate, evaluation_order, holds, last_digit, operand_ids
from app.model.indicator import Indicator
from app.model.observation import Formula, Observation
from app.model.quantity import Qualifier, Quantity
from app.model.reference import Path
from app.model.vocabulary import PERCENT, TIMES, Unit


@dataclass(frozen=True)
class _Operand:
    """An observation with what the rules ask of it."""

    path: Path
    indicator_id: str
    indicator: Indicator
    observation: Observation
    unit: Unit

    @property
    def definition(self) -> str:
        return f"{self.indicator_id}/{self.observation.definition}"

    def names(self, other: "_Operand") -> bool:
        """Whether its definition names the other's in `comparable_with`."""
        definition = self.indicator.definitions.get(self.observation.definition)
        named = definition.comparable_with if definition else ()
        near = other.observation.definition if self.indicator_id == other.indicator_id else ""
        return other.definition in named or (near != "" and near in named)


def problems(draft: Draft) -> Iterator[Problem]:
    operands = {
        o.id: _Operand(path, name, indicator, o, draft.units[o.unit])
        for path, name, indicator, o in draft.observations()
        if o.unit in draft.units
    }
    try:
        order = evaluation_order({name: item.observation for name, item in operands.items()})
    except CycleError as error:
        yield _cycle_problem(draft, operands, error.args[1])
        return
    values: dict[str, Quantity] = {}
    for item in (operands[name] for name in order if name in operands):
        yield from _derived_problems(draft, item, operands, values)
    for item in operands.values():
        yield from _verify_problems(draft, item, operands, values)


def _cycle_problem(draft: Draft, operands: Mapping[str, _Operand], ring: list[str]) -> Problem:
    sentence = f"the formulas form a ring: {' ← '.join(ring)}"
    first = min(ring)
    return draft.problem((*operands[first].path, "derived"), "derived-cycle", sentence)


def _derived_problems(
    draft: Draft, item: _Operand, operands: Mapping[str, _Operand], values: dict[str, Quantity]
) -> Iterator[Problem]:
    """Yields what is wrong; otherwise puts the value in the base unit into `values`."""
    observation = item.observation
    if observation.derived is None:
        if observation.value is not None:
            values[observation.id] = observation.in_base(item.unit.factor)
        return
    try:
        value = _computed(item, observation.derived, operands, values)
        _check_computed(item, value)
    except _OperandAbsentError:
        return
    except ValueError as error:
        yield draft.problem((*item.path, "derived"), "derived-refused", f"'{observation.id}': {error}")
        return
    values[observation.id] = value


def _check_computed(item: _Operand, value: Quantity) -> None:
    observation = item.observation
    if observation.qualifier not in (Qualifier.EXACT, value.qualifier):
        raise ValueError(f"the qualifier is computed and comes out as {value.qualifier}; leave it out")


def _verify_problems(
    draft: Draft, item: _Operand, operands: Mapping[str, _Operand], values: Mapping[str, Quantity]
) -> Iterator[Problem]:
    observation = item.observation
    if observation.verify is None or observation.value is None:
        return
    path = (*item.path, "verify")
    try:
        computed = _computed(item, observation.verify, operands, values)
    except _OperandAbsentError:
        return
    except ValueError as error:
        yield draft.problem(path, "verify-fails", f"'{observation.id}' cannot be verified: {error}")
        return
    step = last_digit(observation.value) * item.unit.factor
    if not holds(values[observation.id], computed, step=step):
        printed = f"{observation.qualifier} {observation.value}"
        result = f"{computed.qualifier} {computed.value}"
        sentence = f"'{observation.id}' is printed as {printed}, but comes out as {result}"
        yield draft.problem(path, "verify-fails", sentence)


class _OperandAbsentError(Exception):
    """An operand is unknown or refused; that has been said where it stands."""


def _computed(
    item: _Operand, formula: Formula, operands: Mapping[str, _Operand], values: Mapping[str, Quantity]
) -> Quantity:
    if not all(name in values for name in operand_ids(formula)):
        raise _OperandAbsentError
    of = operands[formula.of]
    base = operands[formula.base] if formula.base else None
    _check_shape(formula)
    _check_result_unit(item, formula, of)
    if base is not None:
        _check_together(formula, of, base)
    return evaluate(formula, values[formula.of], values[formula.base] if formula.base else None)


def _check_shape(formula: Formula) -> None:
    needed, refused = ("by", "base") if formula.op == "divide" else ("base", "by")
    if getattr(formula, needed) is None or getattr(formula, refused) is not None:
        raise ValueError(f"{formula.op} takes 'of' and '{needed}', not '{refused}'")


def _check_result_unit(item: _Operand, formula: Formula, of: _Operand) -> None:
    expected = {"growth": PERCENT, "share": PERCENT, "ratio": TIMES}.get(formula.op, of.unit.base)
    if item.unit.base != expected:
        raise ValueError(f"{formula.op} comes out in '{expected}', not in '{item.unit.base}'")


def _check_together(formula: Formula, of: _Operand, base: _Operand) -> None:
    if of.unit.base != base.unit.base:
        raise ValueError(f"'{of.unit.base}' and '{base.unit.base}' cannot be put together")
    declared = formula.op == "share" and of.observation.share_of == base.observation.id
    if of.definition == base.definition or declared or of.names(base) or base.names(of):
        return
    raise ValueError(f"'{of.definition}' and '{base.definition}' are not comparable (see comparable_with)")
