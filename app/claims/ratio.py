"""Shares and ranks written in words: 三分之二, 一半以上, two thirds, 第5位, ranked fifth."""

import re
from decimal import Decimal

from app.claims.number import NumberSort, PrintedNumber
from app.claims.parts import captured_qualifier, han_value, rank_place
from app.claims.pattern import ORDINALS, WORDS
from app.model.quantity import Qualifier, Quantity


def share(match: re.Match[str]) -> PrintedNumber | None:
    groups, percent = match.groupdict(), {"percent": Decimal(1)}
    kind = captured_qualifier(match)
    if groups["half"]:
        kind = Qualifier.OVER if groups["half"] in ("过半", "a majority") else kind
        return PrintedNumber(*rank_place(match), NumberSort.PERCENT, Quantity(Decimal(50), kind), percent, Decimal(1))
    if groups["part"]:
        under = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[groups["of"]]
        over = Decimal({"a": 1, "one": 1, "two": 2, "three": 3}[groups["part"]])
        return _fraction(match, over, under)
    value = Decimal(groups["over"]) if groups["over"][0].isdigit() else han_value(groups["over"])
    if value is None:
        return None
    if groups["under"] == "百":
        return PrintedNumber(*rank_place(match), NumberSort.PERCENT, Quantity(value, kind), percent, Decimal("0.1"))
    return _fraction(match, value, "零一二三四五六七八九十".index(groups["under"]))


def _fraction(match: re.Match[str], over: Decimal, under: int) -> PrintedNumber:
    """A fraction, in thirds where those are a unit of the data set, else as the percentage it is."""
    kind = captured_qualifier(match)
    if under == 3:
        return PrintedNumber(
            *rank_place(match), NumberSort.FRACTION, Quantity(over, kind), {"third": Decimal(1)}, Decimal(1)
        )
    value = Quantity(over * 100 / under, kind)
    return PrintedNumber(*rank_place(match), NumberSort.PERCENT, value, {"percent": Decimal(1)}, Decimal(1))


def rank(match: re.Match[str]) -> PrintedNumber | None:
    groups = match.groupdict()
    value: Decimal | None = Decimal(1)
    if groups["n"]:
        value = Decimal(groups["n"]) if groups["n"].isdigit() else han_value(groups["n"])
    elif groups["m"] or groups["o"]:
        value = Decimal(groups["m"] or groups["o"])
    elif groups["k"]:
        value = Decimal(WORDS[groups["k"]])
    elif groups["w"]:
        value = Decimal(ORDINALS[groups["w"]])
    if value is None:
        return None
    return PrintedNumber(*rank_place(match), NumberSort.RANK, Quantity(value), {"rank": Decimal(1)}, Decimal(1))
