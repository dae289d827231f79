"""How Chinese characters sound, for readers who type pinyin."""

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from app.search.fold import FoldedPiece, Script

if TYPE_CHECKING:
    from collections.abc import Callable

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
    found: list[str] = []
    for piece in row:
        found += _reader()(piece.text) if piece.script is Script.HAN else [piece.text]
    return tuple(found)


@cache
def _reader() -> "Callable[[str], list[str]]":
    """pypinyin without its phrases, which only its environment can tell it; a start must not wait for its tables."""
    os.environ.update(PYPINYIN_NO_PHRASES="1", PYPINYIN_NO_DICT_COPY="1")
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict({word: [[sound] for sound in sounds.split()] for word, sounds in RARER.items()})
    read: Callable[[str], list[str]] = lazy_pinyin
    return read
