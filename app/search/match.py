"""One term against all entries: how well each fits, and by which of its texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from app.search.entries import EntryField
from app.search.fold import Script, stem
from app.search.postings import NOTHING, START, Ids, Postings
from app.search.term import SearchTerm


class MatchReason(StrEnum):
    """Why an entry was found."""

    NUMBER = "number"
    NAME = "name"
    ALIAS = "alias"
    PINYIN = "pinyin"
    YEAR = "year"
    TEXT = "text"
    PARTIAL = "partial"


#: A name says more than another name, that more than a text; a whole word more than its beginning, that than pinyin.
_WHOLE = {EntryField.TEXT: 20, EntryField.ALIAS: 50, EntryField.NAME: 60}
#: A year in a note (written in 2024) says nothing of when a figure is of.
_NAMED = {field: _WHOLE[field] for field in (EntryField.ALIAS, EntryField.NAME)}
#: The very word and not only its stem: researchers, not research.
_SAME = {EntryField.TEXT: 22, EntryField.ALIAS: 52, EntryField.NAME: 64}
_BEGUN = {EntryField.TEXT: 16, EntryField.ALIAS: 44, EntryField.NAME: 54}
_SOUNDS = {EntryField.ALIAS: 40, EntryField.NAME: 46}
_INITIALS = {EntryField.ALIAS: 36, EntryField.NAME: 42}
_BEGINS = {EntryField.ALIAS: 43, EntryField.NAME: 53}
_BEGINS_INITIALS = {EntryField.ALIAS: 39, EntryField.NAME: 49}
_NUMBER, _YEAR, _PARTIAL = 90, 30, 10
REASONS: Mapping[int, MatchReason] = {
    _NUMBER: MatchReason.NUMBER,
    _YEAR: MatchReason.YEAR,
    _PARTIAL: MatchReason.PARTIAL,
    **{scores[EntryField.NAME]: MatchReason.NAME for scores in (_SAME, _WHOLE, _BEGUN)},
    **{scores[EntryField.ALIAS]: MatchReason.ALIAS for scores in (_SAME, _WHOLE, _BEGUN)},
    **{scores[EntryField.TEXT]: MatchReason.TEXT for scores in (_SAME, _WHOLE, _BEGUN)},
    **{
        score: MatchReason.PINYIN
        for scores in (_SOUNDS, _INITIALS, _BEGINS, _BEGINS_INITIALS)
        for score in scores.values()
    },
}
#: Shorter Latin strings begin half the dictionary, in English and in pinyin.
_SHORTEST_PREFIX = 2
#: Of a run that stands nowhere as it is, at least so much of what tells texts apart must be found.
_LEAST_COVER = 0.5
#: What a pair that stands nowhere counts, beside one that stands in a single thing.
_UNKNOWN_PAIR = 0.5


@dataclass
class EntryMatch:
    """By entry: the score (0 is no match) and the text that gave it (-1 is none)."""

    scores: npt.NDArray[np.int16]
    texts: Ids

    @classmethod
    def none(cls, size: int) -> "EntryMatch":
        return cls(np.zeros(size, np.int16), np.full(size, -1, np.int32))

    @property
    def is_whole(self) -> bool:
        """Whether anything has the term as it was typed, not only pieces of it."""
        return bool((self.scores > _PARTIAL).any())

    def raise_to(self, score: int, entries: Ids, texts: Ids | None = None) -> None:
        """Give `score` to the entries that have less; of several texts of one entry the first is kept."""
        better = np.flatnonzero(self.scores[entries] < score)[::-1]
        self.scores[entries[better]] = score
        self.texts[entries[better]] = -1 if texts is None else texts[better]


@dataclass(frozen=True)
class Matcher:
    """All that terms are looked up in."""

    postings: Postings
    numbers: Mapping[tuple[Decimal, bool], Ids]
    years: Mapping[int, Ids]
    size: int

    def match(self, term: SearchTerm) -> EntryMatch:
        result = EntryMatch.none(self.size)
        if term.number is not None:
            for percent in term.percents:
                result.raise_to(_NUMBER, self.numbers.get((term.number, percent), NOTHING))
        {Script.NUMBER: self._number, Script.WORD: self._word, Script.HAN: self._han}[term.script](term, result)
        return result

    def _number(self, term: SearchTerm, result: EntryMatch) -> None:
        is_year = len(term.text) == 4 and term.number == Decimal(term.text)
        dated = self.years.get(int(Decimal(term.text)), NOTHING) if is_year else NOTHING
        result.raise_to(_YEAR, dated)
        for percent in term.percents:
            key = f"{term.text}%" if percent else term.text
            self._texts(result, self.postings.stems.get(key, NOTHING), _NAMED if len(dated) else _WHOLE)

    def _word(self, term: SearchTerm, result: EntryMatch) -> None:
        self._texts(result, self.postings.words.exactly(term.text), _SAME)
        self._texts(result, self.postings.stems.get(stem(term.text), NOTHING), _WHOLE)
        if len(term.text) >= _SHORTEST_PREFIX:
            self._texts(result, self.postings.words.beginning(term.text), _BEGUN)
            for start, pinyin, initials in ((START, _BEGINS, _BEGINS_INITIALS), ("", _SOUNDS, _INITIALS)):
                self._texts(result, self.postings.pinyin.beginning(start + term.text), pinyin)
                self._texts(result, self.postings.initials.beginning(start + term.text), initials)

    def _han(self, term: SearchTerm, result: EntryMatch) -> None:
        self._texts(result, self.postings.holding(term.text), _WHOLE)
        if not result.scores.any() and len(term.text) > 2:
            self._partly(term.text, result)

    def _texts(self, result: EntryMatch, texts: Ids, scores: Mapping[EntryField, int]) -> None:
        fields = self.postings.fields[texts]
        for field in sorted(scores, reverse=True):
            result.raise_to(scores[field], *self.postings.entries_of(texts[fields == field]))

    def _partly(self, run: str, result: EntryMatch) -> None:
        """The rarer a pair of characters, the more it counts; what covers half of the run was meant.

        A pair that stands nowhere may join two words (业数 in 企业数量) or be half of one that is not here (合同).
        """
        cover = np.zeros(self.size)
        total = 0.0
        nowhere = _UNKNOWN_PAIR * float(np.log1p(self.size))
        for gram in {run[n : n + 2] for n in range(len(run) - 1)}:
            entries = np.unique(self.postings.entries_of(self.postings.grams.get(gram, NOTHING))[0])
            weight = float(np.log1p(self.size / len(entries))) if len(entries) else nowhere
            cover[entries] += weight
            total += weight
        if cover.any():
            covered = np.flatnonzero(cover >= total * _LEAST_COVER).astype(np.int32)
            result.raise_to(_PARTIAL, covered)
