"""The hedging words of Chinese newspapers, and what each says of the digits beside it."""

import re
from collections.abc import Mapping

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
