"""The check of a claim in OpenAPI: the one address of the API that a text is sent to."""

from typing import Any

from app.claims.checker import LONGEST_CLAIM
from app.claims.verdict import Verdict
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.strings import word

_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_QUALIFIER = {"type": "string", "enum": [kind.value for kind in Qualifier]}
_BODY = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {
        # White space alone is no claim.
        "text": {"type": "string", "minLength": 1, "maxLength": LONGEST_CLAIM, "pattern": r"\S"},
        "lang": {"type": "string", "enum": list(LANGS)},
    },
}


def claims_path() -> dict[str, Any]:
    """The path item: a text in, a verdict for each of its numbers out."""
    content = {"application/json": {"schema": _answer()}}
    refused = {status: {"$ref": f"#/components/responses/{status}"} for status in ("400", "405", "413", "415")}
    return {
        "post": {
            "operationId": "claims",
            "summary": word("collection_claims", Lang.EN),
            "requestBody": {"required": True, "content": {"application/json": {"schema": _BODY}}},
            "responses": {"200": {"description": "A finding for each number.", "content": content}, **refused},
        }
    }


def _answer() -> dict[str, Any]:
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    number = {"type": "integer", "minimum": 0}
    cut = _MAYBE | {"description": "the sentence that says so where only the first numbers were judged"}
    meta = _object({"count": number, "numbers": number, "cut": cut, "verdicts": counts, "data_version": _TEXT})
    return _object({"data": {"type": "array", "items": _finding()}, "meta": meta})


def _finding() -> dict[str, Any]:
    matched = _object({"indicator": _TEXT, "words": {"type": "array", "items": _TEXT}})
    return _object(
        {
            "start": {"type": "integer"},
            "end": {"type": "integer"},
            "text": _TEXT,
            "value": _TEXT,
            "value_to": _MAYBE,
            "qualifier": _QUALIFIER,
            "verdict": {"type": "string", "enum": [verdict.value for verdict in Verdict]},
            "verdict_words": _TEXT,
            "reason": _TEXT,
            "matched": {"type": "array", "items": matched},
            "figures": {"type": "array", "items": _figure()},
        }
    )


def _figure() -> dict[str, Any]:
    words = ("observation", "label", "period", "definition", "geography", "href")
    sentence = _object({"zh": _TEXT, "en": _TEXT})
    return _object(dict.fromkeys(words, _TEXT) | {"qualifier": _QUALIFIER, "source": _MAYBE, "sentence": sentence})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}
