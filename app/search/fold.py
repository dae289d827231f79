"""Text as search compares it: in pieces of one script, by its stems and by how it sounds."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import snowballstemmer

#: One piece of text: a number with its grouping, a run of Latin letters, or a run of Chinese characters.
_PIECE = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)(?P<percent> ?%)?"
    r"|(?P<word>[a-zà-öø-ÿ]+(?:&[a-zà-öø-ÿ]+)*)|(?P<han>[〇\u3400-\u9fff]+)"
)
_STEMMER = snowballstemmer.stemmer("english")


class Script(StrEnum):
    """What a piece is written in."""

    NUMBER = "number"
    WORD = "word"
    HAN = "han"


class FoldedPiece(NamedTuple):
    """A piece of a folded text; `joined` says that it stands right behind the piece before it (2400家).

    A number is a `percent` where its sign follows, which is not in `text`.
    """

    script: Script
    text: str
    joined: bool
    percent: bool = False

    @property
    def key(self) -> str:
        """What it is looked up by: 60 % is something else than 60."""
        return f"{self.text}%" if self.percent else self.text


def fold(text: str) -> str:
    """Full width becomes half width, capitals small: ＡＩ and AI are the same."""
    return unicodedata.normalize("NFKC", text).lower().strip()


def pieces(folded: str) -> Iterator[FoldedPiece]:
    """The pieces of a folded text in order; a number without its grouping commas."""
    end = -1
    for match in _PIECE.finditer(folded):
        number = match["number"]
        if number:
            yield FoldedPiece(Script.NUMBER, number.replace(",", ""), match.start() == end, bool(match["percent"]))
        else:
            yield FoldedPiece(Script.WORD if match["word"] else Script.HAN, match.group(), match.start() == end)
        end = match.end()


@cache
def stem(word: str) -> str:
    """The stem of an English word: companies, company → compani. A number is its own."""
    return word if word[0].isdigit() else str(_STEMMER.stemWord(word))


#: Words in which a character does not sound as it mostly does. pypinyin's own list of phrases would know them, and
#: forty thousand more: it takes fifty megabytes in each worker for these few. A test holds this list to that one.
RARER = {
    "长度": "chang du",
    "长期": "chang qi",
    "时长": "shi chang",
    "特长": "te chang",
    "供给": "gong ji",
    "没有": "mei you",
    "行业": "hang ye",
    "同行": "tong hang",
    "银行": "yin hang",
    "重复": "chong fu",
    "重叠": "chong die",
    "重新": "chong xin",
    "重庆": "chong qing",
    "目的": "mu di",
    "首都": "shou du",
    "成都": "cheng du",
    "都是": "dou shi",
    "参差": "cen ci",
    "调查": "diao cha",
    "调研": "diao yan",
    "会计": "kuai ji",
    "率先": "shuai xian",
    "还是": "hai shi",
    "得到": "de dao",
}


def syllables(row: Iterable[FoldedPiece]) -> tuple[str, ...]:
    """The pinyin of each Chinese character, and each other piece whole: 中关村2024 → zhong guan cun 2024."""
    sounds: list[str] = []
    for piece in row:
        sounds += _reader()(piece.text) if piece.script is Script.HAN else [piece.text]
    return tuple(sounds)


@cache
def _reader() -> Callable[[str], list[str]]:
    """pypinyin without its phrases, which only its environment can tell it; a start must not wait for its tables."""
    os.environ.update(PYPINYIN_NO_PHRASES="1", PYPINYIN_NO_DICT_COPY="1")
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict({word: [[sound] for sound in sounds.split()] for word, sounds in RARER.items()})
    read: Callable[[str], list[str]] = lazy_pinyin
    return read
