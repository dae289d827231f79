"""Charts for frames in other people's pages: each written and compressed once, and the same whatever its query says."""

from collections.abc import Callable

from flask import Blueprint, Response, abort

from app import urls
from app.assets import Asset
from app.model.text import LANGS, Lang
from app.routes.files import answer
from app.site import Site

#: (language, chart, view or "") to the HTML of the embed.
Write = Callable[[Lang, str, str], str]
#: A tenth smaller than the assets' 5, for 0.05 s the first time, and 0.4 s for the one that has every milestone.
_QUALITY = 10


class Embeds:
    """The embeds that were asked for so far."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._written: dict[tuple[Lang, str, str], Asset] = {}

    def at(self, lang: Lang, chart_id: str, view_id: str) -> Asset:
        asked = (lang, chart_id, view_id)
        if asked not in self._written:
            self._written[asked] = Asset("embed.html", self._write(*asked).encode(), _QUALITY)
        return self._written[asked]


def embeds(site: Site, write: Write) -> Blueprint:
    """`/<lang>/embed/<chart>` and the same for views; an unknown id is a 404. What else is asked is the script's."""
    routes = Blueprint("embeds", __name__)
    made = Embeds(write)
    for lang in LANGS:
        _add(routes, site, made, lang)
    return routes


def _add(routes: Blueprint, site: Site, made: Embeds, lang: Lang) -> None:
    def embed(chart_id: str, view_id: str = "") -> Response:
        chart = site.catalog.charts.get(chart_id)
        if chart is None or (view_id and view_id not in chart.views):
            abort(404)
        return answer(made.at(lang, chart_id, view_id))

    routes.add_url_rule(urls.embed(lang, "<chart_id>"), f"embed-{lang}", embed, methods=["GET"])
    routes.add_url_rule(urls.embed(lang, "<chart_id>", "<view_id>"), f"embed-view-{lang}", embed, methods=["GET"])
