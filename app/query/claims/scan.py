"""Finds the numbers of a text and reads them; dates and numbers in names are left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.loading.hedge import BEFORE, BEHIND, joined, longest_first
from app.loading.numeral import MAX_DIGITS, SCALES, read_numeral
from app.loading.printed import CONNECTOR
from app.model.quantity import Qualifier, Quantity
from app.query.claims.measure import Ruler
from app.query.claims.mention import Mention, Sort
from app.query.claims.span import Span

_EN_WORDS: Mapping[Qualifier, tuple[str, ...]] = {
    Qualifier.OVER: (
        *("over", "more than", "above", "exceeding", "exceeds", "exceed", "exceeded", "upwards of", "surpassed"),
        *("surpassing", "topped", "past", "beyond", "in excess of", "greater than", ">"),
    ),
    Qualifier.AT_LEAST: ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "≥"),
    Qualifier.NEARLY: (
        *("nearly", "almost", "close to", "just under", "approaching", "just shy of", "just below"),
    ),
    Qualifier.AT_MOST: (
        *("fewer than", "less than", "under", "below", "up to", "at most", "no more than", "not more than", "<"),
        *("a maximum of", "≤", "not even"),
    ),
    Qualifier.ABOUT: ("about", "around", "roughly", "approximately", "some", "circa", "an estimated", "~", "≈"),
}
_EN_BEFORE = {word: kind for kind, words in _EN_WORDS.items() for word in words}
_EN_BEHIND: Mapping[str, Qualifier] = {
    "+": Qualifier.OVER, "plus": Qualifier.OVER, "or more": Qualifier.AT_LEAST, "or so": Qualifier.ABOUT,
    "or fewer": Qualifier.AT_MOST, "or less": Qualifier.AT_MOST,
}  # fmt: skip
#: The powers of ten that English scale words stand for.
_EN_SCALES = {
    **{"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "m": 6},
    **{"billion": 9, "bn": 9, "b": 9, "trillion": 12, "tn": 12},
}
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: at + 1 for at, word in enumerate(_SMALL)} | {word: 10 * at + 20 for at, word in enumerate(_TENS)}
_TENTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINALS = {word: at + 1 for at, word in enumerate(_TENTH)}

_HEDGE = (
    rf"(?:(?P<hedge>(?:{longest_first(BEFORE)}))(?:了)?(?:{CONNECTOR})?"
    rf"|(?:\b|(?=[<>~≥≤≈]))(?P<hedge_en>{longest_first(_EN_BEFORE)})\s+(?:the\s+|a\s+)?"
    r"|(?P<sign>[<>~≥≤≈])\s*)?"
)
_CURRENCY = r"(?P<money>us\s?\$|hk\$|rmb|cny|usd|\$|¥|€|£)?\s?"
_DIGITS = r"(?P<{0}>(?<![0-9.,a-z])[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|(?<![0-9.,])(?<![a-z])[0-9]+(?:\.[0-9]+)?)"
_HAN_NUMBER = "[零〇一二两三四五六七八九十百千万亿]+"
_SCALE_EN = r"hundred(?![ -](?:billion|million))|thousand|million|billion|trillion|mn|bn|tn|m(?![a-z0-9])|b(?![a-z0-9])"
_ONE_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_WORD_EN = rf"\b(?:{_ONE_WORD})(?:(?:[ -]|\s+and\s+)(?:{_ONE_WORD}|hundred(?![ -](?:b|m)illion)|thousand))*\b"
_NO_NUMBER = Decimal(0)


@dataclass(frozen=True)
class Scanner:
    """The patterns over the data set's unit words, made once."""

    ruler: Ruler
    numbers: re.Pattern[str] = field(init=False)
    shares: re.Pattern[str] = field(init=False)
    ranks: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", re.compile(_number_pattern(self.ruler)))
        object.__setattr__(self, "shares", re.compile(_share_pattern()))
        object.__setattr__(self, "ranks", re.compile(_rank_pattern()))

    def mentions(self, folded: str, dates: Sequence[Span]) -> tuple[Mention, ...]:
        """All numbers in order; none overlaps another or a date."""
        taken = [(span.start, span.end) for span in dates]
        found: list[Mention] = []
        for mention in self._all(folded):
            if not any(start < mention.end and mention.start < end for start, end in taken):
                taken.append((mention.start, mention.end))
                found.append(mention)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _all(self, folded: str) -> Iterator[Mention]:
        for pattern, read in ((self.shares, _share), (self.ranks, _rank), (self.numbers, self._number)):
            for match in pattern.finditer(folded):
                mention = read(match)
                if mention is not None:
                    yield mention

    def _number(self, match: re.Match[str]) -> Mention | None:
        first, second = _value(match, "1"), _value(match, "2")
        if first is None or not _is_figure(match):
            return None
        scale = _scale(match)
        value, upper = first * (scale if not second or _is_scaled(match) else 1), None
        if second is not None:
            own = _scale_between(match)
            value, upper = first * (own or scale), second * scale
            if upper <= value:
                return None
        sort, bases = self._unit(match)
        quantity = Quantity(value, _qualifier(match), upper)
        return Mention(*_place(match), sort, quantity, bases, _step(match, scale))

    def _unit(self, match: re.Match[str]) -> tuple[Sort, Mapping[str, Decimal]]:
        word = (match["unit"] or match["unit_en"] or "").strip().replace("-", "")
        money = _money(match["money"])
        if money:
            return Sort.MEASURE, {money: Decimal(1)}
        if not word:
            counts = {name: Decimal(1) for name in self.ruler.counts}
            is_money = bool(match["scale"] and "亿" in match["scale"]) or bool(match["scale_en"])
            return Sort.BARE, {**counts, **({"cny": Decimal(1), "usd": Decimal(1)} if is_money else {})}
        bases = self.ruler.meanings[word]
        if "percent" in bases:
            return Sort.PERCENT, bases
        if "times" in bases:
            return Sort.TIMES, bases
        return (Sort.COUNT if self.ruler.counts & bases.keys() else Sort.MEASURE), bases


