"""In what a number of a claim is counted, and which units of the data set that can be."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.claims.lexicon import lexicon_file
from app.model.catalog import Catalog
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
        found: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for unit in catalog.units.values():
            for word, factor in _printed(unit):
                found[word][unit.base] = factor
        words = lexicon_file().units
        for word, base in (*words.zh.items(), *words.en.items()):
            found[word].setdefault(base, Decimal(1))
        counts = frozenset(name for name, unit in catalog.units.items() if _is_count(name, unit))
        for classifier in words.classifiers:
            units = counts & classifier.units if classifier.units else counts
            for word in classifier.words:
                found[word] = dict.fromkeys(units, Decimal(1)) | found[word]
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
            and bare not in lexicon_file().units.unread
        ):
            found.append((bare.lower(), unit.factor if bare == word else Decimal(1)))
    return found


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
