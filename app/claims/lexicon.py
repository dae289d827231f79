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
from app.search.fold import stem


class Weight(StrEnum):
    """What a concept does in a claim: it rules figures out, only helps to find them, or says nothing."""

    TELLING = "telling"
    SOFT = "soft"
    EMPTY = "empty"


class LexiconWords(Record):
    """The words of one concept."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """A meaning; `place` is a geography's id and `within` those it lies in, `owner` the kind of whose figure it is."""

    name: str
    weight: Weight
    place: str = ""
    within: frozenset[str] = frozenset()
    owner: str = ""


#: Concepts of the file that also name a place.
_PLACE_WORDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "beijing-word": ("beijing", frozenset({"china", "world"})),
    "china-word": ("china", frozenset({"world"})),
    "world-word": ("world", frozenset()),
}
_FILE = TypeAdapter(dict[Weight, dict[str, LexiconWords]])
#: Where places lie that are none of the data set's; what lies in China lies in the world too.
_WITHIN = {"district": "beijing", "zhongguancun": "beijing"}
#: Names of places that a claim may use besides the data set's own.
_OTHER_PLACES = {
    "china": ("中国", "全国", "China", "Chinese", "nationwide", "the country", "national total"),
    "world": ("全球", "世界", "world", "global", "globally", "worldwide"),
    "beijing": ("北京市", "本市", "全市", "京城", "首都", "the capital", "Chinese capital"),
    "jing-jin-ji": ("京津冀地区", "京津冀三地", "京津冀区域", "Beijing-Tianjin-Hebei region", "Jing-Jin-Ji"),
    "shenzhen": ("深圳市",),
    "shanghai": ("上海市",),
    "haidian": ("海淀", "Haidian"),
    "yizhuang": ("亦庄", "经开区", "北京经开区", "Yizhuang", "E-Town"),
    "feicheng": ("肥城", "Feicheng"),
    "zhongguancun": ("中关村", "Zhongguancun"),
    "tianjin": ("天津市",),
    "hebei": ("河北省",),
    "xiongan": ("雄安新区",),
    "district": (
        *("东城区", "西城区", "朝阳区", "丰台", "石景山", "门头沟", "房山", "通州", "顺义", "昌平", "大兴区", "怀柔"),
        *("平谷", "密云", "延庆", "城市副中心", "Dongcheng", "Xicheng", "Chaoyang", "Fengtai", "Shijingshan"),
        *("Mentougou", "Fangshan", "Tongzhou", "Shunyi", "Changping", "Daxing", "Huairou", "Pinggu", "Miyun"),
        *("Yanqing", "未来科学城", "怀柔科学城", "Future Science City", "Huairou Science City"),
    ),
    "other": (
        *("广州", "杭州", "合肥", "武汉", "成都", "苏州", "南京", "重庆", "西安", "青岛", "宁波", "长沙", "郑州"),
        *("济南", "厦门", "福州", "无锡", "佛山", "东莞", "大连", "沈阳", "哈尔滨", "长春", "昆明", "贵阳", "太原"),
        *("广东", "浙江", "江苏", "山东", "山西", "河南", "湖北", "湖南", "四川", "安徽", "福建", "江西", "陕西"),
        *("辽宁", "吉林", "黑龙江", "甘肃", "青海", "贵州", "云南", "广西", "海南", "内蒙古", "宁夏", "新疆", "西藏"),
        *("香港", "澳门", "台湾", "长三角", "珠三角", "大湾区", "成渝", "美国", "日本", "英国", "法国", "韩国", "印度"),
        *("新加坡", "以色列", "加拿大", "欧洲", "亚洲", "欧盟", "巴黎", "东京", "首尔", "柏林", "旧金山", "洛杉矶"),
        *("Guangzhou", "Hangzhou", "Hefei", "Wuhan", "Chengdu", "Suzhou", "Nanjing", "Chongqing", "Qingdao"),
        *("Ningbo", "Changsha", "Zhengzhou", "Jinan", "Xiamen", "Fuzhou", "Wuxi", "Dalian", "Shenyang", "Harbin"),
        *("Guangdong", "Zhejiang", "Jiangsu", "Shandong", "Shanxi", "Henan", "Hubei", "Hunan", "Sichuan", "Anhui"),
        *("Fujian", "Jiangxi", "Shaanxi", "Liaoning", "Jilin", "Heilongjiang", "Gansu", "Guizhou", "Yunnan"),
        *("Guangxi", "Hainan", "Inner Mongolia", "Ningxia", "Xinjiang", "Tibet", "Hong Kong", "Macao", "Taiwan"),
        *("Yangtze River Delta", "Pearl River Delta", "Greater Bay Area", "United States", "America", "Japan"),
        *("Britain", "United Kingdom", "France", "Korea", "India", "Singapore", "Israel", "Canada", "Europe", "Asia"),
        *("European Union", "Paris", "Tokyo", "Seoul", "Berlin", "San Francisco", "Los Angeles", "Xi'an"),
    ),
}


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
    return tuple(word_root(word) for word in letters.split())


#: Words that the stemmer takes for others: industry, land, launch, list, operation, share, project; several cities
#: are not the city.
_WHOLE = frozenset(
    (
        *("industrial", "landed", "launched", "listed", "operate", "operates", "operated", "operating", "shared"),
        *("projected", "closed", "cities", "capitals", "municipalities"),
    )
)


def word_root(word: str) -> str:
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
        (Concept(name, weight, *_PLACE_WORDS.get(name, ())), (*words.zh, *words.en))
        for weight, group in groups.items()
        for name, words in group.items()
    )


def _places(catalog: Catalog) -> Iterable[tuple[Concept, tuple[str, ...]]]:
    for name, words in _OTHER_PLACES.items():
        yield _place(name, catalog), words
    for name, place in catalog.geographies.items():
        short = (place.short.zh, place.short.en) if place.short else ()
        yield _place(name, catalog), (place.name.zh, place.name.en, *short)


def _place(name: str, catalog: Catalog) -> Concept:
    return Concept(f"place-{name}", Weight.SOFT, name, _around(name, catalog))


def _around(name: str, catalog: Catalog) -> frozenset[str]:
    """The places that one lies in, all the way up."""
    place = catalog.geographies.get(name)
    outer = place.part_of if place else _WITHIN.get(name)
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
