"""What a reader chose on the board: an address, and a mask over the figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from app.data.facets import Facet, Figures
from app.model.board import PresetSelection
from app.urls import Query

#: The names under which the address keeps what no facet is: words, indicators, a stretch of time.
TEXT, INDICATOR, FROM, TO = "q", "i", "from", "to"
#: No figure is named by more characters, and no reader types more.
_LONGEST = 200


@dataclass(frozen=True)
class BoardSelection:
    """`chosen` are the values of each facet, in the facet's own order; `text` what was typed into the find-box.

    `first_year` and `last_year` bound the time, both in: a figure is in it whose period touches it.
    """

    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    text: str = ""
    first_year: str = ""
    last_year: str = ""

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]], figures: Figures) -> "BoardSelection":
        """What an address chooses; values that are not there fall away. Several may stand in one, parted by commas."""
        values_by_name: dict[str, list[str]] = {}
        for name, value in pairs:
            values_by_name.setdefault(name, []).extend(value.split(",") if name != TEXT else [value])
        indicators = dict.fromkeys(name for name in values_by_name.get(INDICATOR, ()) if name in _indicators(figures))
        years = figures.options[Facet.YEAR]
        return cls(
            chosen=_chosen(values_by_name, figures),
            indicators=tuple(indicators),
            text=" ".join("".join(values_by_name.get(TEXT, ())[:1])[:_LONGEST].split()),
            first_year=_one_of(values_by_name.get(FROM, ()), years),
            last_year=_one_of(values_by_name.get(TO, ()), years),
        )

    @classmethod
    def of_preset(cls, select: PresetSelection, figures: Figures) -> "BoardSelection":
        """The selection that a curator wrote down."""
        values_by_name: dict[str, list[str]] = {
            Facet.TOPIC: list(select.topics),
            Facet.MEASURE: list(select.measures),
            Facet.BOUND: list(select.bounds),
            Facet.MARK: list(select.marks),
            Facet.SOURCE: list(select.sources),
            Facet.YEAR: list(select.years),
            Facet.PLACE: list(select.places),
            Facet.WHOSE: list(select.whose),
        }
        return cls(_chosen(values_by_name, figures), indicators=select.indicators)

    @property
    def query(self) -> Query:
        """The address: only what was chosen, facets in their order, values parted by commas."""
        facets = tuple((str(facet), ",".join(values)) for facet, values in self.chosen.items() if values)
        rest = (
            (INDICATOR, ",".join(self.indicators)),
            (FROM, self.first_year),
            (TO, self.last_year),
            (TEXT, self.text),
        )
        return (*facets, *(pair for pair in rest if pair[1]))

    def toggle(self, facet: Facet, value: str, figures: Figures) -> "BoardSelection":
        """With the value chosen, or no longer."""
        own = self.chosen.get(facet, ())
        toggled = [each for each in own if each != value] if value in own else [*own, value]
        values_by_name = {str(name): values for name, values in self.chosen.items()} | {str(facet): tuple(toggled)}
        return replace(self, chosen=_chosen(values_by_name, figures))

    def without(self, facet: Facet) -> "BoardSelection":
        """With nothing chosen of a facet."""
        return replace(self, chosen={name: values for name, values in self.chosen.items() if name is not facet})

    def mask(
        self, figures: Figures, matches: frozenset[str] | None = None, *, ignore: Facet | None = None
    ) -> pd.Series:
        """Which figures it holds. `matches` are those that the text stands in; `ignore` is a facet left out."""
        mask = pd.Series(data=True, index=figures.frame.index)
        for facet, values in self.chosen.items():
            if values and facet is not ignore:
                mask &= figures.members[facet][list(values)].any(axis="columns")
        if self.indicators:
            mask &= figures.frame["indicator"].isin(self.indicators)
        if self.first_year:
            mask &= figures.frame["period_end"].dt.year >= int(self.first_year)
        if self.last_year:
            mask &= figures.frame["period_start"].dt.year <= int(self.last_year)
        return mask if matches is None else mask & figures.frame.index.isin(matches)

    def counts(self, figures: Figures, matches: frozenset[str] | None = None) -> Mapping[Facet, Mapping[str, int]]:
        """What each value alone would show beside the other facets."""
        return {
            facet: {str(value): int(count) for value, count in self._shown(facet, figures, matches).items()}
            for facet in Facet
        }

    def _shown(self, facet: Facet, figures: Figures, matches: frozenset[str] | None) -> pd.Series:
        return figures.members[facet][self.mask(figures, matches, ignore=facet)].sum()


def _chosen(values_by_name: Mapping[str, Iterable[str]], figures: Figures) -> Mapping[Facet, tuple[str, ...]]:
    chosen = {}
    for facet, options in figures.options.items():
        named = set(values_by_name.get(facet, ()))
        values = tuple(option for option in options if option in named)
        if values:
            chosen[facet] = values
    return chosen


def _indicators(figures: Figures) -> frozenset[str]:
    return frozenset(map(str, figures.frame["indicator"].cat.categories))


def _one_of(values: Iterable[str], options: Iterable[str]) -> str:
    return next((value for value in values if value in options), "")
