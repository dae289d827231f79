"""The workbench over a topic's indicators, as it stands on the front page and on the pages of topics."""

from dataclasses import dataclass

from app.benches.bench import LivePage, ViewModel
from app.benches.topical import topical
from app.charts.layout import WIDTHS
from app.data.page_query import PageQuery
from app.pages.card import PanelCard, chart_card
from app.pages.frame import PageFrame


@dataclass(frozen=True)
class IndicatorParts:
    """The bench with its drawings, and the address of the page that it stands on."""

    bench: ViewModel
    panels: tuple[PanelCard, ...]
    address: str


def indicator_parts(page: PageFrame, page_query: PageQuery, *, widths: tuple[int, ...] = WIDTHS) -> IndicatorParts:
    """For drawings of these widths."""
    bench = topical(page.site, page_query, page.lang)
    panels = tuple(PanelCard(panel.name, chart_card(panel.scene, widths=widths)) for panel in bench.panels)
    topic_id = page_query.place.name
    return IndicatorParts(bench, panels, page.urls.topic(topic_id) if topic_id else page.urls.root())


def live_indicators(page: PageFrame, page_query: PageQuery) -> LivePage:
    """What of the page follows a choice, without drawings: the workbench draws them itself."""
    parts = indicator_parts(page, page_query, widths=())
    html = page.blocks("indicator_bench.html", ("controls", "panels"), parts)
    return LivePage(parts.bench, page.window_title(parts.bench.title), html)