def _number_pattern(ruler: Ruler) -> str:
    one = rf"(?:{_DIGITS.format('digits1')}|(?P<han1>{_HAN_NUMBER})|(?P<word1>{_WORD_EN}))"
    two = rf"(?:{_DIGITS.format('digits2')}|(?P<han2>{_HAN_NUMBER})|(?P<word2>{_WORD_EN}))"
    inner = rf"(?P<mid>[十百千万亿]*)(?P<mid_unit>%|{ruler.zh})?\s*(?:[至到—–~～-]|\s+to\s+(?=[0-9.,]+[\s-]?(?:times|years|months|fold|%|per\s?cent)))\s*"
    tail = (
        r"(?P<plus>\+)?(?P<inside>[多余])?\s?(?P<scale>[十百千万亿]+)?(?P<inside2>[多余])?"
        rf"(?:(?P<unit>{ruler.zh})|(?:\s?-?(?P<scale_en>{_SCALE_EN})\b(?!-(?:yuan|level|rmb|scale|class|tier|cny)))?"
        rf"(?P<plus2>\+)?(?:[\s-]?(?P<unit_en>{ruler.en})(?![a-z]))?)"
        rf"(?P<behind>(?:{longest_first(BEHIND)})(?!文))?(?:\s+(?P<behind_en>plus|or more|or so|or fewer|or less)\b)?"
    )
    return rf"{_HEDGE}{_CURRENCY}{one}(?:{inner}{_CURRENCY.replace('money', 'money2')}{two})?{tail}"


