"""What each indicator and its definitions are called, as concepts: made once from the data set."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from app.claims.date_span import date_spans
from app.claims.lexicon import OWNERS, Concept, Lexicon, Weight, fold_in_place, lexicon_file
from app.claims.token import tokens
from app.data.datum import Datum
from app.model.catalog import Catalog
from app.model.indicator import Definition, Indicator
from app.model.text import Text

Concepts = frozenset[str]
#: Counts and lengths of time inside names (八只新基金, 十日内) are not part of what is counted.
_COUNTED = re.compile(
    "[一二三四五六七八九十两]+(?:个月内?|[日天]内?|[只个家款项座年])"
    r"|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:days?|weeks?|months?|years?)\b)"
)


@dataclass(frozen=True)
class Sense:
    """A definition as words: those it needs beyond its indicator's name, and those that tell it from the others,
    owners among them, in either language."""

    needed: Concepts
    telling: Concepts


def senses(indicator: Indicator, common: Concepts, lexicon: Lexicon) -> Mapping[str, Sense]:
    """Each definition's sense; `common` are the words of the indicator's name."""
    both = {key: _own_words(each, common, lexicon) for key, each in indicator.definitions.items()}
    words = {
        key: frozenset(c.name for each in concepts for c in each) | _text_concepts(indicator.definitions[key], lexicon)
        for key, concepts in both.items()
    }
    return {key: Sense(_needed(*concepts), words[key] - _of_others(key, words)) for key, concepts in both.items()}


def _own_words(
    definition: Definition, common: Concepts, lexicon: Lexicon
) -> tuple[frozenset[Concept], frozenset[Concept]]:
    """What a definition's name says beyond the indicator's, in Chinese and in English."""
    zh, en = (
        frozenset(c for c in _timeless(words, lexicon) if c.name not in common)
        for words in (definition.name.zh, definition.name.en)
    )
    return zh, en


def _text_concepts(definition: Definition, lexicon: Lexicon) -> Concepts:
    """The words of its text, as far as both languages have them."""
    zh, en = (_timeless(words, lexicon) for words in (definition.text.zh, definition.text.en))
    return frozenset(c.name for c in zh) & frozenset(c.name for c in en)


def _of_others(key: str, words: Mapping[str, Concepts]) -> Concepts:
    return frozenset[str]().union(*(each for other, each in words.items() if other != key))


def _needed(zh: frozenset[Concept], en: frozenset[Concept]) -> Concepts:
    """Of the two languages the one that says less; whose figure it is, is judged apart."""
    both = [frozenset(c.name for c in concepts if c.owner not in OWNERS) for concepts in (zh, en)]
    shared = both[0] & both[1]
    return shared or min(both, key=len)


def _timeless(words: str, lexicon: Lexicon) -> list[Concept]:
    """The telling concepts of a text, its dates left out: a claim's period is compared as such."""
    dates = {
        at for span in date_spans(fold_in_place(bare(words))) if not span.is_tier for at in range(span.start, span.end)
    }
    return [
        token.concept
        for token in tokens(bare(words), lexicon)
        if token.concept.weight is Weight.TELLING and dates.isdisjoint(range(token.start, token.end))
    ]


def bare(text: str) -> str:
    """A name without the counts in it."""
    return _COUNTED.sub(" ", text)


_CLAUSE = re.compile(r"[，。；,;]|\.(?=\s|$)")
_DENIED = re.compile(r"[不未非]|两回事|没有|\b(?:no|not|another)\b")


class Rank(IntEnum):
    """How surely a phrase names an indicator: by its own name, by a name that is no other's, or by one of several."""

    SHARED = 0
    ALIAS = 1
    NAME = 2


@dataclass(frozen=True)
class Phrase:
    """A name as the concepts that must be said."""

    telling: Concepts
    rank: Rank


