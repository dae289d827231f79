"""Around each number: the words that are its own, the words it may borrow, the places and the period said."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.claims.date_span import DateSpan
from app.claims.number import NumberSort, PrintedNumber
from app.claims.token import Token
from app.model.period import Period

_SENTENCE = re.compile(r"[。！？!?\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,；;：:（）()、—]+|\s[-–]\s")
#: Between two numbers these begin something new: 2400家企业和115家独角兽.
_JOINT = re.compile(r"[和与及]|以及|\b(?:and|while|whereas|but|plus|as well as)\b|其中|带动|\bof which\b")


#: A part before its whole (12 of the country's 21), a whole before its part (21家中有12家, of the 21 firms, 12).
_PART_OF = re.compile(r"\s*(?:(?:of|out of|among)\s+)(?:[a-z]+'s\s+|the\s+|all\s+|its\s+|their\s+|these\s+|those\s+)*")
_OUT_OF = re.compile(r"[^。；;]{0,16}?(?:其中|[中里内](?:[，,]|有|占|北京))")
_AMONG = re.compile(r"\b(?:of|among|out of)\s+(?:[a-z]+'s\s+|the\s+|all\s+|its\s+|their\s+|these\s+|those\s+)+$")
#: The date behind it is what a change is measured from, and not its own.
_COMPARED = re.compile(r"(?:[较比与]|\b(?:than|from|over|on|against|with) )$")
#: So long is the longest of its words, and the space before it.
_LONGEST_COMPARED = 9
#: Words farther back are of something else.
_MOST_BEFORE = 4


@dataclass(frozen=True)
class Surroundings:
    """`own` are the words nearest to the number in its clause, `near` the rest of the clause, `before` the earlier
    clauses of its sentence, the nearest first, `after` the next clause where no number stands in it. `whole` is the
    number of which this one is a part (12 of the 21); `is_whole` where another is a part of it;
    `is_period_own` where no other number stands between it and its period."""

    own: tuple[Token, ...]
    near: tuple[Token, ...]
    before: tuple[tuple[Token, ...], ...]
    after: tuple[Token, ...]
    period: Period | None
    is_period_own: bool
    whole: PrintedNumber | None
    is_whole: bool

    @property
    def leaning_forward(self) -> "Surroundings":
        """With the words of the next clause as its own clause's: Worth 5 billion, the industry of Beijing …"""
        return replace(self, near=(*self.near, *self.after), after=())


@dataclass(frozen=True)
class _Cut:
    """Where a clause begins; `is_sentence` where a sentence begins there too."""

    at: int
    is_sentence: bool


@dataclass(frozen=True)
class _Text:
    """Numbers, words and dates of a text in order, found by where they stand."""

    mentions: Sequence[PrintedNumber]
    words: Sequence[Token]
    dates: Sequence[DateSpan]
    cuts: Sequence[_Cut]
    folded: str

    @property
    def end(self) -> int:
        return len(self.folded) + 1

    def words_in(self, left: int, right: int) -> Sequence[Token]:
        first, last = (bisect_left(self.words, at, key=lambda word: word.start) for at in (left, right))
        return self.words[first:last]

    def mentions_in(self, left: int, right: int) -> Sequence[PrintedNumber]:
        first, last = (bisect_left(self.mentions, at, key=lambda mention: mention.digits) for at in (left, right))
        return self.mentions[first:last]

    def clause(self, at: int) -> tuple[int, int]:
        return _around(at, [cut.at for cut in self.cuts], self.end)

    def sentence(self, at: int) -> tuple[int, int]:
        return _around(at, [cut.at for cut in self.cuts if cut.is_sentence], self.end)


def _around(at: int, cuts: Sequence[int], end: int) -> tuple[int, int]:
    """The cuts before and behind a place; the first cut is 0."""
    place = bisect_right(cuts, at)
    return cuts[place - 1], cuts[place] if place < len(cuts) else end


def surroundings(
    folded: str, mentions: Sequence[PrintedNumber], words: Sequence[Token], dates: Sequence[DateSpan]
) -> tuple[Surroundings, ...]:
    """For each number in order."""
    text = _Text(mentions, _free(words, mentions, dates), dates, _cuts(folded, mentions, dates), folded)
    return tuple(_surroundings(mention, text) for mention in mentions)


def _surroundings(mention: PrintedNumber, text: _Text) -> Surroundings:
    start, end = text.clause(mention.digits)
    opening, _ = text.sentence(mention.digits)
    rivals = text.mentions_in(start, end)
    whole = text.words_in(start, end)
    clause = [word for word in whole if not _leads_to(word, whole, mention)]
    own = tuple(word for word in clause if _nearest(word, rivals) is mention)
    near = tuple(word for word in clause if word not in own)
    edges = [cut.at for cut in text.cuts if opening <= cut.at <= start][-_MOST_BEFORE - 1 :]
    before = tuple(tuple(text.words_in(left, right)) for left, right in reversed(list(pairwise(edges))))
    return Surroundings(
        own=own,
        near=near,
        before=before,
        after=_after(mention, text),
        period=_period(mention, text),
        is_period_own=_is_period_own(mention, text),
        whole=_whole(mention, text),
        is_whole=any(_whole(other, text) is mention for other in _beside(mention, text)),
    )


