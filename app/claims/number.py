"""A number of a text: what it is, and what the groups of its match say of its value, hedging words and place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.loading.printed import BEFORE, BEHIND, EN_SCALES, MAX_DIGITS, SCALES, joined, read_numeral
from app.model.formula import last_digit
from app.model.quantity import Qualifier, Quantity

_EN_WORDS: Mapping[Qualifier, tuple[str, ...]] = {
    Qualifier.OVER: (
        *("over", "more than", "above", "exceeding", "exceeds", "exceed", "exceeded", "upwards of", "surpassed"),
        *("surpassing", "topped", "past", "beyond", "in excess of", "greater than", ">"),
    ),
    Qualifier.AT_LEAST: ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "≥"),
    Qualifier.NEARLY: (*("nearly", "almost", "close to", "just under", "approaching", "just shy of", "just below"),),
    Qualifier.AT_MOST: (
        *("fewer than", "less than", "under", "below", "up to", "at most", "no more than", "not more than", "<"),
        *("a maximum of", "≤", "not even"),
    ),
    Qualifier.ABOUT: ("about", "around", "roughly", "approximately", "some", "circa", "an estimated", "~", "≈"),
}
EN_BEFORE = {word: kind for kind, words in _EN_WORDS.items() for word in words}
EN_BEHIND: Mapping[str, Qualifier] = {
    "+": Qualifier.OVER, "plus": Qualifier.OVER, "or more": Qualifier.AT_LEAST, "or so": Qualifier.ABOUT,
    "or fewer": Qualifier.AT_MOST, "or less": Qualifier.AT_MOST,
}  # fmt: skip
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: at + 1 for at, word in enumerate(_SMALL)} | {word: 10 * at + 20 for at, word in enumerate(_TENS)}
_TENTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = {word: at + 1 for at, word in enumerate(_TENTH)}


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


def value_of(match: re.Match[str], which: str) -> Decimal | None:
    digits, han, word = match[f"digits{which}"], match[f"han{which}"], match[f"word{which}"]
    if digits:
        bare = digits.replace(",", "")
        return Decimal(bare) if len(bare) <= MAX_DIGITS else None
    if han:
        return han_value(han)
    return _word_value(word) if word else None


def _word_value(words: str) -> Decimal:
    """two thousand four hundred and twelve"""
    total, part = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word == "thousand":
            total, part = total + part * 1000, 0
        else:
            part = part * 100 if word == "hundred" else part + WORDS.get(word, 0)
    return Decimal(total + part)


def han_value(text: str) -> Decimal | None:
    numeral = read_numeral(text)
    if numeral is None:
        return None
    value = numeral.value
    for character in numeral.rest:
        if character not in SCALES:
            return None
        value *= SCALES[character]
    return value


def scale_behind(match: re.Match[str]) -> Decimal:
    scale = Decimal(1)
    for character in match["scale"] or "":
        scale *= SCALES[character]
    return scale * (EN_SCALES[match["scale_en"]] if match["scale_en"] else 1)


def scale_between(match: re.Match[str]) -> Decimal | None:
    scale = Decimal(1)
    for character in match["mid"] or "":
        scale *= SCALES[character]
    return scale if match["mid"] or match["mid_unit"] else None


def captured_qualifier(match: re.Match[str]) -> Qualifier:
    groups = match.groupdict()
    qualifiers: list[Qualifier] = []
    if groups.get("hedge"):
        qualifiers.append(BEFORE[groups["hedge"]])
    if groups.get("hedge_en"):
        qualifiers.append(EN_BEFORE[groups["hedge_en"]])
    if groups.get("sign"):
        qualifiers.append(EN_BEFORE[groups["sign"]])
    if any(groups.get(name) for name in ("inside", "inside2", "plus", "plus2")):
        qualifiers.append(Qualifier.OVER)
    if groups.get("behind") and (groups["behind"] != "级" or not qualifiers):
        qualifiers.append(BEHIND[groups["behind"]])
    if groups.get("behind_en"):
        qualifiers.append(EN_BEHIND[groups["behind_en"]])
    return joined(qualifiers)


def step(match: re.Match[str], scale: Decimal) -> Decimal:
    """One unit of the last digit that is not a trailing zero: 10 for 2,410 and 100 for 2,400."""
    digits = match["digits1"]
    if not digits or match["digits2"]:
        return Decimal(1)
    number = Decimal(digits.replace(",", ""))
    return last_digit(number if "." in digits else number.normalize()) * scale


def rank_place(match: re.Match[str]) -> tuple[int, int, int, int]:
    """Start and end with the blanks at either side left out, and where the number itself and its unit start."""
    start, end = match.span()
    text = match.string
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    groups = match.groupdict()
    names = ("money", "digits1", "han1", "word1")
    digits = min((match.start(name) for name in names if groups.get(name)), default=start)
    units = [match.start(name) for name in ("unit", "unit_en") if groups.get(name)]
    return start, end, digits, min(units, default=end)


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
