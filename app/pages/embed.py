"""One chart for a frame in somebody else's page, whole without a script; and what stands there when there is none."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Literal

from flask import request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app import inline
from app.charts.frames import frame_widths
from app.charts.scene import Point, Scene
from app.data.page_query import PageKind, PageQuery, PageRef
from app.pages.card import ChartCard, chart_card
from app.pages.changes import change_summary
from app.pages.chart_choice import ChartBench, chart_bench
from app.pages.frame import PageFrame
from app.pages.route import route
from app.releases.release_archive import ReleasedChart
from app.strings import word
from app.urls import LANG, MOST_QUERY, RULES, Urls, absolute_url, with_query

#: A tenth smaller than the assets' 5, for 0.05 s the first time, and 0.4 s for the one that has every milestone.
_QUALITY = 10
#: How an embed looks; its own script reads these.
LOOKS = ("theme", "accent", "title", "table")
_RELEASED = Urls(LANG, version="<version>")


@dataclass(frozen=True)
class EmbedContent:
    """`version` and `changes` are of a released chart; `is_chosen` where a reader narrowed it."""

    name: str
    card: ChartCard
    site_name: str
    canonical: str
    is_chosen: bool = False
    version: str = ""
    changes: str = ""


@dataclass(frozen=True)
class MissingEmbed:
    """What stands in a frame whose address leads nowhere."""

    heading: str
    site_name: str


@route(RULES.embed("<chart_id>"), RULES.embed("<chart_id>", "<view_id>"))
def embed_page(page: PageFrame, chart_id: str, view_id: str = "") -> ResponseReturnValue:
    """The embed of a chart or view, or of what the address chooses of it, which is drawn as often as asked for."""
    place = PageRef(PageKind.CHART, chart_id, view_id)
    if not place.exists(page.site.catalog):
        raise NotFound
    page_query = _page_query(place)
    if page_query.asked:
        bench = chart_bench(page.site, page_query, page.lang)
        if bench.query:
            return _embed(page, bench)
    return page.kept(lambda: _embed(page, chart_bench(page.site, PageQuery(place), page.lang)), quality=_QUALITY)


@route(_RELEASED.embed("<chart_id>"), _RELEASED.embed("<chart_id>", "<view_id>"))
def released_embed(page: PageFrame, version: str, chart_id: str, view_id: str = "") -> ResponseReturnValue:
    """The embed of a chart as it was in a release."""
    try:
        chart = page.site.releases.chart(version, page.lang, chart_id, view_id)
    except KeyError:
        raise NotFound from None
    return page.kept(lambda: _released(page, chart))


def _page_query(place: PageRef) -> PageQuery:
    """What is chosen besides the looks; nothing of a query that is longer than any choice."""
    if len(request.query_string) > MOST_QUERY:
        return PageQuery(place)
    return PageQuery.of(place, ((name, value) for name, value in request.args.items(multi=True) if name not in LOOKS))


def _embed(page: PageFrame, bench: ChartBench) -> str:
    address = page.urls.chart(bench.place.name, bench.place.view)
    card = replace(_card(bench.scene), href=with_query(address, bench.query))
    content = EmbedContent(
        name=_name(bench.place.name, bench.place.view),
        card=card,
        site_name=page.site.catalog.overview.name[page.lang],
        canonical=_canonical(page, address),
        is_chosen=bool(bench.query),
    )
    return page.part("embed.html", content, head=inline.EMBED)


def _released(page: PageFrame, chart: ReleasedChart) -> str:
    """With what has changed since in one line."""
    scene = relink_missing(chart.scene, page.site.data)
    content = EmbedContent(
        name=_name(chart.chart_id, chart.view_id),
        card=_card(scene),
        site_name=page.site.catalog.overview.name[page.lang],
        canonical=_canonical(page, scene.href),
        version=chart.version,
        changes=change_summary(page.site.release_diff.since_chart(chart), chart.scene),
    )
    return page.part("embed.html", content, head=inline.EMBED)


def no_embed(page: PageFrame, status: int, *, missing: Literal["not_found", "not_released"] = "not_found") -> str:
    """The sentence in a frame whose address leads nowhere, with the way to the site."""
    heading = word(missing if status == 404 else "server_error", page.lang)
    site_name = page.site.catalog.overview.name[page.lang]
    return page.part("no_embed.html", MissingEmbed(heading, site_name), head=inline.EMBED)


def _card(scene: Scene) -> ChartCard:
    return chart_card(scene, widths=frame_widths(scene), target="_blank")


def _name(chart_id: str, view_id: str) -> str:
    return f"{chart_id}/{view_id}" if view_id else chart_id


def _canonical(page: PageFrame, path: str) -> str:
    public = page.site.settings.public_url
    return absolute_url(public, path) if public else ""


def relink_missing(scene: Scene, ids: Container[str]) -> Scene:
    """The scene with every figure that is no longer `known` leading to the reason why."""
    groups = tuple(
        replace(group, points=tuple(_relink(point, scene, ids) for point in group.points)) for group in scene.groups
    )
    return replace(scene, groups=groups)


def _relink(point: Point, scene: Scene, ids: Container[str]) -> Point:
    return replace(
        point,
        href=point.href if point.id in ids else Urls(scene.lang).change("figure", point.id),
        whole=_relink(point.whole, scene, ids) if point.whole else None,
        change=_relink(point.change, scene, ids) if point.change else None,
    )