@dataclass(frozen=True)
class Target:
    """An indicator as claims may name it. `vocabulary` holds every concept that any of its words use."""

    id: str
    indicator: Indicator
    phrases: tuple[Phrase, ...]
    vocabulary: Concepts
    definitions: Mapping[str, Sense]
    #: Soft words of its names: they decide between two that are named alike.
    soft: Concepts
    bases: frozenset[str]
    data: tuple[Datum, ...]

    @property
    def is_growth(self) -> bool:
        return any("growth" in phrase.telling for phrase in self.phrases)


@dataclass(frozen=True)
class Index:
    """What claims may be about, by the words that say it."""

    lexicon: Lexicon
    #: The targets that a concept may help to name.
    by_concept: Mapping[str, tuple[Target, ...]]
    #: The year of the newest source: what “now” can mean at best.
    present: int

    @classmethod
    def of(cls, catalog: Catalog, data: Mapping[str, Datum]) -> "Index":
        lexicon = _with_names(Lexicon.of(catalog), catalog)
        shared = _shared(catalog, lexicon)
        targets = tuple(_target(name, catalog, data, lexicon, shared) for name in catalog.indicators)
        present = max(source.published.end.year for source in catalog.sources.values())
        return cls(lexicon, _by_concept(targets), present)

    def named_by(self, concepts: Concepts) -> tuple[Target, ...]:
        """Those of which any word is said, in the order of their ids."""
        targets = {target.id: target for name in concepts for target in self.by_concept.get(name, ())}
        return tuple(targets[name] for name in sorted(targets))


def _by_concept(targets: Iterable[Target]) -> Mapping[str, tuple[Target, ...]]:
    naming: dict[str, list[Target]] = {}
    for target in targets:
        for name in {name for phrase in target.phrases for name in phrase.telling}:
            naming.setdefault(name, []).append(target)
    return {name: tuple(each) for name, each in naming.items()}


def _with_names(lexicon: Lexicon, catalog: Catalog) -> Lexicon:
    """The lexicon with the words that only names of the data set use, so that a claim's are cut the same way."""
    han = dict(lexicon.han)
    for indicator in catalog.indicators.values():
        for text in _names(indicator):
            folded = fold_in_place(bare(text))
            for token in tokens(folded, lexicon):
                word = folded[token.start : token.end]
                if not token.is_latin and len(word) > 1:
                    han.setdefault(word, replace(token.concept))
    return Lexicon.over(han, lexicon.latin)


def _names(indicator: Indicator) -> list[str]:
    return [*_both(indicator.name, indicator.short), *indicator.aliases.zh, *indicator.aliases.en]


def _both(*texts: Text | None) -> list[str]:
    return [words for text in texts if text for words in (text.zh, text.en)]


def _concepts(text: str, lexicon: Lexicon) -> list[Concept]:
    return [token.concept for token in tokens(bare(text), lexicon) if not token.is_empty]


def naming_concepts(text: str, lexicon: Lexicon) -> Concepts:
    """The concepts of a name that decide; where they are only a field of work, all that it has."""
    concepts = _concepts(text, lexicon)
    deciding = frozenset(c.name for c in concepts if c.weight is Weight.TELLING)
    if deciding and deciding - {"share"} <= lexicon_file().groups.fields:
        return frozenset(c.name for c in concepts if not c.place)
    return deciding


def _shared(catalog: Catalog, lexicon: Lexicon) -> frozenset[Concepts]:
    """What is a name of some indicator, or an alias of several."""
    count: dict[Concepts, int] = {}
    for indicator in catalog.indicators.values():
        for concepts in {naming_concepts(text, lexicon) for text in (*indicator.aliases.zh, *indicator.aliases.en)}:
            count[concepts] = count.get(concepts, 0) + 1
        for concepts in {naming_concepts(text, lexicon) for text in _both(indicator.name, indicator.short)}:
            count[concepts] = 2
    return frozenset(concepts for concepts, times in count.items() if times > 1 and not _is_common(concepts))


