"""Numbers as newspapers write them: 2400, 1,155, 44.3, 两千四百, 十二, 四十四点三. Decimal only."""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9,])|[0-9]+(?:\.[0-9]+)?", re.ASCII)
_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_D = "[一二两三四五六七八九]"
#: Up to 9999; each place may be missing, 零 stands for missing places, a leading 一 may be left out.
_SECTION = re.compile(
    rf"(?:(?P<q>{_D}?)(?P<thousands>千))?(?:零?(?P<b>{_D}?)(?P<hundreds>百))?"
    rf"(?:零?(?P<s>{_D}?)(?P<tens>十))?(?:零?(?P<ones>{_D}))?"
)
#: The scale words that a newspaper joins to the unit: 万家, 亿元, and 千亿 where no digit stands before it.
SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
#: The same in English, the short forms last.
EN_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "m": 10**6,
    "b": 10**9,
}
_POINT = re.compile("点([零〇一二三四五六七八九]+)")
_IMPLICIT_ONE = re.compile(r"(?=[百千]?[万亿])(?:[百千]?万亿|[百千]?[万亿])")
NUMERAL_CHARACTERS = frozenset("零〇一二两三四五六七八九十百千万亿")
#: No printed figure is longer; more digits are a slip of the finger.
MAX_DIGITS = 30


@dataclass(frozen=True)
class Numeral:
    """A number and what follows it in the text."""

    value: Decimal
    rest: str


def read_numeral(text: str) -> Numeral | None:
    """The number that `text` begins with; None if it begins with none, as a parser's alternative."""
    digits = _DIGITS.match(text)
    if digits:
        return _from_digits(digits.group(), text[digits.end() :])
    if _IMPLICIT_ONE.match(text):
        return Numeral(Decimal(1), text)
    whole = _chinese(text)
    return whole and _with_decimals(whole)


def scale_of(unit: str) -> tuple[int, str]:
    """The factor of the scale words that a unit begins with, and the rest: 万家 is (10000, 家)."""
    factor = 1
    while unit and unit[0] in SCALES:
        factor, unit = factor * SCALES[unit[0]], unit[1:]
    return factor, unit


def _from_digits(digits: str, rest: str) -> Numeral | None:
    if len(digits) > MAX_DIGITS or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return None
    return Numeral(Decimal(digits.replace(",", "")), rest)


def _chinese(text: str) -> Numeral | None:
    section = _section(text)
    if section is None:
        return None
    if section.rest.startswith("万"):
        lower = _section(section.rest[1:].removeprefix("零"))
        if lower is not None and not lower.rest.startswith(("万", "亿")):
            return Numeral(section.value * 10_000 + lower.value, lower.rest)
    return section


def _with_decimals(whole: Numeral) -> Numeral:
    match = _POINT.match(whole.rest)
    if match is None:
        return whole
    decimals = "".join(str(_VALUES[character]) for character in match[1])
    return Numeral(whole.value + Decimal(f"0.{decimals}"), whole.rest[match.end() :])


def _section(text: str) -> Numeral | None:
    match = _SECTION.match(text)
    if match is None or not match.group():
        return None
    groups = match.groupdict()
    places = (("thousands", "q", 1_000), ("hundreds", "b", 100), ("tens", "s", 10))
    value = sum(_VALUES.get(groups[digit], 1) * worth for name, digit, worth in places if groups[name])
    value += _VALUES.get(groups["ones"], 0) if groups["ones"] else 0
    if groups["ones"] and not _ones_fit(match):
        return None
    return Numeral(Decimal(value), text[match.end() :])


def _ones_fit(match: re.Match[str]) -> bool:
    """一百二 is colloquial for 120, so 百 or 千 needs 零 before the ones."""
    before = match.group()[:-1]
    return before in {"", "零"} or before.endswith(("十", "零"))
