"""What a reader asks for, the index of everything, and the search in it."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from app.search.entries import EntrySort, SearchEntry
from app.search.fold import Script, fold
from app.search.match import REASONS, EntryMatch, Matcher, MatchReason
from app.search.postings import NOTHING, Ids, postings
from app.search.term import LONGEST_QUERY, SearchTerm, terms
from app.urls import Query

#: The name of the query text in the address, and of the filters in the order in which forms show them.
TEXT = "q"
FILTERS = ("sort", "topic", "source", "year", "nature")


@dataclass(frozen=True)
class Request:
    """A text and filters, each (name, value); only known values get here."""

    text: str
    filters: Query = ()

    @classmethod
    def read(cls, args: Mapping[str, str], filters: Mapping[str, Mapping[str, str]]) -> "Request":
        """The request in an address; a filter value that `known` does not list falls away."""
        chosen = ((name, args.get(name, "")) for name in FILTERS)
        return cls(args.get(TEXT, "").strip(), tuple(pair for pair in chosen if pair[1] in filters[pair[0]]))

    def query(self) -> Query:
        return ((TEXT, self.text), *self.filters) if self.text else self.filters

    def value(self, name: str) -> str:
        """The chosen value of a filter; empty where all are wanted."""
        return dict(self.filters).get(name, "")


_Key = TypeVar("_Key", bound=Hashable)

#: What a query names whole or begins is what was meant, whatever else holds its words.
_IS_NAME, _BEGINS_NAME = 100, 40
#: Of things that fit alike, the one that leads to the others comes first.
_LEADS = {EntrySort.INDICATOR: 6, EntrySort.CHART: 4, EntrySort.FIGURE: 3, EntrySort.MILESTONE: 2, EntrySort.SOURCE: 1}
_OPTIONAL_SHARE = 0.3
#: So near the best must be what lacks some of the words.
_NEAR = 0.4
#: Another name is worth less than the name.
_IS_ALIAS = 60
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")


@dataclass(frozen=True)
class Hit:
    """An entry found, why, and the text that it was found by (empty for a number or year)."""

    entry: SearchEntry
    reason: MatchReason
    text: str


@dataclass(frozen=True)
class SearchResult:
    """The best hits, how many there are in all and of each sort; `strict` is False where no entry has every term.

    `missing` are the terms that nothing has as they were typed: what is found shares only pieces of them.
    """

    hits: tuple[Hit, ...]
    counts: Mapping[EntrySort, int]
    strict: bool = True
    missing: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Finder:
    """Made once; a search looks up posting lists and never walks over all texts."""

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self.entries = entries
        self._postings = postings(entries)
        size = len(entries)
        self._matcher = Matcher(
            self._postings,
            numbers=_by(entries, lambda entry: ((number, entry.is_percent) for number in entry.numbers)),
            years=_by(entries, lambda entry: entry.years),
            size=size,
        )
        self._filters = _by(entries, _keys)
        self._sorts = np.array([list(EntrySort).index(entry.sort) for entry in entries], np.int8)
        self._leads = np.array([_LEADS[entry.sort] for entry in entries], np.float32)
        names = sorted((fold(name), number) for number, entry in enumerate(entries) for name in entry.names)
        self._names = [name for name, _ in names]
        self._aliases = _by(entries, lambda entry: {fold(alias) for alias in entry.aliases})
        self._lengths = np.array([max(len(name), 1) for name, _ in names], np.float32)
        self._named = np.array([number for _, number in names], np.int32)

    def find(self, request: Request, *, limit: int = 50) -> SearchResult:
        """The entries that have every term of the query and pass the filters; without a query, those that pass."""
        passing = self._passing(request)
        needed = self._terms(request.text)
        if not needed:
            is_filtered = bool(request.filters) and not request.text.strip()
            return self._result(passing if is_filtered else np.zeros_like(passing), self._leads, (), limit=limit)
        matches = self._matched(needed, passing)
        hits, strict = _joined(matches, passing)
        scores = self._scores(matches, request.text)
        hits = hits if strict else self._near(hits, scores)
        result = self._result(hits, scores, tuple(match for _, match in matches), limit=limit)
        return replace(result, strict=strict, missing=_missing(matches))

    def _terms(self, text: str) -> tuple[SearchTerm, ...]:
        """Pinyin may be typed with hyphens: jing-jin-ji is one word, low-altitude two."""
        joined = terms(_HYPHEN.sub("", text)) if _HYPHEN.search(text) else ()
        return joined if joined and all(self._matcher.match(term).is_whole for term in joined) else terms(text)

    def _matched(self, needed: Sequence[SearchTerm], passing: npt.NDArray[np.bool_]) -> "_Matches":
        """Runs that stand nowhere as they were typed are taken apart, where something has all of their words."""
        matches = _meant(tuple((term, self._matcher.match(term)) for term in needed))
        parted = tuple(each for term, match in matches for each in self._parted(term, match))
        is_other = [term for term, _ in parted] != [term for term, _ in matches]
        return parted if is_other and _joined(parted, passing)[1] else matches

    def _parted(self, term: SearchTerm, match: EntryMatch) -> "_Matches":
        if term.script is not Script.HAN or term.optional or match.is_whole:
            return ((term, match),)
        words = (SearchTerm(Script.HAN, word) for word in self._postings.words_in(term.text))
        return tuple((word, self._matcher.match(word)) for word in words) or ((term, match),)

    def _passing(self, request: Request) -> npt.NDArray[np.bool_]:
        passing = np.ones(len(self.entries), np.bool_)
        for name, value in request.filters:
            mask = np.zeros(len(self.entries), np.bool_)
            mask[self._filters.get((name, value), NOTHING)] = True
            passing &= mask
        return passing

    def _scores(self, matches: "_Matches", query: str) -> npt.NDArray[np.float32]:
        scores = self._leads.copy()
        for term, match in matches:
            scores += match.scores * (_OPTIONAL_SHARE if term.optional else 1) * self._weight(match)
        needed = [term for term, _ in matches if not term.optional and term.number is None]
        bare = ("" if all(term.script is Script.HAN for term in needed) else " ").join(term.text for term in needed)
        return scores + np.maximum(self._begun(fold(query[:LONGEST_QUERY])), self._begun(bare))

    def _near(self, hits: npt.NDArray[np.bool_], scores: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
        """Of what has only some of the words, that which comes near the best: a year alone is in half of all things."""
        strength = np.where(hits, scores - self._leads, 0)
        near: npt.NDArray[np.bool_] = strength >= strength.max() * _NEAR
        return hits & near

    def _begun(self, whole: str) -> npt.NDArray[np.float32]:
        """What things gain whose name is or begins with what was asked for."""
        begun = np.zeros(len(self.entries), np.float32)
        start, end = bisect_left(self._names, whole), bisect_left(self._names, whole + "\U0010ffff")
        # Of two names that begin with it, the one that says less besides (unicorns, not the value of unicorns).
        np.maximum.at(begun, self._named[start:end], _BEGINS_NAME * (1 + len(whole) / self._lengths[start:end]) / 2)
        begun[self._aliases.get(whole, NOTHING)] += _IS_ALIAS
        begun[self._named[start : start + self._names[start:end].count(whole)]] = _IS_NAME
        return begun

    def _weight(self, match: EntryMatch) -> float:
        """What nearly everything holds (Beijing) tells little: about 1 for what stands once, towards 0."""
        count = int(np.count_nonzero(match.scores))
        return math.log1p(len(self.entries) / count) / math.log1p(len(self.entries)) if count else 0.0

    def _result(
        self,
        hits: npt.NDArray[np.bool_],
        scores: npt.NDArray[np.float32],
        matches: tuple[EntryMatch, ...],
        *,
        limit: int,
    ) -> SearchResult:
        numbers = np.flatnonzero(hits)
        best = numbers[np.argsort(-scores[numbers], kind="stable")[:limit]]
        counts = np.bincount(self._sorts[numbers], minlength=len(EntrySort))
        sorts = {sort: int(count) for sort, count in zip(EntrySort, counts, strict=True) if count}
        return SearchResult(tuple(self._hit(int(number), matches) for number in best), sorts)

    def _hit(self, number: int, matches: tuple[EntryMatch, ...]) -> Hit:
        best = max(matches, key=lambda match: int(match.scores[number]), default=None)
        score = int(best.scores[number]) if best else 0
        if best is None or not score:
            return Hit(self.entries[number], MatchReason.NAME, "")
        text = int(best.texts[number])
        return Hit(self.entries[number], REASONS[score], self._postings.originals[text] if text >= 0 else "")


_Matches = tuple[tuple[SearchTerm, EntryMatch], ...]


def _meant(matches: _Matches) -> _Matches:
    """As they are, but a number whose letters nothing has (5G) is no number."""
    meant = list(matches)
    for at, (term, match) in enumerate(matches):
        if term.bound and not match.scores.any():
            number = meant[at - 1][0]
            meant[at - 1 : at + 1] = [(replace(number, text=number.text + term.text), match)]
            return _meant(tuple(meant))
    return matches


def _missing(matches: _Matches) -> tuple[str, ...]:
    """As they were typed: a number with its unit, as 60家 is missing where 60 % is not."""
    units = [term.text if term.optional else "" for term, _ in matches[1:]] + [""]
    return tuple(
        term.text + ("%" if term.percent else unit)
        for (term, match), unit in zip(matches, units, strict=True)
        if not term.optional and not match.is_whole
    )


def _joined(matches: _Matches, passing: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.bool_], bool]:
    """The entries with every needed term; where there are none, those with any."""
    needed = [match.scores > 0 for term, match in matches if not term.optional] or [m.scores > 0 for _, m in matches]
    every = np.logical_and.reduce([passing, *needed])
    if every.any() or len(needed) == 1:
        return every, True
    return passing & np.logical_or.reduce(needed), False


def _by(entries: Sequence[SearchEntry], keys: Callable[[SearchEntry], Iterable[_Key]]) -> Mapping[_Key, Ids]:
    by_key: dict[_Key, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in keys(entry):
            by_key[key].append(number)
    return {key: np.array(numbers, np.int32) for key, numbers in by_key.items()}


def _keys(entry: SearchEntry) -> Iterable[tuple[str, str]]:
    yield "sort", entry.sort.value
    yield from (("topic", topic) for topic in entry.topics)
    yield from (("source", source) for source in entry.sources)
    yield from (("year", str(year)) for year in entry.years)
    yield from (("nature", nature) for nature in entry.natures)
