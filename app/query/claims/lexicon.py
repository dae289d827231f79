"""Which words mean the same: those of the lexicon file, joined by the data set's own names."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from app.loading.yaml_source import read_yaml
from app.model.catalog import Catalog
from app.model.record import Record
from app.query.search.fold import stem


class Weight(StrEnum):
    """What a concept does in a claim: it rules figures out, only helps to find them, or says nothing."""

    TELLING = "telling"
    SOFT = "soft"
    EMPTY = "empty"


class Words(Record):
    """The words of one concept."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """A meaning; `place` is set for a geography's id."""

    name: str
    weight: Weight
    place: str = ""


#: Concepts of the file that also name a place.
_PLACE_WORDS = {"beijing-word": "beijing", "china-word": "china", "world-word": "world"}
_FILE = TypeAdapter(dict[Weight, dict[str, Words]])
#: Names of places that a claim may use besides the data set's own.
_OTHER_PLACES = {
    "china": ("中国", "全国", "China", "Chinese", "nationwide", "the country", "national total"),
    "world": ("全球", "世界", "world", "global", "globally", "worldwide"),
    "beijing": ("北京市", "本市", "全市", "京城", "首都", "the capital", "Chinese capital"),
    "shenzhen": ("深圳市",),
    "shanghai": ("上海市",),
    "haidian": ("海淀", "Haidian"),
    "yizhuang": ("亦庄", "经开区", "北京经开区", "Yizhuang", "E-Town"),
    "feicheng": ("肥城", "Feicheng"),
    "zhongguancun": ("中关村", "Zhongguancun"),
    "tianjin": ("天津市",),
    "hebei": ("河北省",),
    "xiongan": ("雄安新区",),
    "other": (
        *(
            "广州",
            "杭州",
            "合肥",
            "武汉",
            "成都",
            "苏州",
            "南京",
            "重庆",
            "广东",
            "浙江",
            "江苏",
            "山东",
            "昌平",
            "怀柔",
        ),
        *("朝阳区", "香港", "美国", "日本", "英国", "长三角", "大湾区", "西安", "Chaoyang", "Changping", "Huairou"),
        *("Guangzhou", "Hangzhou", "Hefei", "Wuhan", "Chengdu", "Suzhou", "Nanjing", "Chongqing", "Guangdong"),
        *("Zhejiang", "Jiangsu", "Shandong", "Hong Kong", "United States", "America", "Japan", "Europe", "Singapore"),
        *("Yangtze River Delta", "Greater Bay Area", "Paris", "Tokyo", "Seoul", "Berlin", "India", "Xi'an"),
    ),
}


@dataclass(frozen=True)
class Lexicon:
    """`han` maps a Chinese word to its concept, `latin` the stems of English words."""

    han: Mapping[str, Concept]
    latin: Mapping[tuple[str, ...], Concept]
    longest_han: int
    longest_latin: int

    @classmethod
    def over(cls, han: Mapping[str, Concept], latin: Mapping[tuple[str, ...], Concept]) -> "Lexicon":
        return cls(han, latin, max(map(len, han)), max(map(len, latin)))

    @classmethod
    def of(cls, catalog: Catalog) -> "Lexicon":
        """The lexicon file and the names of places, companies and the like; the file's own words win."""
        han: dict[str, Concept] = {}
        latin: dict[tuple[str, ...], Concept] = {}
        for concept, words in (*_written(), *_places(catalog), *_owners(catalog)):
            for word in words:
                _add(han, latin, concept, word)
        return cls.over(han, latin)


def even(text: str) -> str:
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
    letters = "".join(c if c.isalpha() and c.isascii() else " " for c in even(words).replace("'s", " "))
    return tuple(root(word) for word in letters.split())


#: Words that the stemmer takes for others: industry, land, launch, list.
_WHOLE = frozenset({"industrial", "landed", "launched", "listed"})


def root(word: str) -> str:
    """The stem of an English word, or the word itself where the stem would be another word's."""
    return word if word in _WHOLE else stem(word)


def _add(han: dict[str, Concept], latin: dict[tuple[str, ...], Concept], concept: Concept, word: str) -> None:
    folded = even(word)
    if any("\u3400" <= c <= "\u9fff" for c in folded):
        han.setdefault(folded, concept)
    elif stems(folded):
        latin.setdefault(stems(folded), concept)


@cache
def _written() -> tuple[tuple[Concept, tuple[str, ...]], ...]:
    path = Path(__file__).with_name("lexicon.yaml")
    groups = _FILE.validate_python(read_yaml(path.read_bytes(), path.name).value)
    return tuple(
        (Concept(name, weight, _PLACE_WORDS.get(name, "")), (*words.zh, *words.en))
        for weight, group in groups.items()
        for name, words in group.items()
    )


def _places(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    for name, words in _OTHER_PLACES.items():
        yield Concept(f"place-{name}", Weight.SOFT, name), words
    for name, place in catalog.geographies.items():
        short = (place.short.zh, place.short.en) if place.short else ()
        yield Concept(f"place-{name}", Weight.SOFT, name), (place.name.zh, place.name.en, *short)


def _owners(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    """Companies, institutes, contests; Chinese quotation marks around a name are not part of it."""
    for name, subject in catalog.subjects.items():
        bare = subject.name.zh.strip("“”").partition("（")[0]
        english = subject.name.en.partition(" (")[0]
        names = (
            bare,
            bare.removeprefix("北京"),
            bare.removesuffix("团队"),
            english,
            english.removeprefix("Beijing "),
            _proper(english),
        )
        yield Concept(f"of-{name}", Weight.TELLING), tuple(dict.fromkeys(names))


def _proper(english: str) -> str:
    """Invest Beijing of Invest Beijing conference; a name of capitals only stays whole."""
    first, _, last = english.rpartition(" ")
    return first if first and last.islower() else english
