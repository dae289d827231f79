"""Computed values are exact, carry their bounds, and are refused where nothing bounds them."""

from decimal import Decimal
from typing import Any

import pytest

from app.model.formula import evaluate, holds, last_digit
from app.model.observation import Formula
from app.model.quantity import Qualifier, Quantity


def quantity(text: str) -> Quantity:
    """`over 270`, `51`, `2..3`: a quantity as the tests write it."""
    qualifier, _, digits = text.rpartition(" ")
    low, _, high = digits.partition("..")
    return Quantity(Decimal(low), Qualifier(qualifier or "exact"), Decimal(high) if high else None)


def formula(op: str, **overrides: Any) -> Formula:
    by = Decimal(2) if op == "divide" else None
    return Formula.model_validate({"op": op, "of": "a", "base": None if by else "b", "by": by} | overrides)


COMPUTED = [
    ("growth", "9761", "8916", "exact 9.477344100493494840735755944"),
    ("growth", "110", "100", "exact 10"),
    ("share", "51", "100", "exact 51"),
    ("share", "over 51", "100", "over 51"),
    ("share", "at_least 51", "100", "at_least 51"),
    ("share", "51", "over 100", "nearly 51"),
    ("share", "51", "at_most 100", "at_least 51"),
    ("share", "over 51", "nearly 100", "over 51"),
    ("ratio", "508", "194", "exact 2.618556701030927835051546392"),
    ("ratio", "2..3", "2", "1..1.5"),
    ("difference", "9761", "8916", "exact 845"),
    ("difference", "nearly 500", "100", "nearly 400"),
    ("difference", "100", "nearly 500", "over -400"),
    ("difference", "2..4", "1..2", "0..3"),
    ("growth", "about 110", "over 100", "about 10"),
    ("divide", "over 270", None, "about 135"),
    ("divide", "about 270", None, "about 135"),
    ("divide", "2..3", None, "1..1.5"),
]


@pytest.mark.parametrize(("op", "of", "base", "result"), COMPUTED)
def test_bounds_are_carried_along(op: str, of: str, base: str | None, result: str) -> None:
    computed = evaluate(formula(op), quantity(of), quantity(base) if base else None)
    assert computed == quantity(result)


@pytest.mark.parametrize(
    ("op", "of", "base"),
    [
        ("growth", "over 2400", "over 2200"),
        ("share", "over 51", "over 100"),
        ("ratio", "nearly 3500", "nearly 2686"),
        ("difference", "at_least 3", "over 2"),
        ("ratio", "1", "0"),
        ("growth", "1", "-1"),
        ("growth", "1", None),
    ],
)
def test_what_is_bounded_on_no_side_is_refused(op: str, of: str, base: str | None) -> None:
    with pytest.raises(ValueError, match=op):
        evaluate(formula(op), quantity(of), quantity(base) if base else None)


@pytest.mark.parametrize(
    ("printed", "computed", "agrees"),
    [
        ("9.48", "9.4773", True),
        ("9.5", "9.4773", True),
        ("9.47", "9.4773", False),
        ("9.48", "over 9.48", False),
        ("over 9", "9.4773", True),
        ("over 10", "9.4773", False),
        ("nearly 10", "9.4773", True),
        ("about 45", "45.9", True),
        ("about 45", "47", False),
    ],
)
def test_a_printed_rate_holds_when_the_computed_one_rounds_to_it(printed: str, computed: str, agrees: bool) -> None:
    rate = quantity(printed)
    assert holds(rate, quantity(computed), step=last_digit(rate.value)) is agrees
