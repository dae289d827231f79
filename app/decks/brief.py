"""What a reader collected: the charts and figures that the items of an address name, in their order.

An item is the address of its page below the language, so a chart and a figure of one id are never taken for each
other: `charts/<chart>`, `charts/<chart>/<view>`, `figures/<observation>`. Items are parted by commas.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.catalog import Catalog

#: More would be a book, and its address longer than a query may be.
MOST = 50
#: An unknown item is looked at and repeated to the reader only up to here.
_LONGEST = 64


class TooManyItemsError(ValueError):
    """More than MOST items are asked for."""


@dataclass(frozen=True)
class Item:
    """One chart, view or figure that there is; exactly one of `chart` and `figure` is set."""

    text: str
    chart: str = ""
    view: str = ""
    figure: str = ""


@dataclass(frozen=True)
class Collected:
    """`unknown` are the items that name nothing, cut to a length that can be shown."""

    items: tuple[Item, ...]
    unknown: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.items)


def collected(asked: Sequence[str], catalog: Catalog) -> Collected:
    """The items in the values of an address, each once; raises TooManyItemsError before any is looked up."""
    texts = list(dict.fromkeys(text for value in asked for text in value.split(",") if text))
    if len(texts) > MOST:
        raise TooManyItemsError(f"{len(texts)} items are asked for; {MOST} are the most")
    known = {text: item for text in texts for item in _named(text, catalog)}
    unknown = dict.fromkeys(text[:_LONGEST] for text in texts if text not in known)
    return Collected(tuple(known.values()), tuple(unknown))


def meant(unknown: str, catalog: Catalog) -> tuple[Item, ...]:
    """The item that is spelt most like an unknown one, if any is."""
    every = {item.text: item for item in _every(catalog)}
    wanted = unknown if "/" in unknown else f"charts/{unknown}"
    return tuple(every[text] for text in difflib.get_close_matches(wanted, every, n=1, cutoff=0.7))


def _named(text: str, catalog: Catalog) -> Iterator[Item]:
    """The item of this text, or nothing."""
    sort, _, rest = text.partition("/")
    name, _, view = rest.partition("/")
    if sort == "figures" and rest in catalog.observations:
        yield Item(text, figure=rest)
    elif sort == "charts" and name in catalog.charts and (text == f"charts/{name}" or view in _views(catalog, name)):
        yield Item(text, chart=name, view=view)


def _every(catalog: Catalog) -> Iterator[Item]:
    for name in catalog.charts:
        yield Item(f"charts/{name}", chart=name)
        yield from (Item(f"charts/{name}/{view}", chart=name, view=view) for view in _views(catalog, name))
    yield from (Item(f"figures/{name}", figure=name) for name in catalog.observations)


def _views(catalog: Catalog, name: str) -> Sequence[str]:
    return tuple(catalog.charts[name].views)
