"""A page is made once and kept; what is kept answers as what was made."""

import pytest
from flask import Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.routes.page_cache import PageCache
from app.urls import Urls

BROTLI = {"Accept-Encoding": "gzip, deflate, br"}
PAGES = (
    Urls("zh").root(),
    Urls("en").root(),
    Urls("en").about(),
    Urls("zh").chart("firms-series"),
    Urls("en").embed("firms-series"),
)


def told(answer: TestResponse) -> tuple[int, bytes, dict[str, str]]:
    return answer.status_code, answer.data, {name: each for name, each in answer.headers.items() if name != "Date"}


@pytest.mark.parametrize("path", PAGES)
def test_what_is_kept_is_what_was_made_with_all_its_headers(client: FlaskClient, path: str) -> None:
    first, second = (told(client.get(path, headers=BROTLI)) for _ in range(2))
    assert second == first
    assert first[2]["Content-Encoding"] == "br"


@pytest.mark.parametrize("path", PAGES)
def test_who_has_what_is_kept_is_not_sent_it_again(client: FlaskClient, path: str) -> None:
    etag = [client.get(path, headers=BROTLI).headers["ETag"] for _ in range(2)][1]
    again = client.get(path, headers=BROTLI | {"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("coding", ["", "gzip", "br;q=0, gzip"])
def test_who_cannot_read_what_is_kept_gets_what_can_be_read(client: FlaskClient, coding: str) -> None:
    client.get(PAGES[0], headers=BROTLI)
    answer = client.get(PAGES[0], headers={"Accept-Encoding": coding})
    assert answer.headers.get("Content-Encoding") == ("gzip" if "gzip" in coding else None)


def test_a_head_request_has_the_headers_and_no_body(client: FlaskClient) -> None:
    client.get(PAGES[0], headers=BROTLI)
    answer = client.head(PAGES[0], headers=BROTLI)
    assert (answer.status_code, answer.data) == (200, b"")


def test_a_choice_is_not_answered_with_the_page_of_none(client: FlaskClient) -> None:
    plain = client.get(PAGES[3], headers=BROTLI).data
    chosen = client.get(PAGES[3] + "?from=2023", headers=BROTLI).data
    assert chosen != plain
    assert client.get(PAGES[3], headers=BROTLI).data == plain


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept = PageCache(most=2)
    for path in ("a", "b"):
        kept.put(path, Response(path))
    kept.get("a")
    kept.put("c", Response("c"))
    found = {path: kept.get(path) for path in "abc"}
    assert found["b"] is None
    assert [answer.get_data(as_text=True) for answer in found.values() if answer] == ["a", "c"]
