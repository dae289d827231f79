"""Finds the numbers of a text by words for units and hedges; dates and numbers in names are left out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.claims.date_span import DateSpan
from app.claims.lexicon import lexicon_file
from app.claims.number import (
    EN_BEFORE,
    ORDINALS,
    WORDS,
    NumberSort,
    PrintedNumber,
    captured_qualifier,
    rank,
    rank_place,
    scale_behind,
    scale_between,
    share,
    step,
    value_of,
)
from app.loading.printed import BEFORE, BEHIND, CONNECTOR, EN_SCALES, longest_first
from app.model.catalog import Catalog
from app.model.quantity import Quantity
from app.model.vocabulary import Unit

_SCALES = re.compile("[十百千万亿]*")


@dataclass(frozen=True)
class UnitIndex:
    """Unit words with what they may mean: a base unit's id and the factor to it.

    `zh` and `en` are the unit words as alternatives of a regular expression, the longest first.
    """

    meanings: Mapping[str, Mapping[str, Decimal]]
    counts: frozenset[str]
    zh: str
    en: str

    @classmethod
    def of(cls, catalog: Catalog) -> "UnitIndex":
        meanings: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for unit in catalog.units.values():
            for word, factor in _printed(unit):
                meanings[word][unit.base] = factor
        words = lexicon_file().units
        for word, base in (*words.zh.items(), *words.en.items()):
            meanings[word].setdefault(base, Decimal(1))
        counts = frozenset(name for name, unit in catalog.units.items() if _is_count(name, unit))
        for classifier in words.classifiers:
            units = counts & classifier.units if classifier.units else counts
            for word in classifier.words:
                meanings[word] = dict.fromkeys(units, Decimal(1)) | meanings[word]
        return cls(meanings, counts, _alternatives(meanings, is_latin=False), _alternatives(meanings, is_latin=True))


def _printed(unit: Unit) -> list[tuple[str, Decimal]]:
    """The unit's words without the scale words in front (万家 is read as 万 and 家), and the factor that is left."""
    words = []
    for word in (*unit.printed, *((unit.zh,) if unit.zh else ())):
        scales = _SCALES.match(word)
        bare = word[scales.end() :] if scales else word
        if (
            bare
            and not _is_counted_noun(bare, unit)
            and unit.style in ("amount", "percent")
            and bare not in lexicon_file().units.unread
        ):
            words.append((bare.lower(), unit.factor if bare == word else Decimal(1)))
    return words


def _is_counted_noun(word: str, unit: Unit) -> bool:
    """个产业, 名博士生: behind the classifier the noun is a word of the text, not of the unit."""
    return len(word) > 1 and word[0] in lexicon_file().units.before_nouns and unit.base not in _measured()


def _is_count(name: str, unit: Unit) -> bool:
    return unit.base == name and unit.style == "amount" and name not in _measured()


def _measured() -> frozenset[str]:
    """Units that a thing counted in them always says; everything else is a count."""
    words = lexicon_file().units
    return frozenset((*words.zh.values(), *words.en.values())) - words.counted


def _alternatives(words: Mapping[str, object], *, is_latin: bool) -> str:
    own = [word for word in words if (ord(word[0]) < 0x250) is is_latin]
    return "|".join(re.escape(word) for word in sorted(own, key=len, reverse=True))


#: 签约23个 has no hedging word in it.
_HEDGE = (
    rf"(?:(?<![签预合节公契违])(?P<hedge>(?:{longest_first(BEFORE)}))(?:了)?(?:{CONNECTOR})?"
    rf"|(?:\b|(?=[<>~≥≤≈]))(?P<hedge_en>{longest_first(EN_BEFORE)})\s+(?:the\s+|a\s+)?"
    r"|(?P<sign>[<>~≥≤≈])\s*)?"
)
_CURRENCY = r"(?P<money>us\s?\$|hk\$|rmb|cny|usd|\$|¥|€|£)?\s?"
_DIGITS = (
    r"(?P<{0}>(?<![0-9.a-z])(?<![0-9],)[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?"
    r"|(?<![0-9.])(?<![0-9],)(?<![a-z])[0-9]+(?:\.[0-9]+)?)"
)
_HAN_NUMBER = "[零〇一二两三四五六七八九十百千万亿]+"
#: What may not follow a scale word that would be another's, or a word of its own.
_NOT_BEHIND = {"hundred": r"(?![ -](?:billion|million))", "m": "(?![a-z0-9])", "b": "(?![a-z0-9])"}
_SCALE_EN = "|".join(word + _NOT_BEHIND.get(word, "") for word in EN_SCALES)
_ONE_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_WORD_EN = rf"\b(?:{_ONE_WORD})(?:(?:[ -]|\s+and\s+)(?:{_ONE_WORD}|hundred(?![ -](?:b|m)illion)|thousand))*\b"


def number_pattern(ruler: UnitIndex) -> str:
    one = rf"(?:{_DIGITS.format('digits1')}|(?P<han1>{_HAN_NUMBER})|(?P<word1>{_WORD_EN}))"
    two = rf"(?:{_DIGITS.format('digits2')}|(?P<han2>{_HAN_NUMBER})|(?P<word2>{_WORD_EN}))"
    to = r"\s+to\s+(?=[0-9.,]+[\s-]?(?:times|years|months|fold|%|per\s?cent))"
    inner = rf"(?P<mid>[十百千万亿]*)(?P<mid_unit>%|{ruler.zh})?\s*(?:[至到—–~～-]|{to})\s*"
    tail = (
        r"(?P<plus>\+)?(?P<inside>[多余])?\s?(?P<scale>[十百千万亿]+)?(?P<inside2>[多余])?"
        rf"(?:(?P<unit>{ruler.zh})|(?:\s?-?(?P<scale_en>{_SCALE_EN})\b(?!-(?:yuan|level|rmb|scale|class|tier|cny)))?"
        rf"(?P<plus2>\+)?(?:[\s-]?(?P<unit_en>{ruler.en})(?![a-z]))?)"
        rf"(?P<behind>(?:{longest_first(BEHIND)})(?!文))?(?:\s+(?P<behind_en>plus|or more|or so|or fewer|or less)\b)?"
    )
    return rf"{_HEDGE}{_CURRENCY}{one}(?:{inner}{_CURRENCY.replace('money', 'money2')}{two})?{tail}"


