"""The numbers of a text: where each stands, what it is, and what its hedging words say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.model.quantity import Qualifier, Quantity


class NumberSort(StrEnum):
    """What kind of number it is; a BARE one has a scale (5949亿) or nothing, and no unit."""

    COUNT = "count"
    MEASURE = "measure"
    PERCENT = "percent"
    RANK = "rank"
    TIMES = "times"
    FRACTION = "fraction"
    BARE = "bare"


@dataclass(frozen=True)
class PrintedNumber:
    """A number as it stands in the text, hedging words and unit included.

    The number itself begins at `digits`, its unit at `unit`. `quantity` is in plain units, scale words multiplied
    in; `bases` are the base units it may be in, with the factor to each. `step` is one unit of its last digit.
    """

    start: int
    end: int
    digits: int
    unit: int
    sort: NumberSort
    quantity: Quantity
    bases: Mapping[str, Decimal]
    step: Decimal

    @property
    def in_other_money(self) -> "PrintedNumber | None":
        """The same digits in dollars instead of yuan, or the other way round; None for what is not money."""
        others = {"cny": "usd", "usd": "cny"}
        if self.sort is not NumberSort.MEASURE or not self.bases.keys() <= others.keys():
            return None
        return replace(self, bases={others[base]: factor for base, factor in self.bases.items()})

    @property
    def qualifier(self) -> Qualifier:
        return self.quantity.qualifier

    def in_base(self, base: str) -> Quantity | None:
        """The number in a base unit; None where it cannot be in that unit."""
        factor = self.bases.get(base)
        return None if factor is None else self.quantity.times(factor)
