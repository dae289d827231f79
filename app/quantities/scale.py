"""The steps of large numbers, 万 亿 万亿 and million, billion, trillion, and the digits of a number at one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from app.model.quantity import Quantity
from app.model.text import LANGS, Lang
from app.model.vocabulary import Unit


@dataclass(frozen=True)
class Scale:
    """A step of large numbers in one language: `divisor` base units are one `word` (亿, billion)."""

    divisor: Decimal
    word: str


NO_SCALE = Scale(Decimal(1), "")
_ZH_SCALES = (Scale(Decimal(10) ** 12, "万亿"), Scale(Decimal(10) ** 8, "亿"), Scale(Decimal(10) ** 4, "万"))
_EN_SCALES = (
    Scale(Decimal(10) ** 12, "trillion"),
    Scale(Decimal(10) ** 9, "billion"),
    Scale(Decimal(10) ** 6, "million"),
)
#: The steps of large numbers by the name an address gives them: each language has its own word at each.
STEPS = ("highest", "high", "middle", "one")
#: Both languages offer the same steps: English says 0.3 billion where Chinese says 3亿, and nothing smaller.
_LEAST = {"zh": Decimal(1), "en": Decimal("0.1")}


def scale_for(value: Decimal, base: Unit, lang: Lang) -> Scale:
    """The largest scale word that leaves a number of at least one, and no more than four decimals."""
    if base.style != "amount":
        return NO_SCALE
    for scale in _ZH_SCALES if lang is Lang.ZH else _EN_SCALES:
        if abs(value) >= scale.divisor and _decimals(value / scale.divisor) <= 4:
            return scale
    return NO_SCALE


def scale_at(step: str, lang: Lang) -> Scale:
    """The scale a step stands for; raises ValueError for a name that is not one of `STEPS`."""
    return (*(_ZH_SCALES if lang is Lang.ZH else _EN_SCALES), NO_SCALE)[STEPS.index(step)]


def list_steps(quantities: Sequence[Quantity], base: Unit) -> tuple[str, ...]:
    """The steps at which all of these, in their base unit, are written to the last digit with few decimals."""
    values = [value for q in quantities for value in (q.value, q.value_to) if value is not None]
    if base.style != "amount" or not values:
        return ()
    return tuple(step for step in STEPS if all(_suits(scale_at(step, lang), values, lang) for lang in LANGS))


def _suits(scale: Scale, values: Sequence[Decimal], lang: Lang) -> bool:
    large = scale is NO_SCALE or max(abs(value) for value in values) >= scale.divisor * _LEAST[lang]
    return large and all(_decimals(value / scale.divisor) <= 4 for value in values)


def scaled_unit(scale: Scale, base: Unit, lang: Lang) -> str:
    """The unit an axis or column is headed with: 亿元, ¥ billion, firms."""
    if lang is Lang.ZH:
        return scale.word + base.zh
    if base.en is None:
        raise ValueError("a base unit has an English name")
    return " ".join(word for word in (base.en_sign or "", scale.word, "" if base.en_sign else base.en.other) if word)


def format_number(value: Decimal) -> str:
    """Grouped digits without exponent or trailing zeros: 1,234.5."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def round_quantity(quantity: Quantity, base: Unit) -> Quantity:
    """A computed quantity cut to the digits a reader can use: whole amounts, percent and ratios to a decimal or two."""
    places = {"percent": Decimal("0.1"), "rank": Decimal(1), "fraction": Decimal(1)}.get(base.style)
    step = places or (Decimal(1) if abs(quantity.value) >= 10 else Decimal("0.01"))
    upper = None if quantity.value_to is None else quantity.value_to.quantize(step, rounding=ROUND_HALF_EVEN)
    return Quantity(quantity.value.quantize(step, rounding=ROUND_HALF_EVEN), quantity.qualifier, upper)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
