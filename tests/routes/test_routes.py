"""The front door, health, files and unknown addresses."""

import re

import pytest
from flask.testing import FlaskClient

from app.urls import SITE_URLS

LANGUAGES = [
    ("", "/zh/"),
    ("en", "/en/"),
    ("en-GB,en;q=0.9", "/en/"),
    ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"),
    ("en;q=0.1,zh;q=0.9", "/zh/"),
    ("fr", "/zh/"),
    ("*", "/zh/"),
    ("\x00;;;,,,q=", "/zh/"),
]


@pytest.mark.parametrize(("accepted", "target"), LANGUAGES)
def test_the_front_door_leads_to_the_readers_language(client: FlaskClient, accepted: str, target: str) -> None:
    answer = client.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.headers["Location"]) == (302, target)
    assert "Accept-Language" in answer.headers["Vary"]


def test_the_front_door_keeps_the_choice(client: FlaskClient) -> None:
    assert client.get("/?topic=ai").headers["Location"] == "/zh/?topic=ai"


@pytest.mark.parametrize("path", ["/zh", "//zh", "/en?x=//evil.example/"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80"])
def test_no_redirect_leads_to_another_host(client: FlaskClient, path: str, host: str) -> None:
    location = client.get(path, headers={"Host": host}).headers.get("Location", "/")
    assert re.match(r"/(?![/\\])", location)


def test_health_and_readiness_answer(client: FlaskClient) -> None:
    assert client.get(SITE_URLS.health()).get_json() == {"status": "alive"}
    assert client.get(SITE_URLS.ready()).get_json() == {"status": "ready", "observations": 16}


def test_every_file_a_page_names_is_there(client: FlaskClient) -> None:
    found = set(re.findall(r"/assets/[^\"']+", client.get("/zh/").text))
    assert len(found) > 10
    for address in found:
        assert client.get(address).status_code == 200


WRONG_FILES = [
    "/assets/site.css",
    "/assets/site.v1m1.css",
    "/assets/",
    "/assets/../pyproject.toml",
    "/assets/%2e%2e/pyproject.toml",
    "/assets/..%2fpyproject.toml",
    "/assets/workbench.js?x=1",
]


@pytest.mark.parametrize("address", WRONG_FILES)
def test_a_file_without_its_own_fingerprint_is_not_there(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404


UNKNOWN = [
    "/nope",
    "/zh/nope",
    "/en/topics/nope",
    "/en/topics/ai/",
    "/fr/",
    "/_dash-layout",
    "/_mcp",
    "/robots.txt/x",
    "/zh/figures/" + "a" * 2000,
    "/zh/%00",
    "/zh/%ff%fe",
    "/zh/topics/..%2f..%2f",
]


@pytest.mark.parametrize("address", UNKNOWN)
def test_an_unknown_address_is_a_real_404_page(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert 'lang="en"' in answer.text if address.startswith("/en/") else 'lang="zh-CN"' in answer.text


ODD_QUERIES = [
    "topic=nope",
    "topic=&indicator=",
    "indicator=nope&indicator=x",
    "topic=%00",
    "topic=%ff%fe",
    "topic=" + "9" * 3000,
    "topic[]=ai",
    "&".join(f"k{n}=1" for n in range(500)),
    "topic=<script>alert(1)</script>",
    "%",
]


@pytest.mark.parametrize("query", ODD_QUERIES)
def test_an_odd_query_gives_the_default_page(client: FlaskClient, query: str) -> None:
    assert client.get(f"/zh/?{query}").data == client.get("/zh/").data


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_page_is_only_read(client: FlaskClient, method: str) -> None:
    answer = client.open("/zh/", method=method)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
