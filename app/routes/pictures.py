"""Charts as pictures to take along: SVG and PNG with their title and source inside."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app import urls
from app.answer import Refusal
from app.fonts import Fonts, NoFontError
from app.layout.place import NARROWEST, WIDEST, place
from app.model.text import LANGS, Lang
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.png import png
from app.renderers.svg import svg
from app.scene.scene import Scene
from app.site import Site

_THEMES = {"light": LIGHT, "dark": DARK}
_SCALES = (1, 3)
_MARGIN = 20
#: No picture has more pixels than this, or one request could take a worker's memory.
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True)
class Wanted:
    """How a picture should look. `width` is that of the whole picture, in units that `scale` multiplies."""

    width: int
    scale: int
    palette: Palette

    @classmethod
    def read(cls, arguments: "MultiDict[str, str]") -> "Wanted":
        """From a query; what is not given has a default, and what cannot be met raises Refusal 400."""
        theme = arguments.get("theme", "light")
        if theme not in _THEMES:
            raise Refusal(400, "bad-theme", f"theme must be one of {', '.join(_THEMES)}", "theme")
        return cls(
            _number(arguments, "width", 760, (int(NARROWEST), int(WIDEST))),
            _number(arguments, "scale", 2, _SCALES),
            _THEMES[theme],
        )

    @property
    def margin(self) -> float:
        """What is left of the width beside the narrowest chart, up to the usual margin."""
        return min(_MARGIN, (self.width - NARROWEST) / 2)


def pictures(site: Site, fonts: Fonts) -> Blueprint:
    """`/<lang>/charts/<chart>.svg|.png` and the same for views; an unknown id is a 404."""
    routes = Blueprint("pictures", __name__)

    def write_svg(scene: Scene) -> Response:
        return Response(_drawing(site, scene, Wanted.read(request.args)), mimetype="image/svg+xml")

    def write_png(scene: Scene) -> Response:
        wanted = Wanted.read(request.args)
        drawing = _drawing(site, scene, wanted)
        _check_size(drawing, wanted)
        try:
            body = png(drawing, fonts, scale=wanted.scale, about=_about(site, scene))
        except NoFontError as error:
            raise Refusal(503, "no-font", str(error)) from error
        return Response(body, mimetype="image/png")

    for lang in LANGS:
        _add(routes, site, lang, "svg", write_svg)
        _add(routes, site, lang, "png", write_png)
    return routes


def _add(routes: Blueprint, site: Site, lang: Lang, ending: str, write: Callable[[Scene], Response]) -> None:
    def answer(chart_id: str, view_id: str = "") -> Response:
        chart = site.catalog.charts.get(chart_id)
        if chart is None or (view_id and view_id not in chart.views):
            raise Refusal(404, "not-found", "there is no such chart", "path")
        return write(site.chart(chart_id, lang, view_id))

    routes.add_url_rule(urls.picture(lang, "<chart_id>", ending=ending), f"{ending}-{lang}", answer)
    routes.add_url_rule(urls.picture(lang, "<chart_id>", "<view_id>", ending=ending), f"{ending}-view-{lang}", answer)


def _number(arguments: "MultiDict[str, str]", name: str, default: int, limits: tuple[int, int]) -> int:
    given = arguments.get(name, str(default))
    least, most = limits
    if not re.fullmatch(r"[0-9]{1,4}", given, re.ASCII) or not least <= int(given) <= most:
        raise Refusal(400, f"bad-{name}", f"{name} must be a whole number from {least} to {most}", name)
    return int(given)


def _drawing(site: Site, scene: Scene, wanted: Wanted) -> str:
    return svg(
        place(scene, wanted.width - 2 * wanted.margin),
        id_prefix=scene.chart_id,
        standalone=True,
        palette=wanted.palette,
        address=_address(site, scene),
        version=site.version,
        margin=wanted.margin,
    )


def _address(site: Site, scene: Scene) -> str:
    """Where the chart stands on the web; nothing while that is not known."""
    public = site.settings.public_url
    return urls.absolute(public, scene.href) if public else ""


def _about(site: Site, scene: Scene) -> dict[str, str]:
    return {
        "Title": scene.title,
        "Source": scene.source_line,
        "Data version": site.version,
        "URL": _address(site, scene),
    }


def _check_size(drawing: str, wanted: Wanted) -> None:
    height = float(drawing.partition(' height="')[2].partition('"')[0])
    if wanted.width * height * wanted.scale**2 > _MOST_PIXELS:
        raise Refusal(400, "too-large", "this picture would be too large; ask for a smaller scale or width", "scale")
