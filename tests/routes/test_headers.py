"""The headers of every kind of route and status, held to the design's table."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.inline import source_hash
from app.routes import errors
from app.routes.headers import headers
from app.settings import Settings
from app.site import Site
from app.urls import SITE_URLS
from app.workbench import guard
from tests.conftest import TINY
from tests.workbench.body import body, post

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
PAGE = EVERYWHERE | {"X-Frame-Options": "SAMEORIGIN", "Cross-Origin-Resource-Policy": "same-origin"}
ASSET = EVERYWHERE | {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
MINUTES = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"
ROUTES: list[tuple[str, int, dict[str, str], str]] = [
    ("/zh/", 200, PAGE, MINUTES),
    ("/en/", 200, PAGE, MINUTES),
    ("/en/topics/ai", 200, PAGE, MINUTES),
    ("/", 302, PAGE, MINUTES),
    ("/zh", 308, PAGE, MINUTES),
    ("/nope", 404, PAGE, "public, max-age=10"),
    ("/zh/topics/nope", 404, PAGE, "public, max-age=10"),
    ("<asset>", 200, ASSET, "public, max-age=31536000, immutable"),
    ("/assets/site.0000000000000000.css", 404, ASSET, "public, max-age=10"),
    (SITE_URLS.health(), 200, EVERYWHERE, "no-store"),
    (SITE_URLS.ready(), 200, EVERYWHERE, "no-store"),
    ("/workbench/_dash-layout", 200, EVERYWHERE, "no-store"),
    ("/workbench/nope", 404, EVERYWHERE, "no-store"),
    (guard.CALLBACK, 405, EVERYWHERE, "no-store"),
]
POLICY = (
    r"default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; "
    r"style-src 'self'( 'sha256-[A-Za-z0-9+/=]{44}')+; "
    r"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    r"form-action 'self'; object-src 'none'; frame-src 'self'; frame-ancestors 'self'"
)


@pytest.mark.parametrize(("path", "status", "expected", "cache"), ROUTES)
def test_a_route_has_its_headers(
    client: FlaskClient, path: str, status: int, expected: dict[str, str], cache: str
) -> None:
    answer = client.get(asset_of(client) if path == "<asset>" else path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert answer.headers["Cache-Control"] == cache
    assert "Set-Cookie" not in answer.headers
    assert "Strict-Transport-Security" not in answer.headers
    assert "fullscreen=(self)" in answer.headers["Permissions-Policy"]
    assert ("ETag" in answer.headers) == (status == 200 and expected is not EVERYWHERE)


def test_the_pages_policy_is_the_designs(client: FlaskClient) -> None:
    assert re.fullmatch(POLICY, client.get("/zh/").headers["Content-Security-Policy"])


def test_a_page_writes_no_style_or_script_but_those_its_policy_names(client: FlaskClient) -> None:
    answer = client.get("/zh/")
    assert " style=" not in answer.text
    inline = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", answer.text, re.DOTALL)
    assert len(inline) == 2
    assert all(source_hash(each) in answer.headers["Content-Security-Policy"] for each in inline)
    assert not re.search(r"<script(?! src=|>| type=\"application/(json|ld\+json)\")", answer.text)


def test_a_page_is_painted_with_its_first_answer(client: FlaskClient) -> None:
    """A browser asks for what stands in a template when a script of the page itself takes it out, and not before."""
    asked_for = re.sub(r"<template.*?</template>", "", client.get("/zh/").text, flags=re.DOTALL)
    assert "stylesheet" not in asked_for
    assert "<script src" not in asked_for


def test_a_callback_is_never_stored(client: FlaskClient) -> None:
    answer = post(client, body())
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


SECURE = [("", False), ("http://example.org", False), ("https://example.org", True)]


@pytest.mark.parametrize(("public_url", "secure"), SECURE)
def test_https_is_promised_only_where_the_public_address_has_it(public_url: str, secure: bool) -> None:
    assert ("Strict-Transport-Security" in headers("/zh/", 200, public_url=public_url)) == secure


@pytest.mark.parametrize("status", [400, 403, 405, 413, 500])
def test_a_refusal_is_not_stored(status: int) -> None:
    assert headers("/zh/", status, public_url="")["Cache-Control"] == "no-store"


def test_an_unchanged_page_is_not_sent_again(client: FlaskClient) -> None:
    etag = client.get("/zh/").headers["ETag"]
    again = client.get("/zh/", headers={"If-None-Match": etag, "Accept-Encoding": "br"})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == MINUTES


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize("path", ["/zh/", "<asset>"])
def test_pages_and_assets_are_compressed_for_those_who_can_read_it(
    client: FlaskClient, path: str, encoding: str
) -> None:
    address = asset_of(client) if path == "<asset>" else path
    plain, small = client.get(address), client.get(address, headers={"Accept-Encoding": encoding})
    assert small.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in small.headers["Vary"]
    assert len(small.data) < len(plain.data) / 2


def test_a_page_that_fails_says_so_in_a_page_without_a_trace(site: Site) -> None:
    server = Flask("failing", static_folder=None)
    errors.install_errors(server, lambda status, path: f"page {status} {path}")
    server.add_url_rule("/zh/broken", view_func=lambda: str(1 / 0))
    answer = server.test_client().get("/zh/broken")
    assert (answer.status_code, answer.text) == (500, "page 500 /zh/broken")


def test_debug_is_off(server: Flask) -> None:
    assert not server.debug
    assert not Settings(datasets=TINY).debug


def asset_of(client: FlaskClient) -> str:
    """The address of one of the page's scripts."""
    found = re.search(r'src="(/assets/reader\.[0-9a-f]{16}\.js)"', client.get("/zh/").text)
    assert found
    return found[1]
