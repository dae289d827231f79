"""What a reader typed, as terms: numbers with their scale, words, runs of Chinese characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.loading.printed import (
    BEFORE,
    BEHIND,
    EN_SCALES,
    INSIDE,
    NUMERAL_CHARACTERS,
    longest_first,
    read_numeral,
    scale_of,
)
from app.search.fold import FoldedPiece, Script, fold, pieces

#: What nobody means by a search is not read.
LONGEST_QUERY = 200
MOST_TERMS = 12
#: A single letter behind a number is more often a name (5m) than a scale.
_SCALE_WORDS = frozenset({"thousand", "million", "billion", "bn", "trillion"})
#: Words that English questions are made of; they narrow nothing.
_EMPTY_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "by", "did", "do", "does", "for", "from", "has", "have", "how", "in", "is"}
    | {
        "it",
        "its",
        "many",
        "much",
        "number",
        "numbers",
        "of",
        "on",
        "or",
        "than",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "to",
    }
    | {"was", "were", "what", "when", "where", "which", "who", "with"}
)
_HEDGES = longest_first(BEFORE)
#: The same for Chinese, where they stand between the words without a space.
_HOW_MUCH = rf"(?:(?:{_HEDGES}|达)了?)?(?:有|是)?(?:多少|几)[家个只项款名位支种所]?(?![万亿])"
_WHICH = "(?:有|是|在)?(?:哪(?:[一二两三四五六七八九十几]?[家个只项款名位支种所座年月天次]|些|里)|谁|何时|什么时候)"
_EMPTY_RUNS = re.compile(rf"{_HOW_MUCH}|{_WHICH}|什么|怎么样|怎么|如何|是否|是不是|有没有|吗|呢")
#: Whose kind a question names, the answer need not: which city ranks first.
_EMPTY_KINDS = re.compile(
    r"\b(?:which|what) (?:city|cities|country|countries|place|year|company|companies|firms?)\b", re.I
)
#: Percentages in words: 百分之六十, 六成, 60 percent, 一半. 五成立 is none.
_IN_WORDS = re.compile(
    r"百分之(?P<hundredth>[0-9.]+|[零〇一二两三四五六七八九十百点]+)"
    r"|(?P<tenth>[0-9]+|(?<![十百千万亿点])[一二两三四五六七八九十])成(?=[以左多半]|[^\u3400-\u9fff]|$)"
    r"|(?P<percent>[0-9.]+) ?(?:percent|per cent|pct)\b"
    r"|(?P<half>一半|半数)"
)
#: How near a number is to be is not searched for: 超2400家 and 2400家以上 are 2400家. Before a numeral in characters
#: only where nothing precedes: 经过三城 is no 过.
_HEDGE_BEFORE = re.compile(
    rf"(?:{_HEDGES})了?(?=[0-9])|(?<![\u3400-\u9fff])(?:{_HEDGES})(?=[{''.join(NUMERAL_CHARACTERS)}])"
)
_HEDGE_BEHIND = re.compile(rf"^(?:{longest_first(INSIDE)})|(?:{longest_first(BEHIND)})$")
_HOME = frozenset({"beijing", "北京", "北京市"})
_AT_HOME = re.compile("^北京市?的?")
#: So long may the name of a university or hospital be.
_LONGEST_BODY = 6
#: What may follow a numeral in Chinese characters and still be its unit: 两千四百家, 六十余只.
_LONGEST_UNIT = 3
_YEAR = "年"
_PARTS_OF_A_YEAR = ("", "底", "末", "初", "中", "度")


@dataclass(frozen=True)
class SearchTerm:
    """One term. `number` is set where it can be read as one; an `optional` one only raises what it matches.

    Whether it is a `percent` is said by a sign or a unit behind it, and else open (None). One that is `bound` are
    letters right behind a number (5G): where nothing has them, the number was not meant alone.
    """

    script: Script
    text: str
    number: Decimal | None = None
    percent: bool | None = None
    optional: bool = False
    bound: bool = False

    @property
    def percents(self) -> tuple[bool, ...]:
        """As what the number is looked up: not a percentage, one, or either."""
        return (False, True) if self.percent is None else (self.percent,)


def terms(query: str) -> tuple[SearchTerm, ...]:
    """The terms of a query in order; empty words go unless there is nothing else."""
    bare = _EMPTY_KINDS.sub(" ", _EMPTY_RUNS.sub(" ", query[:LONGEST_QUERY]))
    folded = _HEDGE_BEFORE.sub(" ", fold(bare))
    every = _read(list(pieces(_IN_WORDS.sub(_with_sign, folded))))
    telling = tuple(term for term in every if term.text not in _EMPTY_WORDS) or tuple(every)
    needed = tuple(part for term in telling for part in _without_home(term))
    return (needed or telling)[:MOST_TERMS]


def _without_home(term: SearchTerm) -> tuple[SearchTerm, ...]:
    """Nearly everything here is Beijing's, so that its name narrows nothing; but 北京大学 may be meant as one word."""
    if term.text in _HOME:
        return ()
    behind = _AT_HOME.sub("", term.text)
    if term.script is not Script.HAN or len(behind) in (len(term.text), 0, 1):
        return (term,)
    whole = (replace(term, optional=True),) if len(term.text) <= _LONGEST_BODY else ()
    return (_term(FoldedPiece(Script.HAN, behind, joined=False)), *whole)


