"""What is wrong with the dataset files, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class FilePlace(NamedTuple):
    """A spot in a file; `line` and `column` count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right: `datasets/units.yaml:3:9: [unknown-unit] sentence`."""

    file: str
    line: int
    column: int
    code: str
    sentence: str

    @classmethod
    def at(cls, place: FilePlace, code: str, sentence: str) -> "Problem":
        return cls(place.file, place.line, place.column, code, sentence)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: [{self.code}] {self.sentence}"


class DatasetError(Exception):
    """The files cannot be used; `problems` are all that were found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """`; did you mean 'firm'?`, or nothing when none of the words is close."""
    close = difflib.get_close_matches(word[:64], sorted(words), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
