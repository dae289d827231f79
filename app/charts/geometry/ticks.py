"""Round ticks: steps of 1, 2 or 5 times a power of ten of the unit shown, in 万/亿 or million/billion words."""

import math
from dataclasses import dataclass
from decimal import Decimal

from app.model.quantity import Quantity
from app.model.text import Lang
from app.model.vocabulary import TIMES, Unit
from app.quantities.label import base_label
from app.quantities.scale import NO_SCALE, Scale, format_number, scale_at, scale_for, scaled_unit

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_ONE = Decimal(1)
#: The powers of ten at which one of the languages has a word: 万亿 and trillion, billion, 亿, million, 万, one.
_POWERS = (12, 9, 8, 6, 4, 0)


@dataclass(frozen=True)
class Ticks:
    """Tick values in the base unit with their words, and the unit all of them are in (亿元, ¥ billion)."""

    values: tuple[Decimal, ...]
    texts: tuple[str, ...]
    title: str
    #: The last text with its unit (1.1万亿元, ¥300 billion), for an axis that has no title of its own.
    closing: str

    @property
    def low(self) -> Decimal:
        return self.values[0]

    @property
    def high(self) -> Decimal:
        return self.values[-1]


def linear(low: Decimal, high: Decimal, *, unit: Unit, lang: Lang, count: int = 4, step: str = "") -> Ticks:
    """Ticks from at most `low` to at least `high`, about `count` of them; 0 to `high` when `low` is 0.

    They are worded at `step`, one of `scale.STEPS`, where one is given.
    """
    between = _between((high - low) / count if high > low else max(abs(high), _ONE) / count, unit)
    first, last = math.floor(low / between), math.ceil(high / between)
    values = tuple(between * n for n in range(first, max(last, first + 1) + 1))
    scale = scale_at(step, lang) if step else _axis_scale(between, values[-1], unit, lang)
    return _worded(values, scale, unit, lang)


def ranks(worst: int, *, unit: Unit, lang: Lang, count: int = 5) -> Ticks:
    """Whole ranks from 1 to at least `worst`; 1 is always a tick."""
    step = max(1, int(_between(Decimal(worst) / count, unit)))
    values = (_ONE, *(Decimal(n) for n in range(step if step > 1 else 2, worst + step, step)))
    return _worded(values, NO_SCALE, unit, lang)


def logarithmic(low: Decimal, high: Decimal, *, unit: Unit, lang: Lang) -> Ticks:
    """Powers of ten around `low` to `high`, both above 0; the texts keep their own 万 or million each."""
    first, last = low.adjusted(), high.adjusted()
    last += 0 if high == _ONE.scaleb(last) and last > first else 1
    values = tuple(_ONE.scaleb(n) for n in range(first, last + 1))
    texts = tuple(_own_scale(value, unit, lang) for value in values)
    whole = base_label(Quantity(values[-1]), unit, lang).value
    return Ticks(values, texts, scaled_unit(NO_SCALE, unit, lang), whole)


def _worded(values: tuple[Decimal, ...], scale: Scale, unit: Unit, lang: Lang) -> Ticks:
    texts = tuple(format_number(value / scale.divisor) for value in values)
    if unit.style == "percent":
        texts = tuple(f"{text}%" for text in texts)
    if unit.style in ("percent", "rank"):
        return Ticks(values, texts, "", texts[-1])
    return Ticks(values, texts, scaled_unit(scale, unit, lang), _closing(texts[-1], scale, unit, lang))


def _closing(text: str, scale: Scale, unit: Unit, lang: Lang) -> str:
    if lang is Lang.ZH:
        return text + scale.word + unit.zh
    name = "" if unit.en_sign or unit.en is None else unit.en.other
    return " ".join(word for word in (unit.en_sign + text, scale.word, name) if word)


def _axis_scale(step: Decimal, high: Decimal, unit: Unit, lang: Lang) -> Scale:
    """One word for the whole axis: the largest that keeps the steps whole (Chinese) or at a decimal (English)."""
    finest = _ONE if lang is Lang.ZH else Decimal("0.1")
    ladder = [scale_for(_ONE.scaleb(power), unit, lang) for power in _POWERS]
    fitting = (scale for scale in ladder if step / scale.divisor >= finest and high >= scale.divisor)
    return next(fitting, ladder[-1])


def _own_scale(value: Decimal, unit: Unit, lang: Lang) -> str:
    scale = scale_for(value, unit, lang)
    gap = " " if scale.word and lang is Lang.EN else ""
    return f"{format_number(value / scale.divisor)}{gap}{scale.word}"


def _between(least: Decimal, unit: Unit) -> Decimal:
    power = _ONE.scaleb(least.adjusted())
    step = next(power * factor for factor in _STEPS if power * factor >= least)
    # Things are counted whole: no half firm stands on an axis.
    return max(step, _ONE) if unit.style == "rank" or _is_count(unit) else step


def _is_count(unit: Unit) -> bool:
    return unit.style == "amount" and not unit.en_sign and unit.base != TIMES
