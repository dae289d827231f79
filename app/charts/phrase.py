"""The fixed words of charts, from strings.yaml."""

from app.model.text import Lang
from app.strings import word


def phrase(name: str, lang: Lang, **parts: str) -> str:
    """The phrase in `lang` with its braces filled; raises KeyError for a name that is not there."""
    return word(f"phrase_{name}", lang).format(**parts)


def join_words(words: list[str], lang: Lang) -> str:
    """Words in a row: 甲、乙 / A; B."""
    return ("、" if lang is Lang.ZH else "; ").join(words)
