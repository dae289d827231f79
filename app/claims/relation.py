"""How a claimed quantity stands to a known one, hedging words on both sides taken at their word."""

from decimal import Decimal
from enum import StrEnum

from app.model.quantity import CEILINGS, FLOORS, Qualifier, Quantity

#: 近 and 约 promise to be close; a tenth off is no longer so.
_CLOSE = Decimal("0.1")
#: A figure rounded to its leading digits is off by no more than this and still the same figure.
_ROUNDING = Decimal("0.01")
#: Nothing bounds 约45%; this far off it is another number all the same.
_FAR = Decimal("0.2")


class Relation(StrEnum):
    """`LOOSER` is true but says less than we know; `BARE` leaves out the hedge; `OPEN` is neither held nor denied."""

    SAME = "same"
    ROUNDED = "rounded"
    BARE = "bare"
    LOOSER = "looser"
    OPEN = "open"
    DENIED = "denied"


#: The claim gives the figure itself.
IS_THE_FIGURE = frozenset({Relation.SAME, Relation.ROUNDED, Relation.BARE})


def relate(claimed: Quantity, known: Quantity, step: Decimal) -> Relation:
    """Both in one unit; `step` is one unit of the claim's last digit that counts."""
    if claimed.value_to is not None:
        return _of_range(claimed, claimed.value_to, known)
    if known.value_to is not None:
        return _to_range(claimed, known.value, known.value_to)
    if claimed.value == known.value:
        return _same_digits(claimed.qualifier, known.qualifier)
    if known.qualifier is Qualifier.EXACT:
        return _to_exact(claimed, known.value, step)
    if known.qualifier is Qualifier.ABOUT:
        return _to_about(claimed, known.value)
    return _to_floor(claimed, known.value) if known.qualifier in FLOORS else _to_ceiling(claimed, known.value)


def _same_digits(claimed: Qualifier, known: Qualifier) -> Relation:
    if claimed is known or {claimed, known} <= FLOORS or {claimed, known} <= CEILINGS:
        return Relation.SAME
    if claimed is Qualifier.EXACT or (claimed is Qualifier.ABOUT and known is not Qualifier.EXACT):
        return Relation.BARE
    if claimed is Qualifier.ABOUT:
        return Relation.ROUNDED
    if known is Qualifier.EXACT:
        return Relation.LOOSER if claimed in (Qualifier.AT_LEAST, Qualifier.AT_MOST) else Relation.DENIED
    return Relation.OPEN if known is Qualifier.ABOUT else Relation.DENIED


def _to_exact(claimed: Quantity, known: Decimal, step: Decimal) -> Relation:
    value, kind = claimed.value, claimed.qualifier
    if kind in FLOORS:
        return Relation.LOOSER if value < known else Relation.DENIED
    if kind in CEILINGS:
        is_near = kind is Qualifier.AT_MOST or known >= value * (1 - _CLOSE)
        return Relation.LOOSER if value > known and is_near else Relation.DENIED
    if _is_rounding(known, value, step):
        off = abs(known - value) / abs(known)
        if kind is Qualifier.ABOUT or off <= _ROUNDING:
            return Relation.ROUNDED
        return Relation.BARE if off <= 2 * _ROUNDING else Relation.DENIED
    if kind is Qualifier.ABOUT:
        if abs(known - value) <= abs(known) * _ROUNDING:
            return Relation.ROUNDED
        return Relation.OPEN if abs(known - value) <= abs(known) * _CLOSE else Relation.DENIED
    return Relation.DENIED


def _is_rounding(known: Decimal, value: Decimal, step: Decimal) -> bool:
    """Whether the claim is the known value, rounded to at least two digits."""
    return abs(value) >= 10 * step and abs(known - value) <= step / 2


def _to_about(claimed: Quantity, known: Decimal) -> Relation:
    return Relation.DENIED if abs(claimed.value - known) > known * _FAR else Relation.OPEN


def _to_floor(claimed: Quantity, known: Decimal) -> Relation:
    """The true value is above `known`."""
    value, kind = claimed.value, claimed.qualifier
    if kind in FLOORS:
        return Relation.LOOSER if value < known else Relation.OPEN
    if kind is Qualifier.ABOUT and value >= known * (1 - _CLOSE):
        return Relation.OPEN
    return Relation.DENIED if value < known else Relation.OPEN


def _to_ceiling(claimed: Quantity, known: Decimal) -> Relation:
    """The true value is below `known`, and 近 says that it is not far below."""
    value, kind = claimed.value, claimed.qualifier
    if kind in CEILINGS:
        return Relation.LOOSER if value > known and kind is Qualifier.AT_MOST else Relation.OPEN
    if kind in FLOORS:
        return Relation.DENIED if value >= known else Relation.OPEN
    if kind is Qualifier.ABOUT and value <= known * (1 + _CLOSE):
        return Relation.OPEN
    return Relation.DENIED if value > known else Relation.OPEN


def _of_range(claimed: Quantity, top: Decimal, known: Quantity) -> Relation:
    if claimed == known:
        return Relation.SAME
    low, high = known.low, known.high
    is_outside = (low is not None and top < low) or (high is not None and claimed.value > high)
    holds_all = low is not None and high is not None and claimed.value <= low and high <= top
    return Relation.DENIED if is_outside else Relation.LOOSER if holds_all else Relation.OPEN


def _to_range(claimed: Quantity, bottom: Decimal, top: Decimal) -> Relation:
    value, kind = claimed.value, claimed.qualifier
    if bottom <= value <= top:
        return Relation.BARE if kind is Qualifier.EXACT else Relation.OPEN
    is_bound = (kind in FLOORS and value < bottom) or (kind in CEILINGS and value > top)
    return Relation.LOOSER if is_bound else Relation.DENIED
