"""Charts for frames in other people's pages: each written and compressed once, whatever its look.

A selection of the reader's own is drawn live, as often as it is asked for.
"""

from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from app import urls
from app.assets import Asset
from app.benches.chart import chart as open_bench
from app.model.text import LANGS, Lang
from app.query.place import PageKind, Place
from app.query.wish import Wish
from app.routes.files import answer
from app.site import Site

#: (language, wish) to the HTML of the embed.
Write = Callable[[Lang, Wish], str]
#: A tenth smaller than the assets' 5, for 0.05 s the first time, and 0.4 s for the one that has every milestone.
_QUALITY = 10
#: How an embed looks; its own script reads these.
LOOKS = ("theme", "accent", "title", "table")


class Embeds:
    """The embeds of charts and views that were asked for so far."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._written: dict[tuple[Lang, Place], Asset] = {}

    def at(self, lang: Lang, place: Place) -> Asset:
        asked = (lang, place)
        if asked not in self._written:
            self._written[asked] = Asset("embed.html", self._write(lang, Wish(place)).encode(), _QUALITY)
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
        place = Place(PageKind.CHART, chart_id, view_id)
        if not place.exists(site.catalog):
            abort(404)
        wish = _wish(place)
        if wish.asked and open_bench(site, wish, lang).query:
            return Response(write(lang, wish), mimetype="text/html")
        return answer(made.at(lang, place))

    routes.add_url_rule(urls.embed(lang, "<chart_id>"), f"embed-{lang}", embed, methods=["GET"])
    routes.add_url_rule(urls.embed(lang, "<chart_id>", "<view_id>"), f"embed-view-{lang}", embed, methods=["GET"])


def _wish(place: Place) -> Wish:
    """What is chosen besides the looks; nothing of a query that is longer than any choice."""
    if len(request.query_string) > urls.MOST_QUERY:
        return Wish(place)
    return Wish.of(place, ((name, value) for name, value in request.args.items(multi=True) if name not in LOOKS))
