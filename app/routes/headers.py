"""The headers of every answer, by the kind of its route and its status; what one answer may cost."""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from flask import Flask, Response, request

from app import stage_head
from app.api_error import ApiError
from app.inline import EMBED, PAGE, source_hash
from app.urls import MOST_QUERY, SITE_URLS, WORKBENCH

#: Of the style sheets that Dash and Plotly insert while they run. They belong to the pinned versions: a browser test
#: fails when one is missing, and `python -m tests.browser.collect_style_hashes` collects them anew.
STYLE_HASHES_FILE = Path(__file__).with_name("style_hashes.json")
STYLE_HASHES: tuple[str, ...] = tuple(
    f"'{hash_}'" for hash_ in json.loads(STYLE_HASHES_FILE.read_text(encoding="utf-8"))["hashes"]
)


#: The largest answer that is made for one request, in bytes.
MOST_ANSWER = 1_000_000


def limit_query() -> None:
    """Raises ApiError 414 for a query beyond the limit, before anything of it is read."""
    if len(request.query_string) > MOST_QUERY:
        raise ApiError(414, "too-long", f"the query is longer than {MOST_QUERY} bytes", "query")


def limit_answer(body: str | bytes, *, fewer: str = "rows with limit", where: str = "limit") -> bytes:
    """The answer as bytes; raises ApiError 400 where it is larger than an answer may be.

    `fewer` says what to ask for instead, `where` which part of the request decides it.
    """
    data = body.encode() if isinstance(body, str) else body
    if len(data) > MOST_ANSWER:
        sentence = f"the answer would be larger than {MOST_ANSWER:,} bytes; ask for fewer {fewer}"
        raise ApiError(400, "answer-too-large", sentence, where)
    return data


_PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {source_hash(PAGE.script)}",
        f"style-src 'self' {' '.join((source_hash(PAGE.style), *STYLE_HASHES))}",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
    )
)
#: Any page may frame an embed; its two inline pieces are allowed by their hashes, and nothing of it is sent anywhere.
_EMBED_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {source_hash(EMBED.script)}",
        f"style-src 'self' {source_hash(EMBED.style)}",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "frame-ancestors *",
    )
)
_MINUTES = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"
_A_YEAR = "public, max-age=31536000, immutable"
#: An address that is not there today may be there after the next release.
_NOT_THERE = "public, max-age=10"
_NEVER = "no-store"
_YEARS_OF_HTTPS = "max-age=63072000; includeSubDomains"


class ResponseKind(StrEnum):
    """What is served under an address."""

    PAGE = "page"
    EMBED = "embed"
    STAGE = "stage"
    DECK = "deck"
    ASSET = "asset"
    RELEASED = "released"
    COPY = "copy"
    TALK = "talk"


_UNUSED = ("accelerometer", "camera", "geolocation", "microphone", "payment", "usb")
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join((*(f"{name}=()" for name in _UNUSED), "fullscreen=(self)")),
}


