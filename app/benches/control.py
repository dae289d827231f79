"""A select of a GET form: its options and the chosen one, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.data.choice import Choice
from app.model.text import Lang
from app.strings import word


@dataclass(frozen=True)
class Option:
    """One entry of a control."""

    value: str
    label: str


@dataclass(frozen=True)
class Control:
    """`name` is what the address calls it; `is_changed` where what is chosen is not the default."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    is_changed: bool = False

    @property
    def words(self) -> str:
        """The label of what is chosen."""
        return next(option.label for option in self.options if option.value == self.chosen)


def control(choice: Choice, label: str, words: Mapping[str, str]) -> Control:
    """The control of a choice; `words` has the words of each of its values."""
    options = tuple(Option(value, words[value]) for value in choice.values)
    return Control(choice.name, label, options, choice.chosen, is_changed=choice.is_changed)


def every_or_one(name: str, label: str, values: Mapping[str, str], *, chosen: str, lang: Lang) -> Control:
    """A select over `values` (value → words) and all of them; what is chosen must be one of them or empty."""
    options = (Option("", word("all", lang)), *(Option(value, words) for value, words in values.items()))
    return Control(name, label, options, chosen)
