"""OpenAPI 3.1 of the collections, made from the same declarations as the routes."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.api.collection import ApiCollection
from app.api.query import Parameter
from app.data.table import ColumnSchema, ColumnType
from app.urls import SITE_URLS

_TYPES = {
    ColumnType.ID: "string",
    ColumnType.TEXT: "string",
    ColumnType.WHOLE: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.TRUTH: "boolean",
    ColumnType.DAY: "string",
}
_ERROR = {
    "type": "object",
    "required": ["error"],
    "additionalProperties": False,
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "where"],
            "additionalProperties": False,
            "properties": {name: {"type": "string"} for name in ("code", "message", "where")},
        }
    },
}
_META = {
    "type": "object",
    "required": ["count", "total", "next", "data_version"],
    "properties": {
        "count": {"type": "integer", "minimum": 0, "description": "rows in this answer"},
        "total": {"type": "integer", "minimum": 0, "description": "rows found"},
        "next": {"type": ["string", "null"], "description": "path of the next rows; null where nothing follows"},
        "data_version": {"type": "string"},
    },
}
_REFUSALS = {
    "400": "A parameter is unknown, given twice, missing or not right; `where` names it.",
    "404": "There is nothing at this address.",
    "405": "It can only be read.",
    "413": "What was sent is too long.",
    "414": "The query is too long.",
    "415": "What was sent is not JSON.",
}


def openapi(
    collections: Sequence[ApiCollection], *, title: str, version: str, more: Mapping[str, Any]
) -> dict[str, Any]:
    """The document; `more` are the path items that no collection gives. Addresses are below `servers`."""
    paths: dict[str, Any] = {"/": {"get": _plain("index", "What there is")}}
    paths["/openapi.json"] = {"get": _plain("openapi", "This document")}
    for each in collections:
        paths[f"/{each.name}"] = {"get": _many(each)}
        if each.one is not None:
            paths[f"/{each.name}/{{id}}"] = {"get": _single(each)}
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1", "description": f"Read-only, without key. Data version {version}."},
        "servers": [{"url": SITE_URLS.api().rstrip("/")}],
        "paths": paths | dict(more),
        "components": {
            "schemas": {"Error": _ERROR, "Meta": _META} | {_record(each): _schema(each) for each in collections},
            "responses": {status: _refusal(words) for status, words in _REFUSALS.items()},
        },
    }


def _many(each: ApiCollection) -> dict[str, Any]:
    return {
        "operationId": each.name,
        "summary": each.about.en,
        "parameters": [_parameter(one) for one in each.parameters],
        "responses": _responses(each, "400", "405", "414"),
    }


def _single(each: ApiCollection) -> dict[str, Any]:
    ids = {"type": "string", "minLength": 1, "maxLength": 129}
    form = next(one for one in each.parameters if one.name == "format")
    return {
        "operationId": f"{each.name}-one",
        "summary": f"one by its id: {each.about.en}",
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": ids}, _parameter(form)],
        "responses": _responses(each, "400", "404", "405", "414"),
    }


def _plain(name: str, summary: str) -> dict[str, Any]:
    answer = {"description": "JSON", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"operationId": name, "summary": summary, "responses": {"200": answer, **_refused("400", "405", "414")}}


def _responses(each: ApiCollection, *refusals: str) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{_record(each)}"}}
    whole = {
        "type": "object",
        "required": ["data", "meta"],
        "additionalProperties": False,
        "properties": {"data": rows, "meta": {"$ref": "#/components/schemas/Meta"}},
    }
    content = {"application/json": {"schema": whole}, "text/csv": {"schema": {"type": "string"}}}
    return {"200": {"description": "The rows.", "content": content}, **_refused(*refusals)}


def _refused(*statuses: str) -> dict[str, Any]:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}


def _refusal(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": "query",
        "required": one.is_required,
        "description": f"{one.about.en} / {one.about.zh}",
        "schema": dict(one.schema),
    }


def _schema(each: ApiCollection) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [column.name for column in each.columns],
        "properties": {column.name: _property(column) for column in each.columns},
    }


def _property(column: ColumnSchema) -> dict[str, Any]:
    kind = _TYPES[column.type]
    schema: dict[str, Any] = {"type": kind if column.is_required else [kind, "null"]}
    if column.choices:
        schema["enum"] = [*column.choices] if column.is_required else [*column.choices, None]
    if column.type is ColumnType.DAY:
        schema["format"] = "date"
    return schema | {"description": f"{column.about.en} / {column.about.zh}"}


def _record(each: ApiCollection) -> str:
    return each.name.capitalize()
