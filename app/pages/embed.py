"""One chart for a frame in somebody else's page, whole without a script; and what stands there when there is none."""

from app import embed_head, urls
from app.layout.embed import widths
from app.pages.card import card
from app.pages.frame import PageFrame
from app.strings import word


def embed(page: PageFrame, chart_id: str, view_id: str = "") -> str:
    """The embed of a chart or view; raises KeyError for unknown ids."""
    scene = page.site.chart(chart_id, page.lang, view_id)
    public = page.site.settings.public_url
    return page.part(
        "embed.html",
        head=embed_head,
        asset=page.asset,
        name=f"{chart_id}/{view_id}" if view_id else chart_id,
        card=card(scene, widths=widths(scene), target="_blank"),
        site_name=page.site.catalog.overview.name[page.lang],
        canonical=urls.absolute(public, scene.href) if public else "",
    )


def no_embed(page: PageFrame, status: int) -> str:
    """The sentence in a frame whose address leads nowhere, with the way to the site."""
    heading = word("not_found" if status == 404 else "server_error", page.lang)
    site_name = page.site.catalog.overview.name[page.lang]
    return page.part("no_embed.html", head=embed_head, heading=heading, site_name=site_name)
