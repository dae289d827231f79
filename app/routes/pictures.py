"""Charts as pictures, drawn at most once for each query: what may be asked, drawing them, their addresses."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app.api_error import ApiError
from app.charts.pictures import (
    CARD,
    LEAST_ALONE,
    LEAST_IN_FEED,
    MARGIN,
    SCALE,
    SQUARE,
    Poster,
    TextCard,
    TooHighError,
    long_picture,
    poster,
    shape_poster,
    text_card,
)
from app.charts.registry import NARROWEST, WIDEST, layout_chart
from app.charts.scene import Scene
from app.fonts import Fonts, NoFontError
from app.model.text import LANGS, Lang
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.picture import PictureMetadata, write_picture, write_png
from app.renderers.snippet import write_caption, write_pack
from app.routes.chart_files import chart_rules, require_chart
from app.site import Site
from app.strings import word
from app.urls import RULES, Urls, absolute_url

_THEMES = {"light": LIGHT, "dark": DARK}
#: The token that a picture stands on.
_GROUNDS = {"paper": "paper", "transparent": ""}
_SCALES = (1, 3)
_SIDE = r"([1-9][0-9]?(?:\.[0-9]{1,2})?)"
#: Neither side may be longer than this many times the other.
_SLIMMEST = 4.0


@dataclass(frozen=True)
class PictureParams:
    """`width` is that of the whole picture, in units that `scale` multiplies; without an `aspect` it is as high as
    the chart needs (0)."""

    width: int
    scale: int
    palette: Palette
    ground: str
    aspect: float

    @classmethod
    def read(cls, arguments: "MultiDict[str, str]") -> "PictureParams":
        """From a query; what is not given has a default, and what cannot be met raises ApiError 400."""
        return cls(
            _number(arguments, "width", 760, (int(NARROWEST), int(WIDEST))),
            _number(arguments, "scale", 2, _SCALES),
            _THEMES[_one_of(_THEMES, arguments, "theme")],
            _GROUNDS[_one_of(_GROUNDS, arguments, "ground")],
            _aspect(arguments),
        )

    @property
    def margin(self) -> float:
        """What is left of the width beside the narrowest chart, up to the usual margin."""
        return min(MARGIN, (self.width - NARROWEST) / 2)

    @property
    def size(self) -> tuple[float, float]:
        """The frame that an aspect makes of the width."""
        return self.width, round(self.width / self.aspect)


def _one_of(choices: "dict[str, Palette] | dict[str, str]", arguments: "MultiDict[str, str]", name: str) -> str:
    choice = arguments.get(name, next(iter(choices)))
    if choice not in choices:
        raise ApiError(400, f"bad-{name}", f"{name} must be one of {', '.join(choices)}", name)
    return choice


def _number(arguments: "MultiDict[str, str]", name: str, default: int, limits: tuple[int, int]) -> int:
    text = arguments.get(name, str(default))
    least, most = limits
    if not re.fullmatch(r"[0-9]{1,4}", text, re.ASCII) or not least <= int(text) <= most:
        raise ApiError(400, f"bad-{name}", f"{name} must be a whole number from {least} to {most}", name)
    return int(text)


def _aspect(arguments: "MultiDict[str, str]") -> float:
    text = arguments.get("aspect")
    if text is None:
        return 0.0
    match = re.fullmatch(f"{_SIDE}:{_SIDE}", text, re.ASCII)
    ratio = float(match[1]) / float(match[2]) if match else 0.0
    if not 1 / _SLIMMEST <= ratio <= _SLIMMEST:
        raise ApiError(400, "bad-aspect", "aspect must be two numbers such as 16:9, from 1:4 to 4:1", "aspect")
    return ratio


#: No picture has more pixels than this, or one request could take a worker's memory.
_MOST_PIXELS = 40_000_000

Size = tuple[int, int]


@dataclass(frozen=True)
class PictureService:
    """The site's pictures, drawn with this machine's fonts."""

    site: Site
    fonts: Fonts

    def drawing(self, scene: Scene, params: PictureParams) -> str:
        """The chart as SVG; raises ApiError 400 where it could not be read in the shape that is wanted."""
        return self._drawing(scene, self._poster(scene, params), params)

    def pixels(self, scene: Scene, params: PictureParams) -> bytes:
        """The chart as PNG; raises ApiError 400 where that would be too large."""
        drawn = self._poster(scene, params)
        if params.width * drawn.height * params.scale**2 > _MOST_PIXELS:
            raise ApiError(
                400, "too-large", "this picture would be too large; ask for a smaller scale or width", "scale"
            )
        return self._png(self._drawing(scene, drawn, params), params.scale, self._imprint(scene))

    def card(self, scene: Scene, size: Size) -> bytes:
        """The chart for who shares its address: in exactly `size`, or its words where the chart is too high for it."""
        site_name = self.site.catalog.overview.name[scene.lang]
        try:
            poster = shape_poster(scene, size, least=LEAST_IN_FEED, signed=site_name)
        except TooHighError:
            poster = text_card(TextCard(scene.lang, site_name, scene.title, scene.subtitle, scene.source_line), size)
        return self._made(poster, 1, self._imprint(scene))

    def page_card(self, lang: Lang, size: Size) -> bytes:
        """The same for the pages without a chart."""
        words = self.site.catalog.overview
        headline = self.site.quote(words.headline[lang], lang)
        foot = f"{word('reach', lang)} {self.site.reach(lang)}"
        public = self.site.settings.public_url
        card = TextCard(lang, words.name[lang], headline, self.site.quote(words.lead[lang], lang), foot)
        imprint = PictureMetadata(
            words.name[lang], foot, self.site.version, public and absolute_url(public, Urls(lang).root())
        )
        return self._made(text_card(card, size), 1, imprint)

    def wechat(self, chart_id: str, view_id: str, lang: Lang) -> bytes:
        """The pack for an article in WeChat: the long picture, and captions in both languages."""
        scenes: Mapping[Lang, Scene] = {each: self.site.chart(chart_id, each, view_id) for each in LANGS}
        scene = scenes[lang]
        imprint = self._imprint(scene)
        long = long_picture(
            scene,
            site_name=self.site.catalog.overview.name[lang],
            invitation=word("wechat_scan", lang),
            address=imprint.address,
        )
        captions = {each: write_caption(scenes[each], address=self._imprint(scenes[each]).address) for each in LANGS}
        stem = "-".join(part for part in (chart_id, view_id) if part)
        return write_pack(stem, lang, self._made(long, SCALE, imprint), captions)

    def _drawing(self, scene: Scene, drawn: Poster, params: PictureParams) -> str:
        return write_picture(
            drawn,
            id_prefix=scene.chart_id,
            palette=params.palette,
            imprint=self._imprint(scene),
            ground=params.ground,
        )

    def _poster(self, scene: Scene, params: PictureParams) -> Poster:
        address = self._imprint(scene).address
        if not params.aspect:
            return poster(layout_chart(scene, params.width - 2 * params.margin), margin=params.margin, signed=address)
        try:
            return shape_poster(scene, params.size, least=LEAST_ALONE, signed=address)
        except TooHighError:
            sentence = "this chart could not be read in this shape; ask for a greater width or a higher shape"
            raise ApiError(400, "too-high", sentence, "aspect") from None

    def _imprint(self, scene: Scene) -> PictureMetadata:
        """The address is where the chart stands on the web; it has none while that is not known."""
        public = self.site.settings.public_url
        address = absolute_url(public, scene.href) if public else ""
        return PictureMetadata(scene.title, scene.source_line, self.site.version, address)

    def _made(self, poster: Poster, scale: int, imprint: PictureMetadata) -> bytes:
        return self._png(write_picture(poster, id_prefix="picture", palette=LIGHT, imprint=imprint), scale, imprint)

    def _png(self, drawing: str, scale: int, imprint: PictureMetadata) -> bytes:
        try:
            return write_png(drawing, self.fonts, scale=scale, imprint=imprint)
        except NoFontError as error:
            raise ApiError(503, "no-font", str(error)) from error


def pictures(site: Site, fonts: Fonts) -> Blueprint:
    """`/<lang>/charts/<chart>.svg|.png|.card.png|.square.png|.wechat.zip`, the same for views, and `/<lang>/card.png`.

    An unknown id is a 404.
    """
    routes = Blueprint("pictures", __name__)
    service = PictureService(site, fonts)
    for ending, write in _WRITERS.items():
        _add(routes, service, ending, write)

    @routes.get(RULES.page_card())
    def page_card(lang: Lang) -> Response:
        return Response(service.page_card(lang, CARD), mimetype="image/png")

    return routes


def _svg(service: PictureService, scene: Scene, _view_id: str) -> Response:
    return Response(service.drawing(scene, PictureParams.read(request.args)), mimetype="image/svg+xml")


def _png(service: PictureService, scene: Scene, _view_id: str) -> Response:
    return Response(service.pixels(scene, PictureParams.read(request.args)), mimetype="image/png")


def _card(service: PictureService, scene: Scene, _view_id: str) -> Response:
    return Response(service.card(scene, CARD), mimetype="image/png")


def _square(service: PictureService, scene: Scene, _view_id: str) -> Response:
    return Response(service.card(scene, SQUARE), mimetype="image/png")


def _wechat(service: PictureService, scene: Scene, view_id: str) -> Response:
    response = Response(service.wechat(scene.chart_id, view_id, scene.lang), mimetype="application/zip")
    name = "-".join(part for part in (scene.chart_id, view_id, scene.lang, "wechat") if part)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


_WRITERS: Mapping[str, Callable[[PictureService, Scene, str], Response]] = {
    "svg": _svg,
    "png": _png,
    "card.png": _card,
    "square.png": _square,
    "wechat.zip": _wechat,
}


def _add(
    routes: Blueprint, service: PictureService, ending: str, write: Callable[[PictureService, Scene, str], Response]
) -> None:
    def answer(lang: Lang, chart_id: str, view_id: str = "") -> Response:
        require_chart(service.site.catalog, chart_id, view_id)
        return write(service, service.site.chart(chart_id, lang, view_id), view_id)

    for rule in chart_rules(ending):
        routes.add_url_rule(rule, ending.replace(".", "-"), answer)
