"""Charts as pictures: to take along, for who shares an address, and for articles in WeChat."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, request

from app.charts.frames.shaped import CARD, SQUARE
from app.charts.scene import Scene
from app.fonts import Fonts
from app.model.text import Lang
from app.routes.chart_files import chart_rules, require_chart
from app.routes.picture_params import PictureParams
from app.routes.picture_service import PictureService
from app.site import Site
from app.urls import RULES


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
