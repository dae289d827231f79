"""Hashed assets, and the loader of embeds under its own name; compressed once."""

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.assets import Assets, file_response
from app.urls import SITE_URLS


def files(assets: Assets) -> Blueprint:
    """`/assets/<name>.<fingerprint>.<ending>`; another fingerprint is another file, and not there."""
    routes = Blueprint("files", __name__)

    @routes.get("/assets/<path:_name>")
    def file(_name: str) -> Response:
        try:
            return file_response(assets.at(request.path))
        except KeyError:
            raise ApiError(404, "not-found", "there is no such file", "path") from None

    @routes.get(SITE_URLS.loader())
    def loader() -> Response:
        return file_response(assets.at(assets.href("embed-loader.js")))

    return routes
