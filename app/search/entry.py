"""One thing that can be found, and the names, texts, numbers and filters by which it is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum


class EntrySort(StrEnum):
    """What kind of thing was found; each has pages of its own."""

    INDICATOR = "indicator"
    CHART = "chart"
    FIGURE = "figure"
    SOURCE = "source"
    MILESTONE = "milestone"


class EntryField(IntEnum):
    """Where a text stands in an entry; the higher, the more it says of it."""

    TEXT = 0
    ALIAS = 1
    NAME = 2


@dataclass(frozen=True)
class SearchEntry:
    """Texts are in both languages. `topics`, `sources`, `years` and `natures` are what filters ask for.

    `natures` are qualifiers and `derived`, `target`; `numbers` every number that stands for the figure, which
    `is_percent` or not.
    """

    sort: EntrySort
    id: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    numbers: frozenset[Decimal] = frozenset()
    is_percent: bool = False
    topics: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    natures: frozenset[str] = frozenset()

    def fields(self) -> tuple[tuple[EntryField, tuple[str, ...]], ...]:
        return ((EntryField.NAME, self.names), (EntryField.ALIAS, self.aliases), (EntryField.TEXT, self.texts))
