"""The few addresses that are neither pages nor files: the front door and the two health questions."""

from typing import Any

from flask import Blueprint, Flask, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import SITE_URLS, Urls


def front_door(site: Site) -> Blueprint:
    """`/`, `/healthz`, `/readyz`."""
    routes = Blueprint("front-door", __name__)

    @routes.get("/")
    def front() -> BaseResponse:
        lang = request.accept_languages.best_match(LANGS, default=Lang.ZH)
        query = request.query_string.decode("ascii", "ignore")
        answer = redirect(Urls(lang).root() + (f"?{query}" if query else ""), 302)
        answer.headers["Vary"] = "Accept-Language"
        return answer

    @routes.get(SITE_URLS.health())
    def alive() -> Response:
        return jsonify(status="alive")

    @routes.get(SITE_URLS.ready())
    def ready() -> Response:
        return jsonify(status="ready", observations=len(site.catalog.observations))

    return routes


def install_language(server: Flask) -> None:
    """What an address says of its language is a `Lang` for every view."""

    @server.url_value_preprocessor
    def read_language(_: str | None, values: dict[str, Any] | None) -> None:
        if values and "lang" in values:
            values["lang"] = Lang(values["lang"])
