"""Text as search compares it, and the terms that a text or a query consists of."""

import re
import unicodedata
from collections.abc import Iterator
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
