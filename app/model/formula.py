"""Values computed from other observations; bounds are carried along, never tighter than they are."""

from collections.abc import Callable, Mapping
from decimal import Context, Decimal, localcontext
from graphlib import TopologicalSorter

from app.model.observation import Formula, Observation
from app.model.quantity import CEILINGS, FLOORS, Qualifier, Quantity

_HUNDRED = Decimal(100)
#: Enough for every finite quotient of printed figures; an infinite one is cut here and rounded on display.
_PRECISION = Context(prec=28)
#: Each rises with its first argument and falls with its second (of counts and amounts), so bounds carry.
_OPERATIONS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "growth": lambda of, base: (of - base) * _HUNDRED / base,
    "share": lambda of, base: of * _HUNDRED / base,
    "ratio": lambda of, base: of / base,
    "difference": lambda of, base: of - base,
}


def evaluate(formula: Formula, of: Quantity, base: Quantity | None) -> Quantity:
    """The result in percent (growth, share), times (ratio) or the operands' base unit (difference, divide).

    Raises ValueError with a sentence where the operands bound the result on no side.
    """
    with localcontext(_PRECISION):
        if formula.op == "divide":
            return _divided(formula, of)
        if base is None:
            raise ValueError(f"{formula.op} needs a base")
        if formula.op != "difference":
            _check_signs(formula, of, base)
        return _combined(formula, of, base)


def evaluation_order(observations: Mapping[str, Observation]) -> tuple[str, ...]:
    """All ids, operands before what is computed from them; raises graphlib.CycleError for a ring."""
    operands = {name: operand_ids(observation.derived) for name, observation in observations.items()}
    return tuple(TopologicalSorter(operands).static_order())


def operand_ids(formula: Formula | None) -> tuple[str, ...]:
    if formula is None:
        return ()
    return (formula.of,) if formula.base is None else (formula.of, formula.base)


def holds(printed: Quantity, computed: Quantity, *, step: Decimal) -> bool:
    """Whether a printed rate agrees with the computed one; `step` is one unit of its last printed digit.

    Both in the base unit. An exact print must be the computed value, rounded; a bound must be respected.
    """
    if printed.qualifier in FLOORS:
        return computed.low is not None and computed.low >= printed.value
    if printed.qualifier in CEILINGS:
        return computed.high is not None and computed.high <= printed.value
    if not (computed.is_exact or computed.qualifier is Qualifier.ABOUT):
        return False
    tolerance = step if Qualifier.ABOUT in (printed.qualifier, computed.qualifier) else step / 2
    return abs(computed.value - printed.value) <= tolerance


def last_digit(value: Decimal) -> Decimal:
    """One unit of the last digit as written: 0.01 for 9.48."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise TypeError(f"{value} has no digits")
    return Decimal(1).scaleb(exponent)


def _divided(formula: Formula, of: Quantity) -> Quantity:
    if formula.by is None or formula.by <= 0:
        raise ValueError("divide needs a number above 0 in 'by'")
    upper = None if of.value_to is None else of.value_to / formula.by
    # A printed multiple (翻了一番) is itself round, so a bound divided by it bounds nothing: 超270 gives about 135.
    kind = Qualifier.EXACT if of.qualifier is Qualifier.EXACT else Qualifier.ABOUT
    return Quantity(of.value / formula.by, kind, upper)


def _check_signs(formula: Formula, of: Quantity, base: Quantity) -> None:
    if base.value <= 0:
        raise ValueError(f"{formula.op} needs a base above 0")
    if of.value < 0 and not (of.is_exact and base.is_exact):
        raise ValueError(f"{formula.op} of a bound below 0 has no direction")


def _combined(formula: Formula, of: Quantity, base: Quantity) -> Quantity:
    operation = _OPERATIONS[formula.op]
    if Qualifier.ABOUT in (of.qualifier, base.qualifier):
        return Quantity(operation(of.value, base.value), Qualifier.ABOUT)
    low = None if of.low is None or base.high is None else operation(of.low, base.high)
    high = None if of.high is None or base.low is None else operation(of.high, base.low)
    if low is not None and high is not None:
        return Quantity(low, Qualifier.EXACT, None if low == high else high)
    strict = Qualifier.OVER in (of.qualifier, base.qualifier) or Qualifier.NEARLY in (
        of.qualifier,
        base.qualifier,
    )
    if low is not None:
        return Quantity(low, Qualifier.OVER if strict else Qualifier.AT_LEAST)
    if high is not None:
        return Quantity(high, Qualifier.NEARLY if strict else Qualifier.AT_MOST)
    raise ValueError(f"{formula.op} of '{of.qualifier}' and '{base.qualifier}' is bounded on no side")
