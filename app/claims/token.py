"""A text as the concepts it says, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.claims.lexicon import Concept, Lexicon, Weight, fold_in_place, word_root

_PIECE = re.compile(r"[a-z]+(?:'s\b)?|[\u3400-\u9fff]+")
#: What may stand between the words of one English expression.
_GAP = re.compile(r"[\s-]{0,3}")


@dataclass(frozen=True)
class Token:
    """A word at `start` to `end`; `is_known` is false for a word that no name of ours uses, `is_latin` for one of
    these in Chinese. Of English ones `is_verb` is true with a verb's ending (headquartered, operating), `is_plural`
    with that of a plural, `is_joined` behind a hyphen."""

    start: int
    end: int
    concept: Concept
    is_known: bool = True
    is_verb: bool = False
    is_plural: bool = False
    is_joined: bool = False
    is_latin: bool = True

    @property
    def is_link(self) -> bool:
        """Whether it only ties the word before it to the one behind: 的, the second half of loss-making."""
        return self.concept.name == "link" or (self.is_joined and self.is_empty)

    @property
    def is_empty(self) -> bool:
        return self.concept.weight is Weight.EMPTY


def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """All words of a text in order; digits and signs are not among them."""
    folded = fold_in_place(text)
    return tuple(_walk(list(_PIECE.finditer(folded)), folded, lexicon))


def _walk(pieces: list[re.Match[str]], folded: str, lexicon: Lexicon) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        if pieces[at].group()[0] > "z":
            yield from _han(pieces[at], lexicon)
            at += 1
        else:
            token, used = _latin(pieces, at, folded, lexicon)
            yield token
            at += used


def _latin(pieces: list[re.Match[str]], at: int, folded: str, lexicon: Lexicon) -> tuple[Token, int]:
    """The longest expression that begins at a word; a word in no expression is itself."""
    run = _run(pieces, at, folded, lexicon.longest_latin)
    words = tuple(word_root(piece.group().removesuffix("'s")) for piece in run)
    for length in range(len(run), 0, -1):
        concept = lexicon.latin.get(words[:length])
        if concept:
            first, last = run[0], run[length - 1]
            is_joined = folded[max(first.start() - 1, 0)] == "-"
            ends = {"is_plural": _is_plural(last.group()), "is_joined": is_joined}
            return Token(first.start(), last.end(), concept, **ends), length
    own = Concept(f"word-{words[0]}", Weight.TELLING)
    is_verb = run[0].group().endswith(("ed", "ing"))
    is_plural = _is_plural(run[0].group())
    return Token(run[0].start(), run[0].end(), own, is_known=False, is_verb=is_verb, is_plural=is_plural), 1


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))


def _run(pieces: list[re.Match[str]], at: int, folded: str, longest: int) -> list[re.Match[str]]:
    run = [pieces[at]]
    for piece in pieces[at + 1 : at + longest]:
        if piece.group()[0] > "z" or not _GAP.fullmatch(folded, run[-1].end(), piece.start()):
            break
        run.append(piece)
    return run


def _han(piece: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    text, start, at, unknown = piece.group(), piece.start(), 0, 0
    while at < len(text):
        word = _longest(text, at, lexicon)
        if word:
            yield from _strange(text[unknown:at], start + unknown)
            yield Token(start + at, start + at + len(word), lexicon.han[word])
            at += len(word)
            unknown = at
        else:
            at += 1
    yield from _strange(text[unknown:], start + unknown)


def _longest(text: str, at: int, lexicon: Lexicon) -> str:
    for length in range(min(lexicon.longest_han, len(text) - at), 0, -1):
        if text[at : at + length] in lexicon.han:
            return text[at : at + length]
    return ""


def _strange(word: str, start: int) -> Iterator[Token]:
    if word:
        yield Token(start, start + len(word), Concept(f"word-{word}", Weight.TELLING), is_known=False, is_latin=False)
