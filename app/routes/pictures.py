"""Charts as pictures: to take along, for who shares an address, and for articles in WeChat."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, request

from app.charts.frames.shaped import CARD, SQUARE
from app.fonts import Fonts
from app.model.text import LANGS, Lang
from app.routes.picture_params import PictureParams
from app.routes.picture_service import PictureService
from app.routes.require_chart import require_chart
from app.site import Site
from app.urls import Urls

#: (chart, view or "", language) to the answer.
Write = Callable[[str, str, Lang], Response]


def pictures(site: Site, fonts: Fonts) -> Blueprint:
    """`/<lang>/charts/<chart>.svg|.png|.card.png|.square.png|.wechat.zip`, the same for views, and `/<lang>/card.png`.

    An unknown id is a 404.
    """
    routes = Blueprint("pictures", __name__)
    studio = PictureService(site, fonts)
    for lang in LANGS:
        for ending, write in _writers(studio).items():
            _add(routes, site, lang, ending, write)
        _add_page_card(routes, studio, lang)
    return routes


def _writers(studio: PictureService) -> Mapping[str, Write]:
    scene = studio.site.chart

    def vector(chart_id: str, view_id: str, lang: Lang) -> Response:
        return Response(
            studio.drawing(scene(chart_id, lang, view_id), PictureParams.read(request.args)), mimetype="image/svg+xml"
        )

    def packed(chart_id: str, view_id: str, lang: Lang) -> Response:
        answer = Response(studio.wechat(chart_id, view_id, lang), mimetype="application/zip")
        name = "-".join(part for part in (chart_id, view_id, lang, "wechat") if part)
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
        return answer

    return {
        "svg": vector,
        "png": lambda chart, view, lang: _png(
            studio.pixels(scene(chart, lang, view), PictureParams.read(request.args))
        ),
        "card.png": lambda chart, view, lang: _png(studio.card(scene(chart, lang, view), CARD)),
        "square.png": lambda chart, view, lang: _png(studio.card(scene(chart, lang, view), SQUARE)),
        "wechat.zip": packed,
    }


def _png(body: bytes) -> Response:
    return Response(body, mimetype="image/png")


def _add(routes: Blueprint, site: Site, lang: Lang, ending: str, write: Write) -> None:
    def answer(chart_id: str, view_id: str = "") -> Response:
        require_chart(site.catalog, chart_id, view_id)
        return write(chart_id, view_id, lang)

    name = ending.replace(".", "-")
    routes.add_url_rule(Urls(lang).chart("<chart_id>", format=ending), f"{name}-{lang}", answer)
    routes.add_url_rule(Urls(lang).chart("<chart_id>", "<view_id>", format=ending), f"{name}-view-{lang}", answer)


def _add_page_card(routes: Blueprint, studio: PictureService, lang: Lang) -> None:
    def answer() -> Response:
        return _png(studio.page_card(lang, CARD))

    routes.add_url_rule(Urls(lang).page_card(), f"page-card-{lang}", answer)
