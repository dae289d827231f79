"""deploy/nginx.conf in the real nginx, the program stopped: every address is there as the program would answer it."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.model.text import LANGS
from app.routes.crawlers import addresses
from app.server import build_server
from app.site import Site
from app.urls import SITE_URLS
from app.workbench.scripts import scripts
from tests.deploy.conftest import Front
from tests.deploy.response import Response

pytestmark = pytest.mark.nginx

#: What depends on the server, the moment or the transport.
OWN = {"Server", "Date", "Connection", "Last-Modified", "ETag", "Accept-Ranges", "Content-Length", "Vary"}
CHART, EMBED = "/zh/charts/firms-series", "/zh/embed/firms-series"


@pytest.fixture(scope="session")
def app(site: Site) -> Flask:
    return build_server(site, scripts())


@pytest.fixture(scope="session")
def program(app: Flask) -> FlaskClient:
    return app.test_client()


def test_every_address_is_answered_as_the_program_answers_it(
    stopped: Front, app: Flask, program: FlaskClient, site: Site
) -> None:
    responses = {path: program.get(path) for path in addresses(app.url_map, site)}
    assert len(responses) > 150
    good = {path: response for path, response in responses.items() if response.status_code == 200}
    assert len(good) > len(responses) - 20
    differences = {path: differing_parts(stopped.ask(path), expected) for path, expected in good.items()}
    assert {path: parts for path, parts in differences.items() if parts} == {}


def differing_parts(response: Response, expected: TestResponse) -> dict[str, object]:
    """Those parts of a response in which it is not what is expected."""
    headers = {name: value for name, value in expected.headers.items() if name not in OWN}
    if "Content-Disposition" in headers:
        headers["Content-Disposition"] = "attachment"
    actual = {name: value for name, value in response.headers.items() if name not in OWN}
    parts: dict[str, object] = {}
    if response.status != 200:
        parts["status"] = response.status
    if response.body != expected.data:
        parts["body"] = response.body[:100]
    if actual != headers:
        parts["headers"] = actual
    return parts


def test_every_asset_a_page_names_is_there_for_a_year(stopped: Front) -> None:
    named = set(re.findall(r"/assets/[^\"'<& ]+", stopped.ask("/zh/").body.decode()))
    assert len(named) > 10
    responses = {path: stopped.ask(path) for path in named}
    states = {path: (each.status, each.headers["Cache-Control"]) for path, each in responses.items()}
    assert states == dict.fromkeys(named, (200, "public, max-age=31536000, immutable"))


@pytest.mark.parametrize("path", ["/zh/", CHART, EMBED, f"{CHART}.svg", f"{CHART}.csv", "/api/v1/charts", "/embed.js"])
@pytest.mark.parametrize(("encoding", "expand"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_the_compressed_twin_is_sent_to_who_can_read_it(
    stopped: Front, path: str, encoding: str, expand: "type[bytes]"
) -> None:
    plain, small = stopped.ask(path), stopped.ask(path, Accept_Encoding=encoding)
    assert small.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in small.headers["Vary"]
    assert len(small.body) < len(plain.body)
    assert expand(small.body) == plain.body
    assert small.headers["Content-Type"] == plain.headers["Content-Type"]


def test_an_unchanged_file_is_not_sent_again(stopped: Front) -> None:
    etag = stopped.ask(CHART).headers["ETag"]
    again = stopped.ask(CHART, If_None_Match=etag)
    assert (again.status, again.body) == (304, b"")
    assert again.headers["Cache-Control"].startswith("public, max-age=60")


UNKNOWN = [
    "/nope",
    "/zh/nope",
    "/en/charts/nope",
    "/en/charts/nope?x=1",
    "/zh/embed/nope",
    "/en/embed/nope?theme=dark",
    "/en/embed/",
    "/zh/charts/nope.svg",
    "/zh/charts/nope.png?width=300",
    "/assets/site.0000000000000000.css",
    "/zh/charts/firms-series/",
    "/zh/charts/firms-series/index.html",
    "/zh/charts/firms-series/index.html.br",
    "/zh/charts/firms-series.svg.gz",
    "/404.html",
    "/v/2026.10/zh/embed/firms-series",
    "/v/2026.11/en/embed/nope?theme=dark",
    "/v/2026.11/zh/charts/nope.svg",
    "/v/nope",
]


@pytest.mark.parametrize("path", UNKNOWN)
def test_what_is_not_there_is_a_404_in_the_shape_of_its_route(stopped: Front, program: FlaskClient, path: str) -> None:
    answer = stopped.ask(path)
    expected = program.get(path.partition("?")[0])
    assert answer.status == 404
    assert answer.headers["Content-Type"] == expected.content_type
    for name in ("Content-Security-Policy", "Cross-Origin-Resource-Policy", "X-Content-Type-Options"):
        assert answer.headers[name] == expected.headers[name], name
    assert answer.headers["Cache-Control"] == "public, max-age=10"
    if "/en/" in path and answer.headers["Content-Type"].startswith("text/html"):
        assert b'lang="en"' in answer.body


FRONT = [
    ("", "/zh/"),
    ("en-GB,en;q=0.9", "/en/"),
    ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"),
    ("en;q=0.9,zh;q=0.1", "/en/"),
    ("fr,en;q=0.5", "/en/"),
    ("fr", "/zh/"),
    ("*", "/zh/"),
    ("men,xenon", "/zh/"),
]


@pytest.mark.parametrize(("accepted", "target"), FRONT)
def test_the_front_door_leads_to_the_readers_language(stopped: Front, accepted: str, target: str) -> None:
    answer = stopped.ask("/?topic=ai", Accept_Language=accepted)
    assert (answer.status, answer.headers["Location"]) == (302, f"{target}?topic=ai")
    assert "Accept-Language" in answer.headers["Vary"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("lang", LANGS)
def test_a_language_without_its_slash_leads_to_its_front_page(stopped: Front, lang: str) -> None:
    answer = stopped.ask(f"/{lang}", Host="evil.example")
    assert (answer.status, answer.headers["Location"]) == (308, f"/{lang}/")


CHOICES = [
    "/zh/?topic=ai",
    "/en/explore?i=firms",
    "/zh/compare?topic=ai",
    "/en/timeline?topic=ai",
    "/zh/indicators?topic=ai",
    "/en/search?q=2400",
]


@pytest.mark.parametrize("path", CHOICES)
def test_a_choice_that_nobody_can_make_leads_to_the_page_and_its_line(stopped: Front, path: str) -> None:
    answer = stopped.ask(path)
    plain = path.partition("?")[0]
    assert (answer.status, answer.headers["Location"]) == (303, f"{plain}#resting")
    assert answer.headers["Cache-Control"] == "no-store"
    assert b'id="resting"' in stopped.ask(plain).body


def test_a_text_sent_to_be_checked_is_told_that_nobody_is_there(stopped: Front) -> None:
    answer = stopped.ask("/zh/check", method="POST")
    assert (answer.status, answer.headers["Location"]) == (303, "/zh/check#resting")


def test_a_picture_in_another_look_comes_as_it_usually_looks(stopped: Front) -> None:
    assert stopped.ask(f"{CHART}.png?theme=dark").body == stopped.ask(f"{CHART}.png").body


@pytest.mark.parametrize("query", ["theme=dark&accent=123456", "table=0&", "from=2023&theme=dark", "utm_source=x"])
def test_an_embed_comes_whatever_is_asked_of_it(stopped: Front, query: str) -> None:
    answer = stopped.ask(f"{EMBED}?{query}")
    assert (answer.status, answer.body) == (200, stopped.ask(EMBED).body)
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


def test_a_released_picture_in_another_look_is_not_stood_in_for(stopped: Front) -> None:
    """It may be kept for a year."""
    answer = stopped.ask(f"/v/2026.11{CHART}.svg?theme=dark")
    assert (answer.status, answer.headers["Cache-Control"]) == (503, "no-store")
    assert json.loads(answer.body)["error"]["code"] == "resting"


def test_a_fixed_embed_says_what_has_changed_since_though_the_program_rests(stopped: Front) -> None:
    assert "此后有更新" in stopped.ask(f"/v/2026.11{EMBED}?theme=dark").body.decode()


SILENT = [
    "/oembed?url=x",
    "/workbench/_dash-layout",
    "/healthz",
    "/readyz",
    "/api/v1/charts?limit=1",
    "/api/v1/search?q=x",
    "/zh/explore.csv?i=firms",
    "/en/brief.xlsx",
]


@pytest.mark.parametrize("path", SILENT)
def test_what_needs_the_program_says_that_it_rests(stopped: Front, path: str) -> None:
    answer = stopped.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (503, "application/json")
    assert json.loads(answer.body)["error"]["code"] == "resting"
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_file_beside_what_is_served_can_be_had(stopped: Front, baked: Path) -> None:
    names = [each.relative_to(baked) for each in baked.rglob("*") if each.is_file() and "public" not in each.parts]
    ways = ("/", "/zh/../../", "/zh/%2e%2e/%2e%2e/", "/zh/embed/%2e%2e%2f%2e%2e%2f", "/zh/%00/../../")
    paths = [f"{way}{name}" for name in names for way in ways]
    assert paths
    assert [path for path in paths if stopped.ask(path).status not in (400, 404)] == []


@pytest.mark.parametrize("path", ["/", "/zh/", "/nope", EMBED, "/oembed", SITE_URLS.loader()])
def test_no_answer_tells_a_version_or_sets_a_cookie(stopped: Front, path: str) -> None:
    response = stopped.ask(path)
    assert response.headers["Server"] == "nginx"
    assert "Set-Cookie" not in response.headers