def _share_pattern() -> str:
    thirds = r"(?P<part>one|two|three|a)[ -](?P<of>third|quarter|fifth|tenth)s?\b"
    return (
        rf"{_HEDGE}(?:(?P<under>[二三四五六七八九十百])分之(?P<over>[0-9]+(?:\.[0-9]+)?|{_HAN_NUMBER}(?:点[零一二三四五六七八九]+)?)"
        rf"|(?P<half>一半|半数|过半|\bhalf\b(?!\s+(?:a\b|an\b|of\s+(?:19|20)[0-9]))|\ba majority\b)|{thirds})(?P<behind>以上|左右|以下|多)?"
    )


def _rank_pattern() -> str:
    return (
        r"(?P<zh>(?:排名|位列|位居|居|列|排)?第\s?(?P<n>[0-9]+|[一二三四五六七八九十]+)(?:位|名)?(?![届次批期轮章节条个季只家大款项城])|首位|榜首)"
        r"|(?<![0-9][- ])\b(?P<en>no\.?\s?(?P<m>[0-9]+)|number\s(?P<k>one|two|three|four|five)|(?P<o>[0-9]+)(?:st|nd|rd|th)(?:\s+place)?"
        rf"|(?P<w>{'|'.join(_ORDINALS)})(?:\s+place)?)\b(?!\s+(?:quarter|half|batch|edition|time|generation|year|month|day|of\s+its|to\b))"
    )


def _is_figure(match: re.Match[str]) -> bool:
    """Not a bare Chinese digit, an article or a digit in a name: 一区, 一家, 三城, GPT-4, 3.0."""
    han, word = match["han1"], match["word1"]
    text, end = match.string, _place(match)[1]
    if word:
        return word != "one" or bool(match["scale_en"])
    if han:
        if re.match(r"[0-9.]", text[end : end + 1]) or (
            han in ("一", "万", "亿", "十", "百", "千") and not match["unit"]
        ):
            return False
        return (bool(match["unit"]) and han != "一") or (
            len(han) > 1 and bool(match["unit"] or set(han) & set("百千万亿"))
        )
    is_bare = not (match["unit"] or match["scale"] or match["unit_en"] or match["scale_en"] or match["money"])
    before, behind = text[max(match.start("digits1") - 1, 0) : match.start("digits1")], text[end : end + 1]
    is_glued = (
        bool(re.match(r"[a-z_#“”\"]", before))
        or bool(is_bare and re.match(r"[a-z_]", behind))
        or (before in "-." and before != "")
    )
    if is_bare and "." in match["digits1"] and "\u3400" <= before <= "\u9fff":
        return False
    return match["money"] is not None or not is_glued


def _value(match: re.Match[str], which: str) -> Decimal | None:
    digits, han, word = match[f"digits{which}"], match[f"han{which}"], match[f"word{which}"]
    if digits:
        bare = digits.replace(",", "")
        return Decimal(bare) if len(bare) <= MAX_DIGITS else None
    if han:
        return _han_value(han)
    return _word_value(word) if word else None


def _word_value(words: str) -> Decimal:
    """two thousand four hundred and twelve"""
    total, part = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word == "thousand":
            total, part = total + part * 1000, 0
        else:
            part = part * 100 if word == "hundred" else part + _WORDS.get(word, 0)
    return Decimal(total + part)


def _han_value(text: str) -> Decimal | None:
    numeral = read_numeral(text)
    if numeral is None:
        return None
    value = numeral.value
    for character in numeral.rest:
        if character not in SCALES:
            return None
        value *= SCALES[character]
    return value


def _scale(match: re.Match[str]) -> Decimal:
    scale = Decimal(1)
    for character in match["scale"] or "":
        scale *= SCALES[character]
    return scale * (Decimal(10) ** _EN_SCALES[match["scale_en"]] if match["scale_en"] else 1)


def _is_scaled(match: re.Match[str]) -> bool:
    return match["digits2"] is None and match["han2"] is None and match["word2"] is None


def _scale_between(match: re.Match[str]) -> Decimal | None:
    scale = Decimal(1)
    for character in match["mid"] or "":
        scale *= SCALES[character]
    return scale if match["mid"] or match["mid_unit"] else None


