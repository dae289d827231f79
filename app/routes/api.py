"""The API's addresses: read what is asked, answer its rows as JSON or CSV."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from app.api.claims import ABOUT, claims_path
from app.api.collection import ApiCollection, Page
from app.api.collections import collections
from app.api.openapi import openapi
from app.api.parameter import FORMAT, ParameterError, read_all
from app.api_error import ApiError
from app.renderers.delimited import delimited
from app.renderers.tidy import json_value
from app.routes.limits import limit_answer, limit_query
from app.site import Site
from app.urls import SITE_URLS


def api(site: Site) -> Blueprint:
    """Everything under `/api/v1/`; each answer is the one shape of success or of refusal."""
    routes = Blueprint("api", __name__, url_prefix=SITE_URLS.api().rstrip("/"))
    routes.before_request(limit_query)
    found = collections(site)
    document = openapi(
        found, title=site.catalog.overview.name.en, version=site.version, more={"/claims": claims_path()}
    )
    _add(routes, "/", "index", lambda: _document(_index(found, site.version)))
    _add(routes, "/openapi.json", "openapi", lambda: _document(document))
    for each in found:
        _many(routes, each, site.version)
        if each.one is not None:
            _single(routes, each, site.version)
    return routes


def _add(routes: Blueprint, rule: str, endpoint: str, view: Callable[..., Response]) -> None:
    routes.add_url_rule(rule, endpoint, view, methods=["GET"])


def _many(routes: Blueprint, each: ApiCollection, version: str) -> None:
    def answer() -> Response:
        asked = _asked(each.parameters)
        page = each.answer(asked)
        return _rows(each, page, version, is_csv=asked.get("format") == "csv")

    _add(routes, f"/{each.name}", each.name, answer)


def _single(routes: Blueprint, each: ApiCollection, version: str) -> None:
    def answer(name: str) -> Response:
        asked = _asked((FORMAT,))
        assert each.one is not None
        try:
            row = each.one(name)
        except KeyError:
            raise ApiError(404, "not-found", f"nothing in {each.name} has this id", "path") from None
        return _rows(each, Page([row], 1), version, is_csv=asked.get("format") == "csv")

    _add(routes, f"/{each.name}/<path:name>", f"{each.name}-one", answer)


def _asked(parameters: tuple[Any, ...]) -> Mapping[str, object]:
    try:
        return read_all(parameters, request.args.to_dict(flat=False))
    except ParameterError as error:
        raise ApiError(400, "bad-parameter", str(error), error.where) from None


def _rows(each: ApiCollection, page: Page, version: str, *, is_csv: bool) -> Response:
    names = [column.name for column in each.columns]
    if is_csv:
        body = limit_answer(delimited(names, page.rows))
        return Response(body, content_type="text/csv; charset=utf-8")
    data = [{name: json_value(value) for name, value in zip(names, row, strict=True)} for row in page.rows]
    meta = {"count": len(data), "total": page.total, "next": _next(page), "data_version": version}
    return _document({"data": data, "meta": meta})


def _next(page: Page) -> str | None:
    """The address of the rows that follow: what was asked, but behind the last one given."""
    if not page.last:
        return None
    kept = [(name, value) for name, value in request.args.items() if name != "after"]
    return f"{request.path}?{urlencode([*kept, ('after', page.last)])}"


def _document(content: Mapping[str, Any]) -> Response:
    return Response(limit_answer(json.dumps(content, ensure_ascii=False) + "\n"), content_type="application/json")


def _index(found: tuple[ApiCollection, ...], version: str) -> Mapping[str, Any]:
    """What there is, in the shape of every other answer."""
    rows = [{"name": each.name, "address": SITE_URLS.api(each.name), "about": each.about.en} for each in found]
    rows.append({"name": "claims", "address": SITE_URLS.claims(), "about": f"POST: {ABOUT.en}"})
    rows.append({"name": "openapi", "address": SITE_URLS.api("openapi.json"), "about": "this API as OpenAPI 3.1"})
    return {"data": rows, "meta": {"count": len(rows), "total": len(rows), "next": None, "data_version": version}}