def _with_sign(match: re.Match[str]) -> str:
    if match["half"]:
        return " 50%"
    text = match["hundredth"] or match["tenth"] or match["percent"]
    numeral = read_numeral(text)
    if numeral is None or numeral.rest:
        return match.group()
    return f" {numeral.value * (10 if match['tenth'] else 1):f}%"


def _read(row: Sequence[FoldedPiece]) -> list[SearchTerm]:
    terms_read: list[SearchTerm] = []
    for piece in row:
        before = terms_read[-1] if terms_read else None
        value = before.number if before and before.script is Script.NUMBER else None
        if before and value is not None and piece.script is not Script.NUMBER:
            terms_read[-1:] = _behind_number(before, value, piece)
        else:
            terms_read.append(_term(piece))
    return terms_read


def _term(piece: FoldedPiece) -> SearchTerm:
    if piece.script is Script.NUMBER:
        return SearchTerm(piece.script, piece.text, Decimal(piece.text), True if piece.percent else None)
    return SearchTerm(piece.script, piece.text, _numeral(piece.text) if piece.script is Script.HAN else None)


def _behind_number(number: SearchTerm, value: Decimal, piece: FoldedPiece) -> list[SearchTerm]:
    """A scale word goes into the number (9761亿, 976.1 billion); a unit right behind it need not be found."""
    if piece.script is Script.WORD:
        if piece.text in _SCALE_WORDS:
            return [replace(number, number=value * EN_SCALES[piece.text])]
        return [number, SearchTerm(piece.script, piece.text, optional=piece.joined, bound=piece.joined)]
    if not piece.joined:
        return [number, _term(piece)]
    factor, rest = scale_of(_HEDGE_BEHIND.sub("", piece.text))
    unit, words = _parted(rest)
    scaled = replace(number, number=value * factor, percent=number.percent or (False if unit else None))
    return [
        scaled,
        *([SearchTerm(Script.HAN, unit, optional=True)] if unit else []),
        *([_term(words)] if words else []),
    ]


def _parted(rest: str) -> tuple[str, FoldedPiece | None]:
    """What stands behind a number: its unit, and the words behind that, where there are any (2024年 | 人工智能企业).

    A measure word is one character; a unit that is longer (公里) has nothing behind it.
    """
    if len(rest) <= _LONGEST_UNIT and (not rest.startswith(_YEAR) or rest[1:] in _PARTS_OF_A_YEAR):
        return rest, None
    return rest[:1], FoldedPiece(Script.HAN, rest[1:], joined=True)


def _numeral(run: str) -> Decimal | None:
    """两千四百 is 2400 and 一万 10000; a single character (三城一区) is a word, not a number."""
    numeral = read_numeral(run)
    if numeral is None:
        return None
    factor, unit = scale_of(numeral.rest)
    if len(run) - len(unit) < 2:
        return None
    return numeral.value * factor if len(unit) <= _LONGEST_UNIT else None