def share_pattern() -> str:
    thirds = r"(?P<part>one|two|three|a)[ -](?P<of>third|quarter|fifth|tenth)s?\b"
    decimals = "(?:点[零一二三四五六七八九]+)?"
    return (
        rf"{_HEDGE}(?:(?P<under>[二三四五六七八九十百])分之(?P<over>[0-9]+(?:\.[0-9]+)?|{_HAN_NUMBER}{decimals})"
        r"|(?P<half>一半|半数|过半|\bhalf\b(?!\s+(?:a\b|an\b|of\s+(?:19|20)[0-9]))|\ba majority\b)"
        rf"|{thirds})(?P<behind>以上|左右|以下|多)?"
    )


def rank_pattern() -> str:
    behind = r"(?!\s+(?:quarter|half|batch|edition|time|generation|year|month|day|of\s+its|to\b))"
    return (
        r"(?P<zh>(?:排名|位列|位居|居|列|排)?第\s?(?P<n>[0-9]+|[一二三四五六七八九十]+)(?:位|名)?"
        r"(?![届次批期轮章节条个季只家大款项城])|首位|榜首|之首|头名|居首(?![位批]))"
        r"|(?P<top>\b(?:top|leading|first) (?:spot|place|position|slot|rank)\b)"
        r"|(?<![0-9][- ])\b(?P<en>no\.?\s?(?P<m>[0-9]+)|number\s(?P<k>one|two|three|four|five)"
        rf"|(?P<o>[0-9]+)(?:st|nd|rd|th)(?:\s+place)?|(?P<w>{'|'.join(ORDINALS)})(?:\s+place)?)\b{behind}"
    )


@dataclass(frozen=True)
class Scanner:
    """The patterns over the data set's unit words, made once."""

    ruler: UnitIndex
    numbers: re.Pattern[str] = field(init=False)
    shares: re.Pattern[str] = field(init=False)
    ranks: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", re.compile(number_pattern(self.ruler)))
        object.__setattr__(self, "shares", re.compile(share_pattern()))
        object.__setattr__(self, "ranks", re.compile(rank_pattern()))

    def mentions(self, folded: str, dates: Sequence[DateSpan]) -> tuple[PrintedNumber, ...]:
        """All numbers in order; none overlaps another or a date."""
        taken = {at for span in dates for at in range(span.start, span.end)}
        mentions: list[PrintedNumber] = []
        for mention in self._all(folded):
            own = range(mention.start, mention.end)
            if taken.isdisjoint(own):
                taken.update(own)
                mentions.append(mention)
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    def _all(self, folded: str) -> Iterator[PrintedNumber]:
        for pattern, read in ((self.shares, share), (self.ranks, rank), (self.numbers, self._number)):
            for match in pattern.finditer(folded):
                mention = read(match)
                if mention is not None:
                    yield mention

    def _number(self, match: re.Match[str]) -> PrintedNumber | None:
        first, second = value_of(match, "1"), value_of(match, "2")
        if first is None or not _is_figure(match):
            return None
        scale = scale_behind(match)
        value, upper = first * (scale if not second or _is_scaled(match) else 1), None
        if second is not None:
            own = scale_between(match)
            value, upper = first * (own or scale), second * scale
            if upper <= value:
                return None
        sort, bases = self._unit(match)
        quantity = Quantity(value, captured_qualifier(match), upper)
        return PrintedNumber(*rank_place(match), sort, quantity, bases, step(match, scale))

    def _unit(self, match: re.Match[str]) -> tuple[NumberSort, Mapping[str, Decimal]]:
        word = (match["unit"] or match["unit_en"] or "").strip().replace("-", "")
        money = _money(match["money"])
        if money:
            return NumberSort.MEASURE, {money: Decimal(1)}
        if not word:
            counts = {name: Decimal(1) for name in self.ruler.counts}
            is_money = bool(match["scale"] and "亿" in match["scale"]) or bool(match["scale_en"])
            return NumberSort.BARE, {**counts, **({"cny": Decimal(1), "usd": Decimal(1)} if is_money else {})}
        bases = self.ruler.meanings[word]
        if "percent" in bases:
            return NumberSort.PERCENT, bases
        if "times" in bases:
            return NumberSort.TIMES, bases
        return (NumberSort.COUNT if self.ruler.counts & bases.keys() else NumberSort.MEASURE), bases


def _is_figure(match: re.Match[str]) -> bool:
    """Not a bare Chinese digit, an article or a digit in a name: 一区, 一家, 三城, GPT-4, 3.0."""
    han, word = match["han1"], match["word1"]
    text, end = match.string, rank_place(match)[1]
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


def _money(sign: str | None) -> str:
    if not sign:
        return ""
    bare = sign.replace(" ", "")
    return {"us$": "usd", "$": "usd", "usd": "usd", "¥": "cny", "rmb": "cny", "cny": "cny"}.get(bare, "foreign")


def _is_scaled(match: re.Match[str]) -> bool:
    return match["digits2"] is None and match["han2"] is None and match["word2"] is None
