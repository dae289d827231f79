"""Charts as they were in a release: the page of an embed, and pictures and files whose bytes never change."""

from collections.abc import Callable
from functools import lru_cache

from flask import Blueprint, Response, abort, request

from app.api_error import ApiError
from app.assets import Asset
from app.fonts import Fonts, NoFontError
from app.model.text import LANGS, Lang
from app.releases.drawn import CSV, DARK_SVG, JSON, SVG
from app.releases.frozen import FrozenChart
from app.renderers.picture_metadata import PictureMetadata
from app.renderers.png import png
from app.routes.files import file_response
from app.routes.limits import limit_query
from app.site import Site
from app.urls import Urls

#: A released chart to the HTML of its embed.
Write = Callable[[FrozenChart], str]
#: A released chart to one of its pictures or files.
Read = Callable[[FrozenChart], Response]
#: How many embeds are kept compressed; there are a few hundred for every release there ever was.
_MOST_KEPT = 64
_THEMES = {"light": SVG, "dark": DARK_SVG}
_SCALES = ("1", "2", "3")


def fixed(site: Site, fonts: Fonts, write: Write) -> Blueprint:
    """`/v/<version>/<lang>/embed/<chart>`, `/v/<version>/<lang>/charts/<chart>.svg|.png|.csv|.json`, and for views.

    What was not in that release is a 404.
    """
    routes = Blueprint("fixed", __name__)

    @lru_cache(maxsize=_MOST_KEPT)
    def written(chart: FrozenChart) -> Asset:
        return Asset("embed.html", write(chart).encode())

    def picture(chart: FrozenChart) -> Response:
        return _png(chart, fonts)

    for lang in LANGS:
        _add_embed(routes, site, lang, written)
        for ending, read in (("svg", _svg), ("png", picture), ("csv", _csv), ("json", _json)):
            _add_file(routes, site, lang, ending, read)
    return routes


def _add_embed(routes: Blueprint, site: Site, lang: Lang, written: Callable[[FrozenChart], Asset]) -> None:
    def embed(version: str, chart_id: str, view_id: str = "") -> Response:
        try:
            chart = site.releases.chart(version, lang, chart_id, view_id)
        except KeyError:
            abort(404)
        return file_response(written(chart))

    urls = Urls(lang, version="<version>")
    routes.add_url_rule(urls.embed("<chart_id>"), f"embed-{lang}", embed, methods=["GET"])
    routes.add_url_rule(urls.embed("<chart_id>", "<view_id>"), f"embed-view-{lang}", embed, methods=["GET"])


def _add_file(routes: Blueprint, site: Site, lang: Lang, ending: str, read: Read) -> None:
    def file(version: str, chart_id: str, view_id: str = "") -> Response:
        limit_query()
        try:
            chart = site.releases.chart(version, lang, chart_id, view_id)
        except KeyError:
            raise ApiError(404, "not-found", "there is no such release, or no such chart in it", "path") from None
        found = read(chart)
        found.headers["X-Data-Version"] = chart.frozen.release.data_version
        return found

    urls = Urls(lang, version="<version>")
    routes.add_url_rule(urls.chart("<chart_id>", format=ending), f"{ending}-{lang}", file, methods=["GET"])
    view = urls.chart("<chart_id>", "<view_id>", format=ending)
    routes.add_url_rule(view, f"{ending}-view-{lang}", file, methods=["GET"])


def _svg(chart: FrozenChart) -> Response:
    _refuse_width()
    return Response(chart.drawn(_theme()), mimetype="image/svg+xml")


def _png(chart: FrozenChart, fonts: Fonts) -> Response:
    """The released drawing in pixels."""
    _refuse_width()
    scale = request.args.get("scale", "2")
    if scale not in _SCALES:
        raise ApiError(400, "bad-scale", "scale must be a whole number from 1 to 3", "scale")
    try:
        body = png(chart.drawn(_theme()).decode(), fonts, scale=int(scale), imprint=_imprint(chart))
    except NoFontError as error:
        raise ApiError(503, "no-font", str(error)) from error
    return Response(body, mimetype="image/png")


def _imprint(chart: FrozenChart) -> PictureMetadata:
    public, scene = chart.frozen.release.public_url, chart.scene
    return PictureMetadata(scene.title, scene.source_line, chart.version, public and public + scene.href)


def _csv(chart: FrozenChart) -> Response:
    return _attached(chart, CSV, "text/csv; charset=utf-8")


def _json(chart: FrozenChart) -> Response:
    return _attached(chart, JSON, "application/json")


def _attached(chart: FrozenChart, ending: str, content_type: str) -> Response:
    found = Response(chart.drawn(ending), content_type=content_type)
    name = "-".join(part for part in (chart.chart_id, chart.view_id, chart.lang, chart.version) if part)
    found.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return found


def _theme() -> str:
    theme = request.args.get("theme", "light")
    if theme not in _THEMES:
        raise ApiError(400, "bad-theme", f"theme must be one of {', '.join(_THEMES)}", "theme")
    return _THEMES[theme]


def _refuse_width() -> None:
    """What was drawn is not drawn anew: it has one width, and `scale` gives more pixels."""
    if "width" in request.args:
        raise ApiError(400, "bad-width", "a released picture has one width; ask for a scale from 1 to 3", "width")
