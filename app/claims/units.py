"""In what a number of a claim is counted, and which units of the data set that can be."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.model.catalog import Catalog
from app.model.vocabulary import Unit

#: Classifiers that may stand for any counted thing.
_ANY = ("个", "项", "件", "种", "座", "套")
#: Classifiers of bodies: firms, institutes, hospitals and the like.
_OF_BODIES = ("家", "户", "所", "间")
_BODIES = frozenset(
    {"firm", "branch", "organisation", "platform", "hospital", "entity", "university", "institute", "lab"}
)
_CLASSIFIERS = "个家项款名件种条所只场例口座"
#: Chinese words that a claim may use besides those printed, with the base unit and the factor.
_ZH = {
    "人民币": "cny", "块": "cny", "美金": "usd", "个百分点": "point", "百分点": "point", "户": "firm",
    "名": "person", "位": "person", "平方千米": "sqkm", "千米": "kilometre", "平米": "square-metre",
    "㎡": "square-metre", "欧元": "foreign", "日元": "foreign", "港元": "foreign", "港币": "foreign",
    "英镑": "foreign", "颗": "other", "辆": "other", "支": "fund", "枚": "launch", "吨": "other", "亩": "other",
    "兆瓦": "megawatt-class", "卢比": "foreign", "股": "other",
}  # fmt: skip
_EN = {
    "yuan": "cny", "rmb": "cny", "cny": "cny", "renminbi": "cny", "us dollars": "usd", "us dollar": "usd",
    "dollars": "usd", "dollar": "usd", "usd": "usd", "u.s. dollars": "usd", "american dollars": "usd",
    "euros": "foreign", "euro": "foreign", "yen": "foreign", "pounds": "foreign",
    "hong kong dollars": "foreign", "percentage points": "point", "percentage point": "point",
    "percent": "percent", "per cent": "percent", "%": "percent", "seconds": "second", "second": "second",
    "minutes": "minute", "minute": "minute", "days": "day", "day": "day", "months": "month", "month": "month",
    "years": "year", "year": "year", "km": "kilometre", "kilometres": "kilometre", "kilometers": "kilometre",
    "sq km": "sqkm", "km2": "sqkm", "km²": "sqkm", "square kilometres": "sqkm", "square kilometers": "sqkm",
    "square metres": "square-metre", "square meters": "square-metre", "sq m": "square-metre",
    "cm": "centimetre", "centimetres": "centimetre", "centimeters": "centimetre", "p": "petaflop",
    "pflops": "petaflop", "petaflops": "petaflop", "petaflop": "petaflop", "tb": "tb", "terabytes": "tb",
    "times": "times", "fold": "times", "x": "times", "characters": "character",
    "chinese characters": "character", "tokens": "other", "words": "other", "hectares": "other",
    "acres": "other", "tonnes": "other", "tons": "other", "megawatts": "megawatt-class", "mw": "megawatt-class",
    "photons": "photon", "years old": "age-year",
}  # fmt: skip
#: Units that a thing counted in them always says; everything else is a count.
_MEASURED = frozenset({*_EN.values(), *_ZH.values()} - {"other", "firm", "person", "launch", "fund"})
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
        found: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for unit in catalog.units.values():
            for word, factor in _printed(unit):
                found[word][unit.base] = factor
        for word, base in {**_ZH, **_EN}.items():
            found[word].setdefault(base, Decimal(1))
        counts = frozenset(name for name, unit in catalog.units.items() if _is_count(name, unit))
        for word in _ANY:
            found[word] = {name: Decimal(1) for name in counts} | found[word]
        bodies = {name: Decimal(1) for name in counts & _BODIES}
        for word in _OF_BODIES:
            found[word] = bodies | found[word]
        people = {name: Decimal(1) for name in counts & {"person", "phd-student"}}
        for word in ("名", "位", "人"):
            found[word] = people | found[word]
        return cls(found, counts, _alternatives(found, is_latin=False), _alternatives(found, is_latin=True))


def _printed(unit: Unit) -> list[tuple[str, Decimal]]:
    """The unit's words without the scale words in front (万家 is read as 万 and 家), and the factor that is left."""
    found = []
    for word in (*unit.printed, *((unit.zh,) if unit.zh else ())):
        scales = _SCALES.match(word)
        bare = word[scales.end() :] if scales else word
        if (
            bare
            and not _is_counted_noun(bare, unit)
            and unit.style in ("amount", "percent")
            and bare not in ("强", "捷", "半", "一半", "半数", "大")
        ):
            found.append((bare.lower(), unit.factor if bare == word else Decimal(1)))
    return found


def _is_counted_noun(word: str, unit: Unit) -> bool:
    """个产业, 名博士生: behind the classifier the noun is a word of the text, not of the unit."""
    return len(word) > 1 and word[0] in _CLASSIFIERS and unit.base not in _MEASURED


def _is_count(name: str, unit: Unit) -> bool:
    return unit.base == name and unit.style == "amount" and name not in _MEASURED


def _alternatives(words: Mapping[str, object], *, is_latin: bool) -> str:
    own = [word for word in words if (ord(word[0]) < 0x250) is is_latin]
    return "|".join(re.escape(word) for word in sorted(own, key=len, reverse=True))
