"""Reads what a newspaper printed: 超过2200家, 近4成, 1.2万P, 100倍至1万倍 — value, unit and qualifier.

The whole fragment must be understood; what is left over is refused, so that nothing is dropped in silence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.loading.numeral import NUMERAL_CHARACTERS, SCALES, read_numeral, scale_of
from app.loading.qualifier_words import BEFORE, BEHIND, INSIDE, joined, longest_first
from app.model.quantity import Qualifier


@dataclass(frozen=True)
class ParsedFragment:
    """A fragment understood: `unit` is the words behind the digits with scale words (万家, 亿元, 三分之)."""

    value: Decimal
    value_to: Decimal | None
    qualifier: Qualifier
    unit: str


class UnreadableFragmentError(ValueError):
    """The grammar does not read the fragment; the message says what was not understood."""


#: The reviewed list of exact phrases, the only way around the grammar (at most 10 in all).
PHRASES: Mapping[str, ParsedFragment] = {
    "翻了一番": ParsedFragment(Decimal(2), None, Qualifier.EXACT, "倍"),
    "首位": ParsedFragment(Decimal(1), None, Qualifier.EXACT, "位"),
}

_BEFORE = re.compile(rf"({longest_first(BEFORE)})了?")
_BEHIND = re.compile(rf"(.+?)({longest_first(BEHIND)})")
_INSIDE = re.compile(rf"([十百千万亿]*)({longest_first(INSIDE)})([十百千万亿]*)(.*)")
#: Words that may stand between a hedge and its digits and carry no quantity: 约占全国的45%.
CONNECTOR = r"占(?:[全本][国市球]|总数|比|的)*"
_CONNECTOR = re.compile(CONNECTOR)
_PREFIX = re.compile(r"(?:并列|排名|位列|位居|居)?第|前|每")
_HALF = re.compile(r"一?半数?")
_FRACTION = re.compile(r"([二三四五六七八九十]分之)(.+)")
RANGE_SIGNS = "至到—–~～-"  # the plain hyphen last, as a character class needs it
_RANGE = re.compile(rf"(.+?)[{RANGE_SIGNS}]+(.+)")
#: Behind these 级 says "of that order"; elsewhere (国家级) it belongs to the unit's words.
_ORDER = re.compile(r"[十百千万亿]*[万亿](?:元|美元)?")
#: Only a stretch of time takes 多 or 余 behind its unit (3年多); elsewhere they belong to the words.
_TIME_UNITS = ("年", "月", "天", "日", "小时", "岁", "周")


def read_printed(fragment: str) -> ParsedFragment:
    """Read a fragment, white space aside; raises UnreadableFragmentError unless all of it is understood."""
    text = re.sub(r"\s+", "", fragment)
    if text in PHRASES:
        return PHRASES[text]
    hedges, core = _hedges(text)
    if not core:
        raise UnreadableFragmentError(f"'{fragment}' holds no number")
    value, value_to, unit, inside = _quantity(core, fragment)
    return ParsedFragment(value, value_to, joined(hedges + inside), unit)


def _hedges(text: str) -> tuple[list[Qualifier], str]:
    """The hedging words around the core, and the core."""
    qualifiers: list[Qualifier] = []
    while match := _BEFORE.match(text):
        qualifiers.append(BEFORE[match.group(1)])
        text = text[match.end() :]
        text = text.removeprefix(_matched(_CONNECTOR, text))
    while (match := _BEHIND.fullmatch(text)) and _is_hedge(match.group(2), match.group(1)):
        qualifiers.append(BEHIND[match.group(2)])
        text = match.group(1)
    return qualifiers, text


def _matched(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match.group() if match else ""


def _is_hedge(word: str, behind: str) -> bool:
    if word == "级":
        return _ORDER.fullmatch(behind.lstrip("0123456789.,")) is not None
    if word in INSIDE:
        return behind.endswith(_TIME_UNITS)
    return True


def _quantity(core: str, fragment: str) -> tuple[Decimal, Decimal | None, str, list[Qualifier]]:
    if _HALF.fullmatch(core):
        return Decimal(1), None, "半", []
    fraction = _FRACTION.fullmatch(core)
    if fraction:
        value, rest, inside = _number(fraction.group(2), fragment)
        return value, None, fraction.group(1) + rest, inside
    prefix = _matched(_PREFIX, core)
    text = core[len(prefix) :]
    between = _RANGE.fullmatch(text)
    if between and read_numeral(between.group(2)):
        return _range(between.group(1), between.group(2), fragment)
    value, unit, inside = _number(text, fragment)
    return value, None, unit or ("位" if prefix.endswith("第") else ""), inside


def _range(first: str, second: str, fragment: str) -> tuple[Decimal, Decimal, str, list[Qualifier]]:
    """Both ends in the unit of the first: 100倍至1万倍 is 100 to 10000 倍, 2至3万家 is 2 to 3 万家."""
    low, low_unit, inside = _number(first, fragment)
    high, high_unit, more = _number(second, fragment)
    factor, high_word = scale_of(high_unit)
    low_factor, low_word = scale_of(low_unit)
    if not low_unit and low < high:
        low_factor, low_word = factor, high_word
    if low_word not in ("", high_word):
        raise UnreadableFragmentError(f"'{fragment}' gives a range in two units, '{low_unit}' and '{high_unit}'")
    top = high * factor / low_factor
    if top <= low:
        raise UnreadableFragmentError(f"the range in '{fragment}' does not rise")
    unit = high_unit if low_factor == factor else low_unit[: len(low_unit) - len(low_word)] + high_word
    return low, top, unit, inside + more


def _number(text: str, fragment: str) -> tuple[Decimal, str, list[Qualifier]]:
    """A number, the unit behind it, and the hedges between the two (1000多家, 8亿多元, 100多万)."""
    numeral = read_numeral(text)
    if numeral is None:
        raise UnreadableFragmentError(f"'{fragment}': '{text}' does not begin with a number that can be read")
    inside: list[Qualifier] = []
    unit = numeral.rest
    match = _INSIDE.fullmatch(unit)
    if match:
        before, word, after, unit = match.groups()
        inside.append(INSIDE[word])
        unit = before + after + unit
    _check_unit(unit, fragment)
    return numeral.value, unit, inside


def _check_unit(unit: str, fragment: str) -> None:
    _, word = scale_of(unit)
    if re.search(r"[0-9０-９]", unit) or word[:1] in {".", ",", "，", *RANGE_SIGNS, *INSIDE}:
        raise UnreadableFragmentError(f"'{fragment}': '{unit}' behind the number is not understood")
    if word[:1] in NUMERAL_CHARACTERS - SCALES.keys():
        raise UnreadableFragmentError(f"'{fragment}': '{word}' goes on with a number that is not understood")
