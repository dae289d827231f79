"""A select of a GET form: its options, the chosen one, and one for all."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.text import Lang
from app.site import Option
from app.strings import word


@dataclass(frozen=True)
class Choice:
    """`options` begin with the empty value, which stands for all."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


def choice(name: str, label: str, values: Mapping[str, str], *, chosen: str, lang: Lang) -> Choice:
    """A select over `values` (value → words); what is chosen must be one of them or empty."""
    options = (Option("", word("all", lang)), *(Option(value, words) for value, words in values.items()))
    return Choice(name, label, options, chosen)


def chosen_of(args: Mapping[str, str], name: str, values: Mapping[str, str]) -> str:
    """The value in an address; an unknown one falls back to all."""
    value = args.get(name, "")
    return value if value in values else ""
