"""Posting lists over the texts of all entries: what is asked of a text is looked up, never scanned for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.search.entries import EntryField, SearchEntry
from app.search.fold import FoldedPiece, Script, fold, pieces, stem, syllables

Ids = npt.NDArray[np.int32]
NOTHING: Ids = np.empty(0, np.int32)
#: Words between those that are looked for, and the longest that is tried as one word.
_TIES = frozenset({"的", "是", "在", "了", "有", "和", "与", "及", "占", "数量", "数目", "总数", "情况"})
_LONGEST_WORD = 10
#: Stands before the pinyin of a whole name, so that its beginning can be told from its middle.
START = "^"
#: Sorts behind every letter that a key can hold, so that it closes the range of a prefix.
_AFTER = "\U0010ffff"


@dataclass(frozen=True)
class Sorted:
    """Keys in order with the text of each: the texts of all keys that begin in some way are one slice."""

    keys: Sequence[str]
    texts: Ids

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Sorted":
        ordered = sorted(set(pairs))
        return cls([key for key, _ in ordered], np.array([text for _, text in ordered], np.int32))

    def exactly(self, key: str) -> Ids:
        """The texts of one key, in order."""
        return self.texts[bisect_left(self.keys, key) : bisect_right(self.keys, key)]

    def beginning(self, prefix: str) -> Ids:
        """The texts of the keys that begin so, each once, in order."""
        texts = self.texts[bisect_left(self.keys, prefix) : bisect_left(self.keys, prefix + _AFTER)]
        held = np.zeros(int(texts.max()) + 1 if len(texts) else 0, np.bool_)
        held[texts] = True
        return np.flatnonzero(held).astype(np.int32)


@dataclass(frozen=True)
class Postings:
    """Texts by their grams, words and pinyin. A text stands once for each field it is used in.

    `owners[starts[t]:starts[t + 1]]` are the entries that have text `t`.
    """

    originals: Sequence[str]
    folded: Sequence[str]
    fields: npt.NDArray[np.int8]
    owners: Ids
    starts: Ids
    grams: Mapping[str, Ids]
    stems: Mapping[str, Ids]
    words: Sorted
    pinyin: Sorted
    initials: Sorted

    def entries_of(self, texts: Ids) -> tuple[Ids, Ids]:
        """Pairs of entry and text, for every entry that has one of `texts`."""
        counts = self.starts[texts + 1] - self.starts[texts]
        total = int(counts.sum())
        before = np.repeat(np.cumsum(counts) - counts, counts)
        places = np.repeat(self.starts[texts], counts) + (np.arange(total, dtype=np.int32) - before)
        return self.owners[places], np.repeat(texts, counts).astype(np.int32)

    def holding(self, run: str) -> Ids:
        """The texts that hold a run of Chinese characters."""
        if len(run) <= 2:
            return self.grams.get(run, NOTHING)
        lists = sorted((self.grams.get(gram, NOTHING) for gram in _grams(run)), key=len)
        texts = lists[0]
        for more in lists[1:]:
            texts = texts[np.isin(texts, more, assume_unique=True)] if len(texts) else NOTHING
        return np.array([text for text in texts.tolist() if run in self.folded[text]], np.int32)

    def words_in(self, run: str) -> tuple[str, ...]:
        """The fewest words that stand somewhere and make up a run of Chinese characters; empty where none do.

        What only ties or counts (的, 数量) need not stand anywhere and is left out.
        """
        best: list[tuple[str, ...] | None] = [(), *(None for _ in run)]
        for end in range(1, len(run) + 1):
            for start in range(max(end - _LONGEST_WORD, 0), end):
                before, word = best[start], run[start:end]
                if before is None or not (word in _TIES or (len(word) > 1 and len(self.holding(word)))):
                    continue
                words = before if word in _TIES else (*before, word)
                shortest = best[end]
                if shortest is None or len(words) < len(shortest):
                    best[end] = words
        return best[-1] or ()


def postings(entries: Sequence[SearchEntry]) -> Postings:
    """The posting lists of all texts; pinyin only for names and aliases, as nobody types a note that way."""
    owned: dict[tuple[EntryField, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for field, texts in entry.fields():
            for text in dict.fromkeys(texts):
                owned[field, text].append(number)
    originals = [text for _, text in owned]
    folded = [fold(text) for text in originals]
    spoken = [n for n, (field, _) in enumerate(owned) if field is not EntryField.TEXT]
    cut = [tuple(pieces(text)) for text in folded]
    words = [(piece.key, n) for n, row in enumerate(cut) for piece in row if piece.script is not Script.HAN]
    sounds = {n: syllables(cut[n]) for n in spoken}
    sizes = [len(rows) for rows in owned.values()]
    return Postings(
        originals=originals,
        folded=folded,
        fields=np.array([field for field, _ in owned], np.int8),
        owners=np.array([row for rows in owned.values() for row in rows], np.int32),
        starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.int32),
        grams=_frozen((gram, n) for n, row in enumerate(cut) for gram in _text_grams(row)),
        stems=_frozen((stem(word), n) for word, n in words),
        words=Sorted.of(words),
        pinyin=Sorted.of((tail, n) for n, parts in sounds.items() for tail in _tails(parts)),
        initials=Sorted.of((tail, n) for n, parts in sounds.items() for tail in _tails([part[0] for part in parts])),
    )


def _frozen(pairs: Iterable[tuple[str, int]]) -> Mapping[str, Ids]:
    """The pairs come in order of their texts, so that a repeated one is the last one again."""
    lists: dict[str, list[int]] = defaultdict(list)
    for key, text in pairs:
        texts = lists[key]
        if not texts or texts[-1] != text:
            texts.append(text)
    return {key: np.array(texts, np.int32) for key, texts in lists.items()}


def _text_grams(row: Iterable[FoldedPiece]) -> set[str]:
    runs = [piece.text for piece in row if piece.script is Script.HAN]
    return {gram for run in runs for gram in (*run, *_grams(run))}


def _grams(run: str) -> set[str]:
    return {run[n : n + 2] for n in range(len(run) - 1)}


def _tails(parts: Sequence[str]) -> Iterable[str]:
    """From each syllable on to the end, so that a search may begin at any of them; the whole also behind START."""
    yield START + "".join(parts)[:_LONGEST_TAIL]
    yield from ("".join(parts[n:])[:_LONGEST_TAIL] for n in range(len(parts)))


#: Longer pinyin than this says nothing more about which name is meant.
_LONGEST_TAIL = 40