def _is_period_own(mention: PrintedNumber, text: _Text) -> bool:
    """Whether a date of the sentence and the number have no other number between them."""
    opening, closing = text.sentence(mention.digits)
    dates = [date.start for date in text.dates if date.period and opening <= date.start < closing]
    between = (text.mentions_in(min(at, mention.digits), max(at, mention.digits)) for at in dates)
    return any(all(other is mention for other in numbers) for numbers in between)


def _beside(mention: PrintedNumber, text: _Text) -> Sequence[PrintedNumber]:
    """The numbers before and behind one in its sentence."""
    numbers = text.mentions_in(*text.sentence(mention.digits))
    at = numbers.index(mention)
    return [*numbers[max(at - 1, 0) : at], *numbers[at + 1 : at + 2]]


#: A change whose end is the number: grew 9 percent to 976 billion, 增长9%至9761亿.
_MOVES = frozenset({"growth", "decline"})


def _leads_to(word: Token, clause: Sequence[Token], mention: PrintedNumber) -> bool:
    if word.concept.name not in _MOVES or mention.sort is NumberSort.PERCENT:
        return False
    return any(to.concept.name == "up-to" and mention.start - to.end in (0, 1) for to in clause)


def _after(mention: PrintedNumber, text: _Text) -> tuple[Token, ...]:
    _, end = text.clause(mention.digits)
    _, closing = text.sentence(mention.digits)
    if end >= closing:
        return ()
    behind = text.clause(end)
    return () if text.mentions_in(*behind) else tuple(text.words_in(*behind))


def _whole(mention: PrintedNumber, text: _Text) -> PrintedNumber | None:
    """The number that this is said to be a part of, on either side of it in the sentence."""
    numbers = text.mentions_in(*text.sentence(mention.digits))
    at = numbers.index(mention)
    if at + 1 < len(numbers) and _PART_OF.fullmatch(text.folded, mention.end, numbers[at + 1].start):
        return numbers[at + 1]
    if at and _OUT_OF.match(text.folded, numbers[at - 1].end, mention.start):
        return numbers[at - 1]
    if at and _AMONG.search(text.folded, text.sentence(mention.digits)[0], numbers[at - 1].start):
        return numbers[at - 1]
    return None


def _free(words: Sequence[Token], mentions: Sequence[PrintedNumber], dates: Sequence[DateSpan]) -> list[Token]:
    """The words that are part of no number or date; a noun that is a unit too (600名博士生) is a word all the same."""
    taken = {at for date in dates if not date.is_tier for at in range(date.start, date.end)}
    taken |= {at for m in mentions for at in range(m.start, m.unit)}
    units = {at for m in mentions for at in range(m.unit, m.end)}
    return [
        word
        for word in words
        if taken.isdisjoint(range(word.start, word.end))
        and (word.is_known or units.isdisjoint(range(word.start, word.end)))
    ]


def _cuts(folded: str, mentions: Sequence[PrintedNumber], dates: Sequence[DateSpan]) -> tuple[_Cut, ...]:
    """Where clauses begin; signs inside numbers and dates cut nothing."""
    inside = {at for m in mentions for at in range(m.start, m.end)}
    inside |= {at for date in dates for at in range(date.start, date.end)}
    cuts = {0: True}
    for pattern, is_sentence in ((_CLAUSE, False), (_SENTENCE, True)):
        for match in pattern.finditer(folded):
            if match.start() not in inside:
                cuts[match.end()] = is_sentence
    signs, digits = sorted(cuts), [mention.digits for mention in mentions]
    for match in _JOINT.finditer(folded):
        if _is_between(match.start(), _around(match.start(), signs, len(folded) + 1), digits):
            cuts.setdefault(match.start() if match.group() in ("其中", "带动") else match.end(), False)
    return tuple(_Cut(at, cuts[at]) for at in sorted(cuts))


def _is_between(at: int, clause: tuple[int, int], digits: Sequence[int]) -> bool:
    """Whether a number stands on either side within a clause."""
    first, here, last = (bisect_left(digits, place) for place in (clause[0], at, clause[1]))
    return first < here < last


def _nearest(word: Token, rivals: Sequence[PrintedNumber]) -> PrintedNumber:
    """The number that a word stands nearest to; between two as near, the one that follows."""
    return min(rivals, key=lambda m: (m.start - word.end if m.start >= word.end else word.start - m.end + 1, -m.start))


def _is_base(date: DateSpan, mention: PrintedNumber, text: _Text) -> bool:
    """Whether it is what a change is measured from (较2022年增长9%), and not the time of the change."""
    if mention.sort is not NumberSort.PERCENT or date.period is None or date.period.is_span:
        return False
    return _COMPARED.search(text.folded, max(date.start - _LONGEST_COMPARED, 0), date.start) is not None


def _period(mention: PrintedNumber, text: _Text) -> Period | None:
    """Of the clause, else the last one said before it, else one said behind it where no other number is."""
    clause, (opening, closing) = text.clause(mention.digits), text.sentence(mention.digits)
    named = [
        date
        for date in text.dates
        if date.period is not None and opening <= date.start < closing and not _is_base(date, mention, text)
    ]
    inside = [date for date in named if clause[0] <= date.start < clause[1]]
    if inside:
        return min(inside, key=lambda date: abs(date.start - mention.digits)).period
    earlier = [date for date in named if date.start < clause[0]]
    if earlier:
        return earlier[-1].period
    later = [] if text.mentions_in(clause[1], closing) else named
    return later[0].period if later else None
