"""What the groups of a matched number say: its value, its hedging words, where it stands."""

import re
from decimal import Decimal

from app.claims.pattern import EN_BEFORE, EN_BEHIND, WORDS
from app.loading.numeral import EN_SCALES, MAX_DIGITS, SCALES, read_numeral
from app.loading.qualifier_words import BEFORE, BEHIND, joined
from app.model.quantity import Qualifier


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
    found: list[Qualifier] = []
    if groups.get("hedge"):
        found.append(BEFORE[groups["hedge"]])
    if groups.get("hedge_en"):
        found.append(EN_BEFORE[groups["hedge_en"]])
    if groups.get("sign"):
        found.append(EN_BEFORE[groups["sign"]])
    if any(groups.get(name) for name in ("inside", "inside2", "plus", "plus2")):
        found.append(Qualifier.OVER)
    if groups.get("behind") and (groups["behind"] != "级" or not found):
        found.append(BEHIND[groups["behind"]])
    if groups.get("behind_en"):
        found.append(EN_BEHIND[groups["behind_en"]])
    return joined(found)


def step(match: re.Match[str], scale: Decimal) -> Decimal:
    """One unit of the last digit that is not a trailing zero: 10 for 2,410 and 100 for 2,400."""
    digits = match["digits1"]
    if not digits or match["digits2"]:
        return Decimal(1)
    number = Decimal(digits.replace(",", ""))
    exponent = number.as_tuple().exponent if "." in digits else number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * scale


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
