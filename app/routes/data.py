"""The whole data set in one file: the package, and all observations alone."""

from functools import cached_property

from flask import Blueprint, Response

from app.model.text import Lang
from app.renderers.dataset_yaml import dataset_yaml
from app.renderers.package import package
from app.renderers.tabular import BOM, write_csv, write_json
from app.routes.limits import limit_query
from app.site import Site
from app.urls import SITE_URLS


class Whole:
    """The files of the whole data set, each made at the first request for it and then kept."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def package(self) -> bytes:
        site = self._site
        return package(site.tables, dataset_yaml(site.catalog), site.edition(Lang.EN))

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
