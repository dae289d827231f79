"""The facets: what the figures may be narrowed by, each value with the number that it alone would show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.board.view import BoardView
from app.data.facets import Facet
from app.model.text import Text

#: A facet of more values than these shows the fullest of them first and folds the rest away.
_SHOWN = 11


@dataclass(frozen=True)
class FacetOption:
    """One value: `count` is what it alone would show, `href` the board with it chosen or no longer."""

    value: str
    label: str
    count: int
    is_chosen: bool
    href: str


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its values; `more` are folded away."""

    name: str
    label: str
    options: tuple[FacetOption, ...]
    more: tuple[FacetOption, ...]
    is_chosen: bool


def facets_panel(view: BoardView) -> tuple[FacetGroup, ...]:
    """Every facet of the board."""
    counts = view.selection.counts(view.figures, view.found)
    return tuple(_group(view, facet, counts[facet]) for facet in Facet)


def _group(view: BoardView, facet: Facet, counts: Mapping[str, int]) -> FacetGroup:
    chosen = view.selection.chosen.get(facet, ())
    options = tuple(_option(view, facet, value, counts[value]) for value in view.figures.options[facet])
    few = len(options) <= _SHOWN
    first = options if few else _fullest(options)
    rest = tuple(option for option in options if option not in first)
    return FacetGroup(facet, view.word(f"board_facet_{facet}"), first, rest, bool(chosen))


def _fullest(options: Iterable[FacetOption]) -> tuple[FacetOption, ...]:
    """The chosen ones and the fullest, in the order of the facet."""
    every = tuple(options)
    ranked = sorted(every, key=lambda option: (not option.is_chosen, -option.count))[: _SHOWN - 3]
    return tuple(option for option in every if option in ranked)


def _option(view: BoardView, facet: Facet, value: str, count: int) -> FacetOption:
    is_chosen = value in view.selection.chosen.get(facet, ())
    href = view.href(view.selection.toggle(facet, value, view.figures))
    return FacetOption(value, value_name(view, facet, value), count, is_chosen, href)


def value_name(view: BoardView, facet: Facet, value: str) -> str:
    """The words of a facet's value."""
    catalog, lang = view.site.catalog, view.lang
    named: dict[Facet, dict[str, Text]] = {
        Facet.TOPIC: {name: record.name for name, record in catalog.topics.items()},
        Facet.MEASURE: {name: record.name for name, record in catalog.measures.items()},
        Facet.SOURCE: {name: record.short for name, record in catalog.sources.items()},
        Facet.PLACE: {name: record.name for name, record in catalog.geographies.items()},
    }
    if facet in named:
        return named[facet][value][lang]
    return value if facet is Facet.YEAR else view.word(f"board_{facet}_{value.replace('-', '_')}")
