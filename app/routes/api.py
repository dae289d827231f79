"""The API's addresses: read what is asked, answer its rows as JSON or CSV."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from app.api.claims import claims_path
from app.api.collection import ApiCollection, Page, collections
from app.api.openapi import openapi
from app.api.query import Args, ParameterError, RowQuery, read_query
from app.api_error import ApiError
from app.data.table import Row
from app.model.text import Lang
from app.renderers.tabular import json_value, write_csv_lines
from app.routes.headers import limit_answer, limit_query
from app.site import Site
from app.strings import word
from app.urls import SITE_URLS


def api(site: Site) -> Blueprint:
    """Everything under `/api/v1/`; each answer is the one shape of success or of refusal."""
    routes = Blueprint("api", __name__, url_prefix=SITE_URLS.api().rstrip("/"))
    routes.before_request(limit_query)
    listed = collections(site)
    document = openapi(
        listed, title=site.catalog.overview.name.en, version=site.version, more={"/claims": claims_path()}
    )
    _add(routes, "/", "index", lambda: _document(_index(listed, site.version)))
    _add(routes, "/openapi.json", "openapi", lambda: _document(document))
    for each in listed:
        _many(routes, each, site.version)
        if each.one is not None:
            _single(routes, each, each.one, site.version)
    return routes


def _add(routes: Blueprint, rule: str, endpoint: str, view: Callable[..., Response]) -> None:
    routes.add_url_rule(rule, endpoint, view, methods=["GET"])


def _many(routes: Blueprint, each: ApiCollection, version: str) -> None:
    def answer() -> Response:
        try:
            page = each.answer(_args())
        except ParameterError as error:
            raise _refusal(error) from None
        return _rows(each, page, version)

    _add(routes, f"/{each.name}", each.name, answer)


def _single(routes: Blueprint, each: ApiCollection, one: Callable[[str], Row], version: str) -> None:
    def answer(name: str) -> Response:
        try:
            query = read_query(RowQuery, _args(), {})
            row = one(name)
        except ParameterError as error:
            raise _refusal(error) from None
        except KeyError:
            raise ApiError(404, "not-found", f"nothing in {each.name} has this id", "path") from None
        return _rows(each, Page([row], 1, is_csv=query.format == "csv"), version)

    _add(routes, f"/{each.name}/<path:name>", f"{each.name}-one", answer)


def _args() -> Args:
    return request.args.to_dict(flat=False)


def _refusal(error: ParameterError) -> ApiError:
    return ApiError(400, "bad-parameter", str(error), error.where)


def _rows(each: ApiCollection, page: Page, version: str) -> Response:
    names = [column.name for column in each.columns]
    if page.is_csv:
        body = limit_answer(write_csv_lines(names, page.rows))
        return Response(body, content_type="text/csv; charset=utf-8")
    data = [{name: json_value(value) for name, value in zip(names, row, strict=True)} for row in page.rows]
    meta = {"count": len(data), "total": page.total, "next": _next(page), "data_version": version}
    return _document({"data": data, "meta": meta})


def _next(page: Page) -> str | None:
    """The address of the rows that follow: what was asked, but behind the last one given."""
    if not page.last:
        return None
    pairs = [(name, value) for name, value in request.args.items() if name != "after"]
    return f"{request.path}?{urlencode([*pairs, ('after', page.last)])}"


def _document(content: Mapping[str, Any]) -> Response:
    return Response(limit_answer(json.dumps(content, ensure_ascii=False) + "\n"), content_type="application/json")


def _index(listed: tuple[ApiCollection, ...], version: str) -> Mapping[str, Any]:
    """What there is, in the shape of every other answer."""
    rows = [{"name": each.name, "address": SITE_URLS.api(each.name), "about": each.about.en} for each in listed]
    rows.append(
        {"name": "claims", "address": SITE_URLS.claims(), "about": f"POST: {word('collection_claims', Lang.EN)}"}
    )
    rows.append({"name": "openapi", "address": SITE_URLS.api("openapi.json"), "about": "this API as OpenAPI 3.1"})
    return {"data": rows, "meta": {"count": len(rows), "total": len(rows), "next": None, "data_version": version}}
