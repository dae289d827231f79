"""Assets, and the data set as files."""

from functools import cached_property

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.assets import Assets, file_response
from app.model.text import Lang
from app.renderers.package import write_dataset_yaml, write_package
from app.renderers.tabular import BOM, write_csv, write_json
from app.routes.headers import limit_query
from app.site import Site
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


class Whole:
    """The files of the whole data set, each made at the first request for it and then kept."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def package(self) -> bytes:
        site = self._site
        return write_package(site.tables, write_dataset_yaml(site.catalog), site.edition(Lang.EN))

    @cached_property
    def csv(self) -> bytes:
        return (BOM + write_csv(self._site.observations)).encode()

    @cached_property
    def json(self) -> bytes:
        return write_json(self._site.observations).encode()


def data(site: Site) -> Blueprint:
    """`/data/package.zip`, `/data/observations.csv`, `/data/observations.json`."""
    routes = Blueprint("data", __name__)
    routes.before_request(limit_query)
    whole = Whole(site)

    @routes.get(SITE_URLS.package())
    def zipped() -> Response:
        return _file(whole.package, "application/zip", "beijing-innovation-figures.zip")

    @routes.get(SITE_URLS.observations(format="csv"))
    def rows() -> Response:
        return _file(whole.csv, "text/csv; charset=utf-8", "observations.csv")

    @routes.get(SITE_URLS.observations(format="json"))
    def objects() -> Response:
        return _file(whole.json, "application/json", "observations.json")

    return routes


def _file(body: bytes, content_type: str, name: str) -> Response:
    answer = Response(body, content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
