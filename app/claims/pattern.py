"""The unit words of the data set, and the patterns by which numbers are found in Chinese and English text."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.claims.lexicon import lexicon_file
from app.loading.numeral import EN_SCALES
from app.loading.printed import CONNECTOR
from app.loading.qualifier_words import BEFORE, BEHIND, longest_first
from app.model.catalog import Catalog
from app.model.quantity import Qualifier
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
