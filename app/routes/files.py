"""Hashed assets, compressed once."""

from flask import Blueprint, Response, request

from app.answer import Refusal
from app.assets import Asset, Assets


def files(assets: Assets) -> Blueprint:
    """`/assets/<name>.<fingerprint>.<ending>`; another fingerprint is another file, and not there."""
    routes = Blueprint("files", __name__)

    @routes.get("/assets/<path:_name>")
    def file(_name: str) -> Response:
        try:
            return _answer(assets.at(request.path))
        except KeyError:
            raise Refusal(404, "not-found", "there is no such file", "path") from None

    return routes


def _answer(asset: Asset) -> Response:
    encoding = request.accept_encodings.best_match(asset.encodings)
    answer = Response(asset.encodings[encoding] if encoding else asset.body, mimetype=asset.mimetype)
    if encoding:
        answer.content_encoding = encoding
    answer.vary.add("Accept-Encoding")
    answer.set_etag(f"{asset.fingerprint}{encoding or ''}")
    return answer
