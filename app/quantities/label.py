"""A value in words, in the parts that pages, charts and slides set apart."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.model.quantity import Qualifier, Quantity
from app.model.text import Lang
from app.model.vocabulary import Unit
from app.quantities.scale import Scale, format_number, scale_for

_ZH_BEFORE = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "超",
    Qualifier.AT_LEAST: "至少",
    Qualifier.NEARLY: "近",
    Qualifier.AT_MOST: "至多",
    Qualifier.ABOUT: "约",
}
_EN_BEFORE = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "over",
    Qualifier.AT_LEAST: "at least",
    Qualifier.NEARLY: "nearly",
    Qualifier.AT_MOST: "at most",
    Qualifier.ABOUT: "about",
}
_ZH_DIGITS = "零一二三四五六七八九"
_EN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PERCENT = "%"


@dataclass(frozen=True)
class Label:
    """A value in words, in its parts: 超 | 1.2 | 万 | 家 | 推算; over | ¥1.2 | billion.

    `mark` is what stands behind it in brackets (推算, target, tied); `whole` is what it is counted out of (100 firms).
    """

    lang: Lang
    qualifier: str
    number: str
    scale: str = ""
    unit: str = ""
    mark: str = ""
    whole: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """All of it, as it stands at a mark of a chart, in a cell, in a sentence: 约135家（推算）, 100家中的51家."""
        return self.value + self.bracketed_mark

    @property
    def value(self) -> str:
        """The same without its mark."""
        if self.lang is Lang.ZH:
            of = f"{self.whole}中的" if self.whole else ""
            return f"{of}{self.qualifier}{self.number}{self.measure}"
        if self.whole:
            return f"{self.qualifier} {self.amount} of {self.whole}".strip()
        gap = "" if self.is_percent or not self.unit else " "
        return f"{self.qualifier} {self.amount}{gap}{self.unit}".strip()

    @property
    def bracketed_mark(self) -> str:
        """（推算）or (derived), as it ends the text; empty without a mark."""
        if not self.mark:
            return ""
        return self.lang.brackets(self.mark)

    @property
    def amount(self) -> str:
        """The number as it is set in bold: English reads the scale word with it, Chinese with the unit."""
        return self.number if self.lang is Lang.ZH or not self.scale else f"{self.number} {self.scale}"

    @property
    def amount_unit(self) -> str:
        """What follows the amount: 万家, firms."""
        return self.scale + self.unit if self.lang is Lang.ZH else self.unit

    @property
    def measure(self) -> str:
        """What follows the number: 万家, million firms."""
        return ("" if self.lang is Lang.ZH else " ").join(word for word in (self.scale, self.unit) if word)

    @property
    def is_percent(self) -> bool:
        """Whether its unit is a sign that clings to the number."""
        return self.unit == _PERCENT

    @property
    def unsigned(self) -> "Label":
        """The size of a move alone, where its direction is said in words."""
        return replace(self, number=self.number.replace("-", ""))


def qualifier_word(value: Qualifier, lang: Lang) -> str:
    """超 / over; empty for an exact value."""
    return (_ZH_BEFORE if lang is Lang.ZH else _EN_BEFORE)[value]


def printed_label(quantity: Quantity, unit: Unit, base: Unit, lang: Lang) -> Label:
    """The printed `quantity` (in `unit`) as read in `lang`; Chinese keeps the printed unit, English takes the base."""
    if lang is Lang.ZH and unit.zh and base.style != "fraction":
        own = "" if base.style == "rank" else unit.zh
        return Label(lang, qualifier_word(quantity.qualifier, lang), _digits_of(quantity, base, lang), unit=own)
    return base_label(quantity.times(unit.factor), base, lang)


def base_label(quantity: Quantity, base: Unit, lang: Lang, scale: Scale | None = None) -> Label:
    """A quantity in its base unit, at the scale given or else the one (万, 亿, million …) that suits it."""
    qualifier = qualifier_word(quantity.qualifier, lang)
    if base.style == "fraction":
        return _fraction(quantity, base, lang)
    scale = scale or scale_for(quantity.value_to or quantity.value, base, lang)
    digits = _digits_of(quantity.times(1 / scale.divisor), base, lang)
    if base.style == "rank":
        return Label(lang, qualifier, digits)
    if lang is Lang.ZH:
        return Label(lang, qualifier, digits, scale.word, base.zh)
    return Label(lang, qualifier, f"{base.en_sign}{digits}", scale.word, _en_unit(quantity, base))


def _digits_of(quantity: Quantity, base: Unit, lang: Lang) -> str:
    first = _digits(quantity.value, base, lang)
    if quantity.value_to is None:
        return f"第{first}位" if base.style == "rank" and lang is Lang.ZH else first
    last = _digits(quantity.value_to, base, lang)
    return f"第{first}–{last}位" if base.style == "rank" and lang is Lang.ZH else f"{first}–{last}"


def _digits(value: Decimal, base: Unit, lang: Lang) -> str:
    return format_number(value) if base.style != "rank" or lang is Lang.ZH else _ordinal(int(value))


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _en_unit(quantity: Quantity, base: Unit) -> str:
    if base.en is None:
        raise ValueError("a base unit has an English name")
    if base.en_sign:
        return ""
    return base.en.one if quantity.value == 1 and not quantity.is_range else base.en.other


def _fraction(quantity: Quantity, base: Unit, lang: Lang) -> Label:
    number, qualifier = int(quantity.value), qualifier_word(quantity.qualifier, lang)
    if lang is Lang.ZH:
        return Label(lang, qualifier, f"{base.zh}{_ZH_DIGITS[number]}")
    return Label(lang, qualifier, _EN_WORDS[number], unit=_en_unit(quantity, base))
