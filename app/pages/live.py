"""The pages that follow a choice without being asked for again, for the workbench."""

from collections.abc import Callable, Mapping

from app.benches.bench import LivePage
from app.data.page_query import PageKind, PageQuery
from app.model.text import Lang
from app.pages.chart import live_chart
from app.pages.compare import live_compare
from app.pages.explore import live_explore
from app.pages.frame import PageFrame
from app.pages.indicator_bench import live_indicators
from app.site import Site

_PAGES: Mapping[PageKind, Callable[[PageFrame, PageQuery], LivePage]] = {
    PageKind.OVERVIEW: live_indicators,
    PageKind.TOPIC: live_indicators,
    PageKind.CHART: live_chart,
    PageKind.EXPLORE: live_explore,
    PageKind.COMPARE: live_compare,
}


def live_page(site: Site, asset: Callable[[str], str], page_query: PageQuery, lang: Lang) -> LivePage:
    """What of the page follows the query, whose place exists."""
    return _PAGES[page_query.place.kind](PageFrame(site, lang, None, asset), page_query)
