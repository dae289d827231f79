"""The facets: what the figures may be narrowed by, each value with the number that it alone would show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.board.view import BoardView
from app.data.facets import Facet

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


def facets_panel(view: BoardView) -> tuple[FacetGroup, ...]:
    """Every facet of the board."""
    counts = view.selection.counts(view.figures, view.matches)
    return tuple(_group(view, facet, counts[facet]) for facet in Facet)


def _group(view: BoardView, facet: Facet, counts: Mapping[str, int]) -> FacetGroup:
    options = tuple(_option(view, facet, value, counts[value]) for value in view.figures.options[facet])
    first = options if len(options) <= _SHOWN else _fullest(options)
    rest = tuple(option for option in options if option not in first)
    return FacetGroup(facet, view.word(f"board_facet_{facet}"), first, rest)


def _fullest(options: Sequence[FacetOption]) -> tuple[FacetOption, ...]:
    """The chosen ones and the fullest, in the order of the facet."""
    ranked = sorted(options, key=lambda option: (not option.is_chosen, -option.count))[: _SHOWN - 3]
    return tuple(option for option in options if option in ranked)


def _option(view: BoardView, facet: Facet, value: str, count: int) -> FacetOption:
    is_chosen = value in view.selection.chosen.get(facet, ())
    href = view.href(view.selection.toggle(facet, value, view.figures))
    return FacetOption(value, value_name(view, facet, value), count, is_chosen, href)


def value_name(view: BoardView, facet: Facet, value: str) -> str:
    """The words of a facet's value."""
    catalog, lang = view.site.catalog, view.lang
    if facet is Facet.TOPIC:
        return catalog.topics[value].name[lang]
    if facet is Facet.MEASURE:
        return catalog.measures[value].name[lang]
    if facet is Facet.SOURCE:
        return catalog.sources[value].short[lang]
    if facet is Facet.PLACE:
        return catalog.geographies[value].name[lang]
    return value if facet is Facet.YEAR else view.word(f"board_{facet}_{value.replace('-', '_')}")
