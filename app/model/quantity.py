"""A printed number with its qualifier, and the bounds that follow from them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """What the print says of the digits: 超 over, 至少 at_least, 近 nearly, 至多 at_most, 约 about."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    AT_MOST = "at_most"
    ABOUT = "about"


#: The true value lies above the digits (a floor), or below them (a ceiling).
FLOORS = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
CEILINGS = frozenset({Qualifier.NEARLY, Qualifier.AT_MOST})


@dataclass(frozen=True)
class Quantity:
    """A value in one unit: `value` to `value_to` if it is a range, both in that unit."""

    value: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    value_to: Decimal | None = None

    @property
    def low(self) -> Decimal | None:
        """The lower bound; None when nothing bounds it from below (近, 约)."""
        if self.qualifier in CEILINGS or self.qualifier is Qualifier.ABOUT:
            return None
        return self.value

    @property
    def high(self) -> Decimal | None:
        """The upper bound; None when nothing bounds it from above (超, 约)."""
        if self.qualifier in FLOORS or self.qualifier is Qualifier.ABOUT:
            return None
        return self.value if self.value_to is None else self.value_to

    @property
    def is_range(self) -> bool:
        return self.value_to is not None

    @property
    def is_exact(self) -> bool:
        return self.qualifier is Qualifier.EXACT and not self.is_range

    def times(self, factor: Decimal) -> "Quantity":
        """The same quantity in a unit `factor` times smaller."""
        upper = None if self.value_to is None else self.value_to * factor
        return Quantity(self.value * factor, self.qualifier, upper)
