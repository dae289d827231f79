"""One chart for a frame in somebody else's page, whole without a script; and what stands there when there is none."""

from dataclasses import replace

from app import embed_head, urls
from app.benches.chart import chart
from app.layout.embed import widths
from app.pages.card import card
from app.pages.frame import PageFrame
from app.query.wish import Wish
from app.strings import word


def embed(page: PageFrame, wish: Wish) -> str:
    """The embed of a chart or view, or of what a wish chooses of it; raises KeyError for unknown ids."""
    bench = chart(page.site, wish, page.lang)
    scene, public = bench.scene, page.site.settings.public_url
    chart_id, view_id = wish.place.name, wish.place.view
    href = urls.with_query(urls.chart(page.lang, chart_id, view_id), bench.query)
    return page.part(
        "embed.html",
        head=embed_head,
        asset=page.asset,
        name=f"{chart_id}/{view_id}" if view_id else chart_id,
        card=replace(card(scene, widths=widths(scene), target="_blank"), href=href),
        is_chosen=bool(bench.query),
        site_name=page.site.catalog.overview.name[page.lang],
        canonical=urls.absolute(public, urls.chart(page.lang, chart_id, view_id)) if public else "",
    )


def no_embed(page: PageFrame, status: int) -> str:
    """The sentence in a frame whose address leads nowhere, with the way to the site."""
    heading = word("not_found" if status == 404 else "server_error", page.lang)
    site_name = page.site.catalog.overview.name[page.lang]
    return page.part("no_embed.html", head=embed_head, heading=heading, site_name=site_name)
