"""The check as a page and as an API: limits, refusals, and that a draft stays out of logs and caches."""

import logging

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.urls import SITE_URLS, Urls

REFUSED = [
    ({"data": b"x"}, 415),
    ({"data": b"{", "content_type": "application/json"}, 400),
    ({"data": b"\xff\xfe", "content_type": "application/json"}, 400),
    ({"data": b"[" * 16000, "content_type": "application/json"}, 400),
    ({"json": []}, 400),
    ({"data": b"null", "content_type": "application/json"}, 400),
    ({"json": {"text": ""}}, 400),
    ({"json": {"text": 1}}, 400),
    ({"json": {"text": "1", "lang": "fr"}}, 400),
    ({"json": {"text": "1", "lang": ["zh"]}}, 400),
    ({"json": {"text": "1", "more": 1}}, 400),
    ({"data": b'{"text": "\\ud800"}', "content_type": "application/json"}, 400),
    ({"json": {"text": "a" * 2001}}, 413),
    ({"data": b'{"text":"' + b"a" * 20_000 + b'"}', "content_type": "application/json"}, 413),
]


@pytest.mark.parametrize(("sent", "status"), REFUSED)
def test_what_is_no_claim_is_refused_with_a_sentence(client: FlaskClient, sent: dict[str, object], status: int) -> None:
    answer = client.post(SITE_URLS.claims(), **sent)
    assert answer.status_code == status
    assert set(answer.get_json()["error"]) == {"code", "message", "where"}


def test_the_api_answers_each_number_and_nobody_may_keep_it(client: FlaskClient) -> None:
    answer = client.post(SITE_URLS.claims(), json={"text": "北京有12家，上海有3家", "lang": "en"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert [row["text"] for row in answer.get_json()["data"]] == ["12家", "3家"]
    assert "ETag" not in answer.headers


@pytest.mark.parametrize(("lang", "sentence"), [("zh", "只核对了前100个"), ("en", "only the first 100 were judged")])
def test_where_only_the_first_hundred_numbers_are_judged_both_say_so(
    client: FlaskClient, lang: str, sentence: str
) -> None:
    text = "，".join(f"{n}家" for n in range(200, 340))
    answer = client.post(SITE_URLS.claims(), json={"text": text, "lang": lang}).get_json()
    assert (answer["meta"]["count"], answer["meta"]["numbers"], len(answer["data"])) == (100, 140, 100)
    assert sentence in answer["meta"]["cut"]
    page = client.post(Urls(lang).check(), data={"text": text}, content_type="multipart/form-data")
    assert sentence in page.text
    few = client.post(SITE_URLS.claims(), json={"text": "，".join(["12家"] * 100), "lang": lang}).get_json()
    assert (few["meta"]["count"], few["meta"]["cut"]) == (100, None)


def test_claims_are_only_posted(client: FlaskClient) -> None:
    answer = client.get(SITE_URLS.claims())
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, {"POST", "OPTIONS"})


def test_another_site_may_post(client: FlaskClient) -> None:
    answer = client.options(SITE_URLS.claims())
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Allow-Headers"] == "Content-Type"


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_marks_the_numbers_without_script(client: FlaskClient, lang: str) -> None:
    answer = client.post(Urls(lang).check(), data={"text": "<b>北京</b>有12家"}, content_type="multipart/form-data")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert '">12家<a href="#claim-1"' in answer.text
    assert "<b>北京" not in answer.text


@pytest.mark.parametrize("size", [2001, 9000])
def test_a_long_text_is_refused_on_the_page(client: FlaskClient, size: int) -> None:
    answer = client.post(Urls("zh").check(), data={"text": "京" * size}, content_type="multipart/form-data")
    assert answer.status_code == 413


def test_a_draft_reaches_no_log(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(Urls("zh").check(), data={"text": "机密草稿2400家"}, content_type="multipart/form-data")
        client.post(SITE_URLS.claims(), json={"text": "机密草稿2400家"})
    assert "机密" not in caplog.text
