"""Around each number: the words that are its own, the words it may borrow, the places and the period said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model.period import Period
from app.query.claims.mention import Mention
from app.query.claims.span import Span
from app.query.claims.token import Token

_SENTENCE = re.compile(r"[。！？!?\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,；;：:（）()、—]+|\s[-–]\s")
#: Between two numbers these begin something new: 2400家企业和115家独角兽.
_JOINT = re.compile(r"[和与及]|以及|\b(?:and|while|whereas|but|plus|as well as)\b|其中|带动|\bof which\b")


#: Words farther back are of something else.
_MOST_BEFORE = 4


@dataclass(frozen=True)
class Surroundings:
    """`own` are the words nearest to the number in its clause, `near` the rest of the clause, `before` the earlier
    clauses of its sentence, the nearest first."""

    own: tuple[Token, ...]
    near: tuple[Token, ...]
    before: tuple[tuple[Token, ...], ...]
    period: Period | None


def surroundings(
    folded: str, mentions: Sequence[Mention], words: Sequence[Token], dates: Sequence[Span]
) -> tuple[Surroundings, ...]:
    """For each number in order."""
    free = _free(words, mentions, dates)
    cuts = _cuts(folded, mentions, dates)
    return tuple(_around(mention, mentions, free, dates, cuts) for mention in mentions)


def _free(words: Sequence[Token], mentions: Sequence[Mention], dates: Sequence[Span]) -> list[Token]:
    """The words that are part of no number or date; a noun that is a unit too (600名博士生) is a word all the same."""
    taken = {at for date in dates if not date.is_tier for at in range(date.start, date.end)}
    taken |= {at for m in mentions for at in range(m.digits, m.unit)}
    units = {at for m in mentions for at in range(m.unit, m.end)}
    return [
        word
        for word in words
        if taken.isdisjoint(range(word.start, word.end))
        and (word.is_known or units.isdisjoint(range(word.start, word.end)))
    ]


def _cuts(folded: str, mentions: Sequence[Mention], dates: Sequence[Span]) -> list[tuple[int, bool]]:
    """Where clauses begin, each with whether a sentence begins there too; signs inside numbers cut nothing."""
    inside = [(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates]
    found = {0: True}
    for pattern, is_sentence in ((_CLAUSE, False), (_SENTENCE, True)):
        for match in pattern.finditer(folded):
            if not any(start <= match.start() < end for start, end in inside):
                found[match.end()] = is_sentence
    for match in _JOINT.finditer(folded):
        if _is_between(match.start(), sorted(found), mentions):
            found.setdefault(match.end() if match.group() not in ("其中", "带动") else match.start(), False)
    return sorted(found.items())


def _is_between(at: int, cuts: list[int], mentions: Sequence[Mention]) -> bool:
    """Whether a number stands on either side before the next cut."""
    left = max(cut for cut in cuts if cut <= at)
    right = min((cut for cut in cuts if cut > at), default=10**9)
    has_left = any(left <= m.start < at for m in mentions)
    return has_left and any(at < m.start < right for m in mentions)


def _around(
    mention: Mention,
    mentions: Sequence[Mention],
    free: Sequence[Token],
    dates: Sequence[Span],
    cuts: Sequence[tuple[int, bool]],
) -> Surroundings:
    start = max(cut for cut, _ in cuts if cut <= mention.digits)
    end = min((cut for cut, _ in cuts if cut > mention.digits), default=10**9)
    opening = max(cut for cut, is_sentence in cuts if is_sentence and cut <= mention.digits)
    rivals = [m for m in mentions if start <= m.digits < end]
    clause = [word for word in free if start <= word.start < end]
    own = tuple(word for word in clause if _nearest(word, rivals) is mention)
    near = tuple(word for word in clause if word not in own)
    edges = [cut for cut, _ in cuts if opening <= cut <= start][-_MOST_BEFORE - 1 :]
    before = tuple(
        tuple(word for word in free if left <= word.start < right) for left, right in reversed(list(pairwise(edges)))
    )
    closing = min((cut for cut, is_sentence in cuts if is_sentence and cut > mention.digits), default=10**9)
    has_later = any(end <= m.digits < closing for m in mentions)
    return Surroundings(
        own, near, before, _period(mention, dates, (start, end), (opening, end if has_later else closing))
    )


def _nearest(word: Token, rivals: Sequence[Mention]) -> Mention:
    """The number that a word stands nearest to; between two as near, the one that follows."""
    return min(rivals, key=lambda m: (m.start - word.end if m.start >= word.end else word.start - m.end + 1, -m.start))


def _period(
    mention: Mention, dates: Sequence[Span], clause: tuple[int, int], sentence: tuple[int, int]
) -> Period | None:
    """Of the clause, else the last one said before it, else one said behind it where no other number is."""
    named = [date for date in dates if date.period is not None and sentence[0] <= date.start < sentence[1]]
    inside = [date for date in named if clause[0] <= date.start < clause[1]]
    if inside:
        return min(inside, key=lambda date: abs(date.start - mention.digits)).period
    earlier = [date for date in named if date.start < clause[0]]
    later = [date for date in named if date.start >= clause[1]]
    return earlier[-1].period if earlier else later[0].period if later else None