def _qualifier(match: re.Match[str]) -> Qualifier:
    groups = match.groupdict()
    found: list[Qualifier] = []
    if groups.get("hedge"):
        found.append(BEFORE[groups["hedge"]])
    if groups.get("hedge_en"):
        found.append(_EN_BEFORE[groups["hedge_en"]])
    if groups.get("sign"):
        found.append(_EN_BEFORE[groups["sign"]])
    if any(groups.get(name) for name in ("inside", "inside2", "plus", "plus2")):
        found.append(Qualifier.OVER)
    if groups.get("behind") and (groups["behind"] != "级" or not found):
        found.append(BEHIND[groups["behind"]])
    if groups.get("behind_en"):
        found.append(_EN_BEHIND[groups["behind_en"]])
    return joined(found)


def _money(sign: str | None) -> str:
    if not sign:
        return ""
    bare = sign.replace(" ", "")
    return {"us$": "usd", "$": "usd", "usd": "usd", "¥": "cny", "rmb": "cny", "cny": "cny"}.get(bare, "foreign")


def _step(match: re.Match[str], scale: Decimal) -> Decimal:
    """One unit of the last digit that is not a trailing zero: 10 for 2,410 and 100 for 2,400."""
    digits = match["digits1"]
    if not digits or match["digits2"]:
        return Decimal(1)
    number = Decimal(digits.replace(",", ""))
    exponent = number.as_tuple().exponent if "." in digits else number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * scale


def _place(match: re.Match[str]) -> tuple[int, int, int, int]:
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


def _share(match: re.Match[str]) -> Mention | None:
    groups, percent = match.groupdict(), {"percent": Decimal(1)}
    qualifier = _qualifier(match)
    if groups["half"]:
        kind = Qualifier.OVER if groups["half"] in ("过半", "a majority") else qualifier
        return Mention(*_place(match), Sort.PERCENT, Quantity(Decimal(50), kind), percent, Decimal(1))
    if groups["part"]:
        under = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[groups["of"]]
        over = Decimal({"a": 1, "one": 1, "two": 2, "three": 3}[groups["part"]])
        return _fraction(match, over, under)
    value = _over(groups["over"])
    if value is None:
        return None
    if groups["under"] == "百":
        return Mention(*_place(match), Sort.PERCENT, Quantity(value, qualifier), percent, Decimal("0.1"))
    return _fraction(match, value, "零一二三四五六七八九十".index(groups["under"]))


def _fraction(match: re.Match[str], over: Decimal, under: int) -> Mention:
    """A fraction, in thirds where those are a unit of the data set, else as the percentage it is."""
    qualifier = _qualifier(match)
    if under == 3:
        return Mention(*_place(match), Sort.FRACTION, Quantity(over, qualifier), {"third": Decimal(1)}, Decimal(1))
    value = Quantity(over * 100 / under, qualifier)
    return Mention(*_place(match), Sort.PERCENT, value, {"percent": Decimal(1)}, Decimal(1))


def _over(text: str) -> Decimal | None:
    whole, _, part = text.partition("点")
    value = Decimal(whole) if whole[0].isdigit() else _han_value(whole)
    if value is None or not part:
        return value
    return value + Decimal("0." + "".join(str("零一二三四五六七八九".index(c)) for c in part))


def _rank(match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    value: Decimal | None = Decimal(1)
    if groups["n"]:
        value = Decimal(groups["n"]) if groups["n"].isdigit() else _han_value(groups["n"])
    elif groups["m"] or groups["o"]:
        value = Decimal(groups["m"] or groups["o"])
    elif groups["k"]:
        value = Decimal(_WORDS[groups["k"]])
    elif groups["w"]:
        value = Decimal(_ORDINALS[groups["w"]])
    if value is None:
        return None
    return Mention(*_place(match), Sort.RANK, Quantity(value), {"rank": Decimal(1)}, Decimal(1))
