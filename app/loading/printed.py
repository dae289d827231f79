"""Reads what a newspaper printed: 超过2200家, 近4成, 1.2万P, 100倍至1万倍 — value, unit and qualifier.

The whole fragment must be understood; what is left over is refused, so that nothing is dropped in silence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.model.quantity import CEILINGS, FLOORS, Qualifier

_OVER, _AT_LEAST, _NEARLY = Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.NEARLY
_AT_MOST, _ABOUT = Qualifier.AT_MOST, Qualifier.ABOUT

#: Words before the digits.
BEFORE: Mapping[str, Qualifier] = {
    **dict.fromkeys(("超过", "超出", "超", "突破", "逾", "不止", "高于", "大于", "多于", "过"), _OVER),
    **dict.fromkeys(("至少", "最少", "不少于", "不低于"), _AT_LEAST),
    **dict.fromkeys(("近", "将近", "接近", "逼近"), _NEARLY),
    **dict.fromkeys(("不到", "不足", "至多", "最多", "不超过", "不多于", "不高于", "低于", "少于", "小于"), _AT_MOST),
    **dict.fromkeys(("约", "大约", "约为"), _ABOUT),
}
#: Words between the digits and the unit, or between the scale word and the unit: 1000多家, 8亿多元.
INSIDE: Mapping[str, Qualifier] = {"多": _OVER, "余": _OVER}
#: Words behind the unit. 级 is a hedge behind an order of magnitude only: 千亿元级.
BEHIND: Mapping[str, Qualifier] = {
    **dict.fromkeys(("以上", "及以上"), _AT_LEAST),
    **dict.fromkeys(("以下", "以内", "之内"), _AT_MOST),
    **dict.fromkeys(("左右", "上下"), _ABOUT),
    **dict.fromkeys(("之多", "多", "余"), _OVER),
    "级": _ABOUT,
}


def longest_first(words: Mapping[str, Qualifier]) -> str:
    """The words as alternatives of a regular expression."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def joined(qualifiers: list[Qualifier]) -> Qualifier:
    """What several hedges say together; contradicting ones (将近120多个) leave only `about`."""
    if not qualifiers:
        return Qualifier.EXACT
    kinds = set(qualifiers)
    if len(kinds) == 1:
        return qualifiers[0]
    if kinds <= FLOORS:
        return Qualifier.OVER
    return Qualifier.AT_MOST if kinds <= CEILINGS else Qualifier.ABOUT


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
