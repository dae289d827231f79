"""The words that tell an indicator's definitions apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.claims.date_span import date_spans
from app.claims.lexicon import OWNERS, Concept, Lexicon, Weight, even
from app.claims.token import tokens
from app.model.indicator import Definition, Indicator

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
    both = {key: _both(each, common, lexicon) for key, each in indicator.definitions.items()}
    words = {
        key: frozenset(c.name for each in concepts for c in each) | _told(indicator.definitions[key], lexicon)
        for key, concepts in both.items()
    }
    return {key: Sense(_needed(*concepts), words[key] - _of_others(key, words)) for key, concepts in both.items()}


def _both(definition: Definition, common: Concepts, lexicon: Lexicon) -> tuple[frozenset[Concept], frozenset[Concept]]:
    """What a definition's name says beyond the indicator's, in Chinese and in English."""
    zh, en = (
        frozenset(c for c in _timeless(words, lexicon) if c.name not in common)
        for words in (definition.name.zh, definition.name.en)
    )
    return zh, en


def _told(definition: Definition, lexicon: Lexicon) -> Concepts:
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
    dates = {at for span in date_spans(even(bare(words))) if not span.is_tier for at in range(span.start, span.end)}
    return [
        token.concept
        for token in tokens(bare(words), lexicon)
        if token.concept.weight is Weight.TELLING and dates.isdisjoint(range(token.start, token.end))
    ]


def bare(text: str) -> str:
    """A name without the counts in it."""
    return _COUNTED.sub(" ", text)
