"""The one way from a wish to what a workbench shows."""

from collections.abc import Callable, Mapping

from app.benches.bench import Bench
from app.benches.chart import chart
from app.benches.compare import compare
from app.benches.explore import explore
from app.benches.topical import topical
from app.model.text import Lang
from app.query.place import PageKind
from app.query.wish import Wish
from app.site import Site

_BENCHES: Mapping[PageKind, Callable[[Site, Wish, Lang], Bench]] = {
    PageKind.OVERVIEW: topical,
    PageKind.TOPIC: topical,
    PageKind.CHART: chart,
    PageKind.EXPLORE: explore,
    PageKind.COMPARE: compare,
}


def open_bench(site: Site, wish: Wish, lang: Lang) -> Bench:
    """The bench of a wish whose place exists."""
    return _BENCHES[wish.place.kind](site, wish, lang)
