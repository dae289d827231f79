"""Charts as they were in a release: pictures and files whose bytes never change."""

from collections.abc import Callable, Mapping
from functools import partial

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.fonts import Fonts, NoFontError
from app.model.text import Lang
from app.releases.release_archive import ReleasedChart
from app.releases.release_files import CSV, DARK_SVG, JSON, SVG
from app.renderers.picture import PictureMetadata, write_png
from app.routes.chart_files import chart_rules
from app.routes.headers import limit_query
from app.site import Site

#: A released chart to one of its pictures or files.
Read = Callable[[ReleasedChart], Response]
_THEMES = {"light": SVG, "dark": DARK_SVG}
_SCALES = ("1", "2", "3")


def released_files(site: Site, fonts: Fonts) -> Blueprint:
    """`/v/<version>/<lang>/charts/<chart>.svg|.png|.csv|.json`, and for views.

    What was not in that release is a 404.
    """
    routes = Blueprint("released-files", __name__)
    routes.before_request(limit_query)
    readers: Mapping[str, Read] = {"svg": _svg, "png": partial(_png, fonts), "csv": _csv, "json": _json}
    for ending, read in readers.items():
        _add(routes, site, ending, read)
    return routes


def _add(routes: Blueprint, site: Site, ending: str, read: Read) -> None:
    def answer(version: str, lang: Lang, chart_id: str, view_id: str = "") -> Response:
        try:
            chart = site.releases.chart(version, lang, chart_id, view_id)
        except KeyError:
            raise ApiError(404, "not-found", "there is no such release, or no such chart in it", "path") from None
        response = read(chart)
        response.headers["X-Data-Version"] = chart.archive.release.data_version
        return response

    for rule in chart_rules(ending, version="<version>"):
        routes.add_url_rule(rule, ending, answer)


def _svg(chart: ReleasedChart) -> Response:
    _refuse_width()
    return Response(chart.drawn(_theme()), mimetype="image/svg+xml")


def _png(fonts: Fonts, chart: ReleasedChart) -> Response:
    """The released drawing in pixels."""
    _refuse_width()
    scale = request.args.get("scale", "2")
    if scale not in _SCALES:
        raise ApiError(400, "bad-scale", "scale must be a whole number from 1 to 3", "scale")
    try:
        body = write_png(chart.drawn(_theme()).decode(), fonts, scale=int(scale), imprint=_imprint(chart))
    except NoFontError as error:
        raise ApiError(503, "no-font", str(error)) from error
    return Response(body, mimetype="image/png")


def _imprint(chart: ReleasedChart) -> PictureMetadata:
    public, scene = chart.archive.release.public_url, chart.scene
    return PictureMetadata(scene.title, scene.source_line, chart.version, public and public + scene.href)


def _csv(chart: ReleasedChart) -> Response:
    return _attached(chart, CSV, "text/csv; charset=utf-8")


def _json(chart: ReleasedChart) -> Response:
    return _attached(chart, JSON, "application/json")


def _attached(chart: ReleasedChart, ending: str, content_type: str) -> Response:
    response = Response(chart.drawn(ending), content_type=content_type)
    name = "-".join(part for part in (chart.chart_id, chart.view_id, chart.lang, chart.version) if part)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _theme() -> str:
    theme = request.args.get("theme", "light")
    if theme not in _THEMES:
        raise ApiError(400, "bad-theme", f"theme must be one of {', '.join(_THEMES)}", "theme")
    return _THEMES[theme]


def _refuse_width() -> None:
    """What was drawn is not drawn anew: it has one width, and `scale` gives more pixels."""
    if "width" in request.args:
        raise ApiError(400, "bad-width", "a released picture has one width; ask for a scale from 1 to 3", "width")
