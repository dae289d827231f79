"""What all panels of a board are built from: the figures, what the reader chose of them, and in which language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import pandas as pd

from app.data.board_selection import BoardSelection
from app.data.datum import Datum
from app.data.facets import Figures
from app.model.board import OrderName, Preset
from app.model.text import Lang
from app.search.entries import EntrySort
from app.search.finder import Request
from app.site import Site
from app.strings import word
from app.urls import Query, Urls

ORDERS: tuple[OrderName, ...] = get_args(OrderName)
#: The names in the address of what chooses no figure: how lanes are ordered, and the figure under hand.
ORDER, HOLD = "order", "hold"
#: More than there are figures: the find-box narrows, it does not list.
_ALL = 100_000


@dataclass(frozen=True)
class EmptiedBy:
    """Why figures are not there: what leaving out a facet would bring back, in words, and the board without it."""

    text: str
    href: str


@dataclass(frozen=True)
class BoardView:
    """A board as a reader asked for it."""

    site: Site
    lang: Lang
    selection: BoardSelection
    order: OrderName = "size"
    #: The figure whose evidence stands beside the panels; empty for none.
    hold: str = ""
    preset: str = ""

    @classmethod
    def read(cls, site: Site, lang: Lang, pairs: Iterable[tuple[str, str]]) -> "BoardView":
        """The board at an address; what is not there falls away."""
        query = tuple(pairs)
        last = dict(query)
        hold = last.get(HOLD, "")
        return cls(
            site,
            lang,
            BoardSelection.read(query, site.figures),
            order=next((order for order in ORDERS if order == last.get(ORDER)), "size"),
            hold=hold if hold in site.data else "",
        )

    @classmethod
    def of_preset(cls, site: Site, lang: Lang, name: str) -> "BoardView":
        """A preset's board; raises KeyError for one that is not there."""
        preset: Preset = site.catalog.board.presets[name]
        selection = BoardSelection.of_preset(preset.select, site.figures)
        return cls(site, lang, selection, order=preset.select.order, preset=name)

    @property
    def figures(self) -> Figures:
        return self.site.figures

    @property
    def urls(self) -> Urls:
        return Urls(self.lang)

    def word(self, name: str) -> str:
        """A word of strings.yaml in the board's language."""
        return word(name, self.lang)

    @cached_property
    def matches(self) -> frozenset[str] | None:
        """The figures that the text stands in, by their own words or their indicator's; None without a text."""
        if not self.selection.text:
            return None
        result = self.site.finder.find(Request(self.selection.text), limit=_ALL)
        names = {sort: {hit.entry.id for hit in result.hits if hit.entry.sort is sort} for sort in EntrySort}
        indicators = self.figures.frame["indicator"].isin(names[EntrySort.INDICATOR])
        return frozenset(names[EntrySort.FIGURE] | set(self.figures.frame.index[indicators]))

    @cached_property
    def mask(self) -> pd.Series:
        """Which figures the selection holds."""
        return self.selection.mask(self.figures, self.matches)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.figures.frame.index[self.mask])

    @cached_property
    def data(self) -> tuple[Datum, ...]:
        """The figures of the selection, in file order."""
        return tuple(datum for name, datum in self.site.data.items() if name in self.ids)

    @property
    def summary(self) -> str:
        """How many figures it holds, of how many."""
        return self.word("board_count").format(count=len(self.ids), all=len(self.site.data))

    def ordered(self, data: Iterable[Datum]) -> list[Datum]:
        """In the order that the reader chose: the largest, the earliest, the first topic or article first."""
        return sorted(data, key=lambda datum: self._places[datum.id])

    def held_of(self, data: Iterable[Datum]) -> list[Datum]:
        """Those that the selection holds, in the reader's order."""
        return self.ordered(datum for datum in data if datum.id in self.ids)

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place of every figure in the order; of those that it does not part, the larger comes first."""
        frame = self.figures.frame
        key: dict[OrderName, Callable[[], pd.Series]] = {
            "size": lambda: -frame["value_low"].fillna(frame["value_base"]),
            "time": lambda: frame["period_end"],
            "topic": lambda: frame["topic"].map(list(self.site.catalog.topics).index).astype(int),
            "source": lambda: pd.Series(map(self._source_place, frame["source"]), index=frame.index),
        }
        ordered = pd.DataFrame({"key": key[self.order](), "size": -frame["value_base"]}).sort_values(
            ["key", "size"], kind="stable"
        )
        return {str(name): place for place, name in enumerate(ordered.index)}

    def _source_place(self, name: object) -> int:
        """The earliest article first; what is computed here comes last."""
        sources = sorted(self.site.catalog.sources, key=lambda each: self.site.catalog.sources[each].published)
        return sources.index(name) if name in sources else len(sources)

    def query(
        self, selection: BoardSelection | None = None, *, order: OrderName | None = None, hold: str | None = None
    ) -> Query:
        """The address of this board with something changed."""
        rest = ((ORDER, order or self.order), (HOLD, self.hold if hold is None else hold))
        return (*(selection or self.selection).query, *(pair for pair in rest if pair[1] not in ("", "size")))

    def href(
        self, selection: BoardSelection | None = None, *, order: OrderName | None = None, hold: str | None = None
    ) -> str:
        """The same as an address."""
        return self.urls.board(query=self.query(selection, order=order, hold=hold))

    def emptied_by(self, ids: frozenset[str]) -> EmptiedBy | None:
        """Of figures that the selection holds none of: the facet without which most come back; None where none does."""
        back = {
            facet: int(self.selection.mask(self.figures, self.matches, ignore=facet).loc[list(ids)].sum())
            for facet in self.selection.chosen
        }
        facet = max(back, key=back.__getitem__, default=None)
        if facet is None or not back[facet]:
            return None
        text = self.word("board_lane_empty").format(facet=self.word(f"board_facet_{facet}"), count=back[facet])
        return EmptiedBy(text, self.href(self.selection.without(facet)))
