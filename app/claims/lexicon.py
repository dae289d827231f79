"""Which words mean the same: those of the lexicon file, joined by the data set's own names."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from app.loading.yaml_source import read_yaml
from app.model.catalog import Catalog
from app.model.record import Record, Truth
from app.search.fold import stem


class Weight(StrEnum):
    """What a concept does in a claim: it rules figures out, only helps to find them, or says nothing."""

    TELLING = "telling"
    SOFT = "soft"
    EMPTY = "empty"


Terms = Annotated[frozenset[str], Field(strict=False)]


class LexiconWords(Record):
    """The words of one concept; `place` is the geography that they name as well."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    place: str = ""


class PlaceNames(Record):
    """More names of a place; see the file for `within` and `is_in_names`."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    within: str = ""
    is_in_names: Truth = False


class ConceptGroups(Record):
    """Concepts of which a rule speaks together."""

    fields: Terms
    parts: Terms
    measures: Terms
    common: Terms


class Classifier(Record):
    """Words that count any of some units; without `units` any counted thing."""

    words: tuple[str, ...]
    units: Terms = frozenset()


class UnitWords(Record):
    """In what a claim may count, besides the words that the data set prints."""

    zh: dict[str, str]
    en: dict[str, str]
    counted: Terms
    classifiers: tuple[Classifier, ...]
    before_nouns: Terms
    unread: Terms


class LexiconFile(Record):
    """The file `lexicon.yaml`, which says at its top what each part is for."""

    concepts: dict[Annotated[Weight, Field(strict=False)], dict[str, LexiconWords]]
    groups: ConceptGroups
    places: dict[str, PlaceNames]
    units: UnitWords
    unstemmed: Terms

    @model_validator(mode="after")
    def _groups_name_concepts(self) -> Self:
        concepts = {name for group in self.concepts.values() for name in group}
        named = frozenset[str]().union(*(getattr(self.groups, name) for name in ConceptGroups.model_fields))
        if named - concepts:
            raise ValueError(f"no concepts: {', '.join(sorted(named - concepts))}")
        return self


@cache
def lexicon_file() -> LexiconFile:
    path = Path(__file__).with_name("lexicon.yaml")
    return LexiconFile.model_validate(read_yaml(path.read_bytes(), path.name).value)


@dataclass(frozen=True)
class Concept:
    """A meaning; `place` is a geography's id and `within` those it lies in, `owner` the kind of whose figure it is."""

    name: str
    weight: Weight
    place: str = ""
    within: frozenset[str] = frozenset()
    owner: str = ""


#: The kinds of subject whose figure is theirs alone, not that of a place.
OWNERS = frozenset({"company", "institute", "park", "programme"})


#: Concepts that make of a number one for each of many, or in each of many days or years.
PACES = frozenset({"each", "daily", "yearly"})


@dataclass(frozen=True)
class Lexicon:
    """`han` maps a Chinese word to its concept, `latin` the stems of English words."""

    han: Mapping[str, Concept]
    latin: Mapping[tuple[str, ...], Concept]
    longest_han: int
    longest_latin: int

    @cached_property
    def owners(self) -> frozenset[str]:
        """The concepts that say whose a figure is, and nothing of what it counts."""
        return frozenset(concept.name for concept in (*self.han.values(), *self.latin.values()) if concept.owner)

    @classmethod
    def over(cls, han: Mapping[str, Concept], latin: Mapping[tuple[str, ...], Concept]) -> "Lexicon":
        return cls(han, latin, max(map(len, han)), max(map(len, latin)))

    @classmethod
    def of(cls, catalog: Catalog) -> "Lexicon":
        """The lexicon file and the names of places, companies and the like; the file's own words win."""
        han: dict[str, Concept] = {}
        latin: dict[tuple[str, ...], Concept] = {}
        for concept, words in (*_concepts(catalog), *_places(catalog), *_owners(catalog)):
            for word in words:
                _add(han, latin, concept, word)
        return cls.over(han, latin)


def fold_in_place(text: str) -> str:
    """Half width and small letters, each character in its place, so that offsets stay those of the text."""
    return "".join(_one(character) for character in text)


#: Chinese punctuation stays: a full-width comma parts clauses, it groups no digits.
_SIGNS = frozenset("，。；：！？（）")


@cache
def _one(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).lower()
    return folded if len(folded) == 1 and character not in _SIGNS else character


def stems(words: str) -> tuple[str, ...]:
    """The stems of English words; hyphens and other signs only separate them."""
    letters = "".join(c if c.isalpha() and c.isascii() else " " for c in fold_in_place(words).replace("'s", " "))
    return tuple(word_root(word) for word in letters.split())


def word_root(word: str) -> str:
    """The stem of an English word, or the word itself where the stem would be another word's."""
    return word if word in lexicon_file().unstemmed else stem(word)


def _add(han: dict[str, Concept], latin: dict[tuple[str, ...], Concept], concept: Concept, word: str) -> None:
    folded = fold_in_place(word)
    if any("\u3400" <= c <= "\u9fff" for c in folded):
        han.setdefault(folded, concept)
    elif stems(folded):
        latin.setdefault(stems(folded), concept)


def _concepts(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    for weight, group in lexicon_file().concepts.items():
        for name, words in group.items():
            within = _around(words.place, catalog)
            yield Concept(name, weight, words.place, within), (*words.zh, *words.en)


def _places(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    for name, names in lexicon_file().places.items():
        yield _place(name, catalog), (*names.zh, *names.en)
    for name, place in catalog.geographies.items():
        short = (place.short.zh, place.short.en) if place.short else ()
        yield _place(name, catalog), (place.name.zh, place.name.en, *short)


def _place(name: str, catalog: Catalog) -> Concept:
    return Concept(f"place-{name}", Weight.SOFT, name, _around(name, catalog))


def _around(name: str, catalog: Catalog) -> frozenset[str]:
    """The places that one lies in, all the way up."""
    place, names = catalog.geographies.get(name), lexicon_file().places.get(name)
    outer = place.part_of if place else names.within if names else ""
    return frozenset((outer, *_around(outer, catalog))) if outer else frozenset()


def _owners(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    """Companies, institutes, contests; Chinese quotation marks around a name are not part of it."""
    for name, subject in catalog.subjects.items():
        bare = subject.name.zh.strip("“”").partition("（")[0]
        english = subject.name.en.partition(" (")[0]
        names = (
            bare,
            bare.removeprefix("北京"),
            bare.removesuffix("团队"),
            bare if bare.startswith("北京") else bare.removesuffix("大学"),
            english,
            english.removeprefix("Beijing "),
            _proper(english),
            english.removesuffix(" University").removesuffix(" Technology"),
        )
        yield Concept(f"of-{name}", Weight.TELLING, owner=subject.kind), tuple(dict.fromkeys(names))


def _proper(english: str) -> str:
    """Invest Beijing of Invest Beijing conference; a name of capitals only stays whole."""
    first, _, last = english.rpartition(" ")
    return first if first and last.islower() else english
