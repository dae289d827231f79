"""One chart for a frame in somebody else's page, whole without a script; and what stands there when there is none."""

from dataclasses import replace
from typing import Literal

from app import inline
from app.benches.chart import chart_bench
from app.charts.frames.embed_frame import frame_widths
from app.charts.scene import Scene
from app.data.page_query import PageQuery
from app.pages.card import ChartCard, chart_card
from app.pages.change_summary import change_summary
from app.pages.frame import PageFrame
from app.pages.reachable import reachable
from app.releases.frozen import FrozenChart
from app.strings import word
from app.urls import absolute_url, with_query


def embed(page: PageFrame, page_query: PageQuery) -> str:
    """The embed of a chart or view, or of what a wish chooses of it; raises KeyError for unknown ids."""
    bench = chart_bench(page.site, page_query, page.lang)
    chart_id, view_id = page_query.place.name, page_query.place.view
    address = page.urls.chart(chart_id, view_id)
    drawn = replace(_card(bench.scene), href=with_query(address, bench.query))
    return _written(page, drawn, chart_id, view_id, address=address, is_chosen=bool(bench.query))


def fixed_embed(page: PageFrame, chart: FrozenChart) -> str:
    """The embed of a released chart, with what has changed since in one line."""
    site = page.site
    changes = change_summary(site.standing.since_chart(chart), chart.scene)
    scene = reachable(chart.scene, site.data)
    return _written(
        page,
        _card(scene),
        chart.chart_id,
        chart.view_id,
        address=scene.href,
        version=chart.version,
        changes=changes,
    )


def no_embed(page: PageFrame, status: int, *, missing: Literal["not_found", "not_released"] = "not_found") -> str:
    """The sentence in a frame whose address leads nowhere, with the way to the site."""
    heading = word(missing if status == 404 else "server_error", page.lang)
    site_name = page.site.catalog.overview.name[page.lang]
    return page.part("no_embed.html", head=inline.EMBED, heading=heading, site_name=site_name)


def _card(scene: Scene) -> ChartCard:
    return chart_card(scene, widths=frame_widths(scene), target="_blank")


def _written(
    page: PageFrame,
    drawn: ChartCard,
    chart_id: str,
    view_id: str,
    *,
    address: str,
    is_chosen: bool = False,
    version: str = "",
    changes: str = "",
) -> str:
    public = page.site.settings.public_url
    return page.part(
        "embed.html",
        head=inline.EMBED,
        asset=page.asset,
        name=f"{chart_id}/{view_id}" if view_id else chart_id,
        card=drawn,
        is_chosen=is_chosen,
        site_name=page.site.catalog.overview.name[page.lang],
        canonical=absolute_url(public, address) if public else "",
        version=version,
        changes=changes,
    )