def _own_frame(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'self'",
        "X-Frame-Options": "SAMEORIGIN",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


_BY_KIND: Mapping[ResponseKind, dict[str, str]] = {
    ResponseKind.PAGE: {
        "Content-Security-Policy": _PAGE_POLICY,
        "X-Frame-Options": "SAMEORIGIN",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    },
    ResponseKind.EMBED: {
        "Content-Security-Policy": _EMBED_POLICY,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
    },
    ResponseKind.STAGE: _own_frame(stage_head.stage_policy()),
    #: A story in one file: it holds all that it needs, and its own policy once more, for when it is opened from disk.
    ResponseKind.DECK: _own_frame(stage_head.policy()),
    ResponseKind.ASSET: {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    },
    ResponseKind.RELEASED: {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, X-Data-Version",
    },
    ResponseKind.COPY: {
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, X-Data-Version",
    },
    ResponseKind.TALK: {},
}
#: By prefix or ending. Pictures and data to take along, whose content may change, are copies.
PATTERNS: Mapping[ResponseKind, str] = {
    ResponseKind.ASSET: r"/assets/.*",
    ResponseKind.TALK: rf"{WORKBENCH.rstrip('/')}.*|{SITE_URLS.health()}|{SITE_URLS.ready()}",
    # A page of a story is baked as the index of a folder, which is no deck.
    ResponseKind.STAGE: r"/(zh|en)/present/(?!index\.).*",
    ResponseKind.DECK: r"/(zh|en)/stories/(?!index\.)[^/]+\.html",
    ResponseKind.EMBED: r"(/v/[^/]*)?/(zh|en)/embed/.*",
    ResponseKind.RELEASED: r"/v/.*",
    ResponseKind.COPY: (
        r"/(zh|en)/charts/.*\.(svg|png|zip|csv|xlsx|pptx|json|bib|ris|txt)|/(zh|en)/brief\.(xlsx|css)"
        r"|/(zh|en)/stories/.*\.pptx"
        r"|/(zh|en)/(explore|compare)\.(csv|xlsx|json)"
        r"|/(zh|en)/card\.png|/data/.*|/api/.*|/embed\.js|/oembed"
        r"|/feed\.xml|/changes\.json"
    ),
}
_KINDS = {which: re.compile(pattern, re.DOTALL) for which, pattern in PATTERNS.items()}
#: What may be kept; every other answer is for once.
STATUSES = (200, 302, 304, 308, 404)
_CACHE = {
    ResponseKind.PAGE: _MINUTES,
    ResponseKind.EMBED: _MINUTES,
    ResponseKind.STAGE: _MINUTES,
    ResponseKind.DECK: _MINUTES,
    ResponseKind.ASSET: _A_YEAR,
    ResponseKind.RELEASED: _A_YEAR,
    ResponseKind.COPY: _MINUTES,
    ResponseKind.TALK: _NEVER,
}


def response_kind(path: str) -> ResponseKind:
    """By its prefix or its ending: an unknown address is answered with a page."""
    return next((which for which, pattern in _KINDS.items() if pattern.fullmatch(path)), ResponseKind.PAGE)


def headers(path: str, status: int, *, public_url: str) -> Mapping[str, str]:
    """All that the route and status decide; what depends on the body (ETag, type, length) is not here."""
    return headers_of(response_kind(path), status, public_url=public_url)


def headers_of(which: ResponseKind, status: int, *, public_url: str) -> Mapping[str, str]:
    """As `headers`, for a kind of route."""
    if which in (ResponseKind.STAGE, ResponseKind.DECK) and status >= 400:
        which = ResponseKind.PAGE
    secure = {"Strict-Transport-Security": _YEARS_OF_HTTPS} if public_url.startswith("https:") else {}
    return _EVERYWHERE | _BY_KIND[which] | secure | {"Cache-Control": _cache(which, status)}


def _cache(which: ResponseKind, status: int) -> str:
    if which is ResponseKind.TALK or status not in STATUSES:
        return _NEVER
    return _NOT_THERE if status == 404 else _CACHE[which]


def install_headers(server: Flask, *, public_url: str, data_version: str) -> None:
    """Put the headers on every answer, and an ETag on every page; `data_version` names the data of all but releases."""

    @server.after_request
    def complete(answer: Response) -> Response:
        answer.headers.update(headers(request.path, answer.status_code, public_url=public_url))
        answer.headers.setdefault("X-Data-Version", data_version)
        if request.method == "POST":
            answer.headers["Cache-Control"] = _NEVER
        if "Location" in answer.headers:
            answer.headers["Location"] = _path_of(answer.headers["Location"])
        if (
            answer.status_code == 200
            and response_kind(request.path) is not ResponseKind.TALK
            and request.method != "POST"
        ):
            answer.add_etag(weak=response_kind(request.path) not in (ResponseKind.ASSET, ResponseKind.RELEASED))
            answer.make_conditional(request)
        return answer


def _path_of(location: str) -> str:
    """A redirect's target without scheme and host: Flask takes those from the request, which a stranger writes."""
    own = request.host_url.rstrip("/")
    path = location.removeprefix(own)
    return "/" + path.lstrip("/\\")
