"""Charts for frames in other people's pages: each written and compressed once, whatever its look.

A selection of the reader's own is drawn live, as often as it is asked for.
"""

from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from app.assets import Asset
from app.benches.chart import chart_bench as open_bench
from app.data.page_query import PageQuery
from app.data.page_ref import PageKind, PageRef
from app.model.text import LANGS, Lang
from app.routes.files import file_response
from app.site import Site
from app.urls import MOST_QUERY, Urls

#: (language, wish) to the HTML of the embed.
Write = Callable[[Lang, PageQuery], str]
#: A tenth smaller than the assets' 5, for 0.05 s the first time, and 0.4 s for the one that has every milestone.
_QUALITY = 10
#: How an embed looks; its own script reads these.
LOOKS = ("theme", "accent", "title", "table")


class Embeds:
    """The embeds of charts and views that were asked for so far."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._written: dict[tuple[Lang, PageRef], Asset] = {}

    def at(self, lang: Lang, place: PageRef) -> Asset:
        asked = (lang, place)
        if asked not in self._written:
            self._written[asked] = Asset("embed.html", self._write(lang, PageQuery(place)).encode(), _QUALITY)
        return self._written[asked]


def embeds(site: Site, write: Write) -> Blueprint:
    """`/<lang>/embed/<chart>` and the same for views; an unknown id is a 404, and an unknown choice is none."""
    routes = Blueprint("embeds", __name__)
    made = Embeds(write)
    for lang in LANGS:
        _add(routes, site, lang, made, write)
    return routes


def _add(routes: Blueprint, site: Site, lang: Lang, made: Embeds, write: Write) -> None:
    def embed(chart_id: str, view_id: str = "") -> Response:
        place = PageRef(PageKind.CHART, chart_id, view_id)
        if not place.exists(site.catalog):
            abort(404)
        page_query = _page_query(place)
        if page_query.asked and open_bench(site, page_query, lang).query:
            return Response(write(lang, page_query), mimetype="text/html")
        return file_response(made.at(lang, place))

    routes.add_url_rule(Urls(lang).embed("<chart_id>"), f"embed-{lang}", embed, methods=["GET"])
    routes.add_url_rule(Urls(lang).embed("<chart_id>", "<view_id>"), f"embed-view-{lang}", embed, methods=["GET"])


def _page_query(place: PageRef) -> PageQuery:
    """What is chosen besides the looks; nothing of a query that is longer than any choice."""
    if len(request.query_string) > MOST_QUERY:
        return PageQuery(place)
    return PageQuery.of(place, ((name, value) for name, value in request.args.items(multi=True) if name not in LOOKS))
