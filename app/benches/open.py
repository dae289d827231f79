"""The one way from a wish to what a workbench shows."""

from collections.abc import Callable, Mapping

from app.benches.bench import Bench
from app.benches.chart import chart_bench
from app.benches.compare import compare_bench
from app.benches.explore import explore_bench
from app.benches.topical import topical
from app.data.page_query import PageQuery
from app.data.page_ref import PageKind
from app.model.text import Lang
from app.site import Site

_BENCHES: Mapping[PageKind, Callable[[Site, PageQuery, Lang], Bench]] = {
    PageKind.OVERVIEW: topical,
    PageKind.TOPIC: topical,
    PageKind.CHART: chart_bench,
    PageKind.EXPLORE: explore_bench,
    PageKind.COMPARE: compare_bench,
}


def open_bench(site: Site, page_query: PageQuery, lang: Lang) -> Bench:
    """The bench of a wish whose place exists."""
    return _BENCHES[page_query.place.kind](site, page_query, lang)