def _target(
    name: str,
    catalog: Catalog,
    data: Mapping[str, Datum],
    lexicon: Lexicon,
    shared: frozenset[Concepts],
) -> Target:
    indicator = catalog.indicators[name]
    own = tuple(data[o.id] for o in indicator.observations)
    names = {naming_concepts(text, lexicon) for text in _both(indicator.name, indicator.short)}
    names = {concepts for concepts in names if not _is_common(concepts)}
    common = frozenset.intersection(*names) if names else frozenset()
    definitions = senses(indicator, common, lexicon)
    extras = [sense.needed for sense in definitions.values()]
    return Target(
        id=name,
        indicator=indicator,
        phrases=_phrases(indicator, names, extras, lexicon, shared),
        vocabulary=_vocabulary(indicator, own, lexicon),
        definitions=definitions,
        soft=_soft(indicator, lexicon),
        bases=frozenset(catalog.units[r.observation.unit].base for r in own),
        data=own,
    )


def _phrases(
    indicator: Indicator,
    names: set[Concepts],
    extras: Iterable[Concepts],
    lexicon: Lexicon,
    shared: frozenset[Concepts],
) -> tuple[Phrase, ...]:
    """Names first; an alias counts as a name if it says all that one of the names says."""
    phrases = [Phrase(concepts, Rank.NAME) for concepts in sorted(names, key=sorted)]
    defined = [each for each in _by_definition(indicator, lexicon) if each not in names]
    unmeasured = [name - lexicon_file().groups.measures for name in names]
    measured = {name | extra for name in unmeasured for extra in extras if extra and name}
    for text in (*indicator.aliases.zh, *indicator.aliases.en):
        concepts = naming_concepts(text, lexicon)
        if not _is_common(concepts) and concepts not in names and not concepts <= lexicon.owners:
            rank = _rank(concepts, names | measured, shared)
            phrases.append(
                Phrase(
                    concepts, max(rank, Rank.ALIAS) if concepts in defined and len(indicator.definitions) > 1 else rank
                )
            )
    phrases += [Phrase(each, Rank.ALIAS) for each in defined if not any(other <= each for other in shared)]
    return tuple(dict.fromkeys(phrases))


def _rank(concepts: Concepts, names: set[Concepts], shared: frozenset[Concepts]) -> Rank:
    if any(concepts >= name for name in names):
        return Rank.NAME
    is_less = any(concepts < name for name in names)
    return Rank.SHARED if is_less or concepts in shared else Rank.ALIAS


def _by_definition(indicator: Indicator, lexicon: Lexicon) -> list[Concepts]:
    """The names of its definitions, which name what an indicator of many things does not; before ： stands whose."""
    texts = [text.rpartition(sign)[2] for d in indicator.definitions.values() for text, sign in _signed(d.name)]
    named = [naming_concepts(text, lexicon) for text in texts]
    return [concepts for concepts in named if not _is_common(concepts) and not concepts <= lexicon.owners]


def _signed(name: Text) -> tuple[tuple[str, str], tuple[str, str]]:
    return (name.zh, "："), (name.en, ": ")


def _affirmed(text: str) -> str:
    """A text without its clauses that say what the thing is not."""
    return " , ".join(clause for clause in _CLAUSE.split(text) if not _DENIED.search(clause))


def _is_common(concepts: Concepts) -> bool:
    groups = lexicon_file().groups
    return concepts <= groups.common or concepts <= groups.fields


def _soft(indicator: Indicator, lexicon: Lexicon) -> Concepts:
    texts = _both(indicator.name, indicator.short)
    return frozenset(c.name for text in texts for c in _concepts(text, lexicon) if c.weight is Weight.SOFT)


def _vocabulary(indicator: Indicator, data: tuple[Datum, ...], lexicon: Lexicon) -> Concepts:
    parts = [part.name for r in data for part in (r.subject, r.category, r.geography) if part]
    names = [d.name for d in indicator.definitions.values()]
    about = _both(indicator.description, *(d.text for d in indicator.definitions.values()))
    texts = [*_names(indicator), *_both(*names, *parts), *map(_affirmed, about)]
    return frozenset(c.name for text in texts for c in _concepts(text, lexicon))
