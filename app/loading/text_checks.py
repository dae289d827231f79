"""Bytes to clean text: the characters that look like nothing, or like something else, are refused."""

import re
import unicodedata
from collections.abc import Iterator

from app.loading.problems import DatasetError, FilePlace, Problem

#: A curated file has a few thousand lines; anything larger is not one.
MAX_BYTES = 2_000_000
#: A file full of strange characters is one mistake; its first places are enough to find it.
MAX_CHARACTERS_NAMED = 20

#: Everything that is certainly harmless, so that the slow look at each character is for the rest only.
_PLAIN = re.compile(r"[\t\n -~一-鿿、。《》“”‘’（），：；！？·—…～㎡％é]+")
#: Control, format (zero-width, bidi, byte order mark), surrogate, private use, line and paragraph separators.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"})
_REFUSED_CHARACTERS = frozenset("\ufffd\ufffe\uffff")


def clean_text(data: bytes, file: str) -> str:
    """The text of a file, its line ends made `\\n`; raises DatasetError with every character refused."""
    if len(data) > MAX_BYTES:
        raise DatasetError([Problem(file, 1, 1, "too-large", f"the file has more than {MAX_BYTES:,} bytes")])
    text = _decoded(data, file).removeprefix("\ufeff").replace("\r\n", "\n")
    problems = [
        Problem.at(_place(text, file=file, index=index), "character", f"{name(text[index])} is not allowed here")
        for index in _strange(text)
    ]
    if problems:
        raise DatasetError(problems)
    return text


def strange_character(text: str) -> str | None:
    """The name of the first refused character of a value; an escape may have put it there."""
    return next((name(text[index]) for index in _strange(text)), None)


def name(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = _place(before, file=file, index=len(before))
        raise DatasetError([Problem.at(place, "not-utf-8", "the file is not UTF-8 text here")]) from None


def _strange(text: str) -> Iterator[int]:
    count = 0
    index = 0
    while index < len(text) and count < MAX_CHARACTERS_NAMED:
        plain = _PLAIN.match(text, index)
        index = plain.end() if plain else index
        if index < len(text) and _is_refused(text[index]):
            count += 1
            yield index
        index += 1


def _is_refused(character: str) -> bool:
    if character in "\n\t ":
        return False
    return character in _REFUSED_CHARACTERS or unicodedata.category(character) in _REFUSED_CATEGORIES


def _place(text: str, *, file: str, index: int) -> FilePlace:
    start = text.rfind("\n", 0, index) + 1
    return FilePlace(file, text.count("\n", 0, index) + 1, index - start + 1)
