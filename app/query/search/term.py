"""What a reader typed, as terms: numbers with their scale, words, runs of Chinese characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.loading.numeral import read_numeral, scale_of
from app.query.search.fold import Piece, Script, fold, pieces

#: What nobody means by a search is not read.
LONGEST_QUERY = 200
MOST_TERMS = 12
_EN_SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
#: Words that English questions are made of; they narrow nothing.
_EMPTY_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "by", "did", "do", "does", "for", "from", "has", "have", "how", "in", "is"}
    | {"it", "its", "many", "much", "of", "on", "or", "than", "that", "the", "their", "there", "they", "this", "to"}
    | {"was", "were", "what", "when", "where", "which", "who", "with"}
)
#: The same for Chinese, where they stand between the words without a space.
_EMPTY_RUNS = re.compile("有多少|有几[家个只项]|多少|什么|怎么样|怎么|如何|哪些|是否|吗|呢")
#: What may follow a numeral in Chinese characters and still be its unit: 两千四百家, 六十余只.
_LONGEST_UNIT = 3
_YEAR = "年"
_PARTS_OF_A_YEAR = ("", "底", "末", "初", "中", "度")


@dataclass(frozen=True)
class Term:
    """One term. `number` is set where it can be read as one; an `optional` one only raises what it matches.

    One that is `bound` are letters right behind a number (5G): where nothing has them, the number was not meant alone.
    """

    script: Script
    text: str
    number: Decimal | None = None
    optional: bool = False
    bound: bool = False


def terms(query: str) -> tuple[Term, ...]:
    """The terms of a query in order; empty words go unless there is nothing else."""
    found = _read(list(pieces(fold(_EMPTY_RUNS.sub(" ", query[:LONGEST_QUERY])))))
    telling = tuple(term for term in found if term.text not in _EMPTY_WORDS)
    return (telling or tuple(found))[:MOST_TERMS]


def _read(row: Sequence[Piece]) -> list[Term]:
    found: list[Term] = []
    for piece in row:
        before = found[-1] if found else None
        if before and before.script is Script.NUMBER and piece.script is not Script.NUMBER:
            found[-1:] = _behind_number(before, piece)
        else:
            found.append(_term(piece))
    return found


def _term(piece: Piece) -> Term:
    if piece.script is Script.NUMBER:
        return Term(piece.script, piece.text, Decimal(piece.text))
    return Term(piece.script, piece.text, _numeral(piece.text) if piece.script is Script.HAN else None)


def _behind_number(number: Term, piece: Piece) -> list[Term]:
    """A scale word goes into the number (9761亿, 976.1 billion); a unit right behind it need not be found."""
    assert number.number is not None
    if piece.script is Script.WORD:
        if piece.text in _EN_SCALES:
            return [replace(number, number=number.number * _EN_SCALES[piece.text])]
        return [number, Term(piece.script, piece.text, optional=piece.joined, bound=piece.joined)]
    if not piece.joined:
        return [number, _term(piece)]
    factor, rest = scale_of(piece.text)
    unit, words = _parted(rest)
    scaled = replace(number, number=number.number * factor)
    return [scaled, *([Term(Script.HAN, unit, optional=True)] if unit else []), *([_term(words)] if words else [])]


def _parted(rest: str) -> tuple[str, Piece | None]:
    """What stands behind a number: its unit, and the words behind that, where there are any (2024年 | 人工智能企业).

    A measure word is one character; a unit that is longer (公里) has nothing behind it.
    """
    if len(rest) <= _LONGEST_UNIT and (not rest.startswith(_YEAR) or rest[1:] in _PARTS_OF_A_YEAR):
        return rest, None
    return rest[:1], Piece(Script.HAN, rest[1:], joined=True)


def _numeral(run: str) -> Decimal | None:
    """两千四百 is 2400 and 一万 10000; a single character (三城一区) is a word, not a number."""
    numeral = read_numeral(run)
    if numeral is None:
        return None
    factor, unit = scale_of(numeral.rest)
    if len(run) - len(unit) < 2:
        return None
    return numeral.value * factor if len(unit) <= _LONGEST_UNIT else None
