"""Bad callback requests get one small JSON error, never a 500; good ones reach Dash."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.workbench import guard
from app.workbench.message import DEEPEST, LARGEST
from tests.workbench.body import ASKED, body, post

GOOD = json.dumps(body()).encode()

BAD_BODIES: list[tuple[str, Any, int, str]] = [
    ("nothing", b"", 400, "bad-json"),
    ("no JSON", b"{", 400, "bad-json"),
    ("no UTF-8", b'"\xff"', 400, "bad-json"),
    ("UTF-16", '{"a": 1}'.encode("utf-16"), 400, "bad-json"),
    ("null", b"null", 400, "bad-shape"),
    ("a list", b"[]", 400, "bad-shape"),
    ("a string", b'"output"', 400, "bad-shape"),
    ("a number", b"1", 400, "bad-shape"),
    ("a key given twice", GOOD.replace(b'"outputs"', b'"output"'), 400, "bad-json"),
    ("NaN", GOOD.replace(b"530", b"NaN"), 400, "bad-json"),
    ("a number beyond all floats", GOOD.replace(b"530", b"1e999"), 400, "bad-json"),
    ("5,000 digits", GOOD.replace(b"530", b"5" * 5000), 400, "bad-json"),
    ("too deep", b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), 400, "too-deep"),
    ("60,000 brackets", b"[" * 60_000, 400, "too-deep"),
    ("too large", b" " * (LARGEST + 1), 413, "too-large"),
    ("an unknown part", body(extra=1), 400, "bad-shape"),
    ("no inputs", body(inputs=None), 400, "bad-shape"),
    ("too few inputs", body(inputs=[]), 400, "unknown-name"),
    ("an input of another name", body(inputs=[{"id": "x", "property": "y", "value": 1}]), 400, "unknown-name"),
    ("an output nobody has", body(output="x.y"), 400, "unknown-callback"),
    ("an output that is a list", body(output=["x"]), 400, "bad-shape"),
    ("other outputs", body(outputs={"id": "x", "property": "y"}), 400, "unknown-name"),
    ("state where there is none", body(state=[{"id": "x", "property": "y"}]), 400, "unknown-name"),
    ("a change that is no input", body(changedPropIds=["x.y"]), 400, "unknown-name"),
    ("a question that is missing", body(asked=None), 400, "bad-shape"),
    ("a question with more", body(asked=ASKED | {"more": 1}), 400, "bad-shape"),
    ("a third language", body(asked=ASKED | {"lang": "fr"}), 400, "bad-shape"),
    ("a third theme", body(asked=ASKED | {"theme": "red"}), 400, "bad-shape"),
    ("a kind of page without a workbench", body(asked=ASKED | {"kind": "timeline"}), 400, "bad-shape"),
    ("a topic that is not there", body(asked=ASKED | {"kind": "topic", "name": "nope"}), 400, "bad-shape"),
    ("a chart that is not there", body(asked=ASKED | {"kind": "chart", "name": "../x"}), 400, "bad-shape"),
    ("a chart without a name", body(asked=ASKED | {"kind": "chart"}), 400, "bad-shape"),
    ("a view of a page that has none", body(asked=ASKED | {"view": "x"}), 400, "bad-shape"),
    ("a negative width", body(asked=ASKED | {"widths": {"series": -1}}), 400, "bad-shape"),
    ("a width in words", body(asked=ASKED | {"widths": {"series": "1"}}), 400, "bad-shape"),
    ("widths in a list", body(asked=ASKED | {"widths": [1, 1, 1]}), 400, "bad-shape"),
    ("101 widths", body(asked=ASKED | {"widths": {str(n): 1 for n in range(101)}}), 400, "bad-shape"),
    ("a choice that is no pair", body(asked=ASKED | {"chosen": [["topic"]]}), 400, "bad-shape"),
    ("a choice of three", body(asked=ASKED | {"chosen": [["topic", "ai", "x"]]}), 400, "bad-shape"),
    ("a choice that is a number", body(asked=ASKED | {"chosen": [["topic", 1]]}), 400, "bad-shape"),
    ("choices in an object", body(asked=ASKED | {"chosen": {"topic": "ai"}}), 400, "bad-shape"),
    ("a choice without end", body(asked=ASKED | {"chosen": [["topic", "a" * 65]]}), 400, "bad-shape"),
    ("401 choices", body(asked=ASKED | {"chosen": [["i", "ai"]] * 401}), 400, "bad-shape"),
]


@pytest.mark.parametrize(
    ("told", "status", "code"), [case[1:] for case in BAD_BODIES], ids=[case[0] for case in BAD_BODIES]
)
def test_a_bad_body_is_refused_with_a_code(client: FlaskClient, told: Any, status: int, code: str) -> None:
    answer = post(client, told)
    assert (answer.status_code, _error(answer)["code"]) == (status, code)
    assert len(answer.data) < 500


ODD_CHOICES = ["", "nope", "../../etc/passwd", "<script>", "ai\n", "null", "\u0000", "ａｉ", "a" * 64, "__proto__"]


@pytest.mark.parametrize("choice", ODD_CHOICES)
def test_an_unknown_choice_falls_back_to_the_default(client: FlaskClient, choice: str) -> None:
    expected = post(client, body()).get_json()
    chosen = [["topic", choice], ["indicator", choice], ["from", choice]]
    assert post(client, body(asked=ASKED | {"chosen": chosen})).get_json() == expected


def test_the_refusal_names_what_is_wrong(client: FlaskClient) -> None:
    error = _error(post(client, body(asked=ASKED | {"widths": {"series": "1"}})))
    assert error["where"] == "bench.asked.widths.series"


ROUTES = [
    ("GET", guard.CALLBACK, 405),
    ("PUT", guard.CALLBACK, 405),
    ("POST", "/workbench/_dash-layout", 405),
    ("GET", "/workbench", 404),
    ("GET", "/workbench/", 404),
    ("GET", "/workbench/nope", 404),
    ("GET", "/workbench/_reload-hash", 404),
    ("GET", "/workbench/_favicon.ico", 404),
    ("GET", "/workbench/_mcp", 404),
    ("POST", "/workbench/_mcp", 404),
    ("GET", "/workbench/assets/x.js", 404),
    ("GET", "/workbench/_dash-component-suites/dash/nope.js", 404),
    ("GET", "/workbench/_dash-component-suites/dash/deps/react@18.v1m1.3.1.min.js", 404),
    ("GET", "/workbench/_dash-component-suites/nope/nope.js", 404),
]


@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_dash_answers_its_three_routes_and_nothing_else(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert set(_error(answer)) == {"code", "message", "where"}
    assert ("Allow" in answer.headers) == (status == 405)


HEADERS = [
    ({"Content-Type": "text/plain"}, 415),
    ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
]


@pytest.mark.parametrize(("headers", "status"), HEADERS)
def test_a_request_that_is_not_our_pages_own_is_refused(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post(guard.CALLBACK, data=GOOD, headers={"Content-Type": "application/json"} | headers)
    assert (answer.status_code, answer.mimetype) == (status, "application/json")


def test_a_callback_takes_no_query(client: FlaskClient) -> None:
    answer = client.post(f"{guard.CALLBACK}?cacheKey=1&job=2", data=GOOD, content_type="application/json")
    assert answer.status_code == 400


def test_no_route_of_dash_tells_a_version(client: FlaskClient) -> None:
    for path in guard.METHODS:
        answer = client.get(path)
        assert b"4.4.1" not in answer.data + str(answer.headers).encode()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
PARTS = st.sampled_from(["output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"])


@pytest.mark.whole
@settings(max_examples=300, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=PARTS, value=JSON)
def test_no_value_of_any_part_makes_a_500(client: FlaskClient, part: str, value: Any) -> None:
    assert post(client, body(**{part: value})).status_code in (200, 400)


@pytest.mark.whole
@settings(max_examples=300, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from([*ASKED]), value=JSON)
def test_no_value_of_what_is_asked_makes_a_500(client: FlaskClient, part: str, value: Any) -> None:
    assert post(client, body(asked=ASKED | {part: value})).status_code in (200, 400)


PLACES = st.sampled_from(
    [
        {"kind": "overview"},
        {"kind": "topic", "name": "ai"},
        {"kind": "chart", "name": "firms-series"},
        {"kind": "chart", "name": "share-bars"},
        {"kind": "explore"},
        {"kind": "compare"},
    ]
)
NAMES = st.sampled_from(["topic", "indicator", "place", "lane", "from", "to", "unit", "as", "i"])
VALUES = st.sampled_from(["", "firms", "output", "ai", "2023", "2022", "china", "high", "one", "percent"])
PAIRS = st.lists(st.tuples(NAMES, VALUES | st.text(max_size=64)).map(list), max_size=20)


@pytest.mark.whole
@settings(max_examples=100, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=PLACES, chosen=PAIRS)
def test_every_page_answers_whatever_is_chosen(client: FlaskClient, place: dict[str, Any], chosen: Any) -> None:
    assert post(client, body(asked=ASKED | place | {"chosen": chosen})).status_code == 200


@pytest.mark.whole
@settings(max_examples=1000, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 9), put=st.binary(max_size=9))
def test_no_edit_of_a_good_body_makes_a_500(client: FlaskClient, at: int, cut: int, put: bytes) -> None:
    assert post(client, GOOD[:at] + put + GOOD[at + cut :]).status_code in (200, 400)


def _error(answer: Any) -> dict[str, str]:
    error: dict[str, str] = answer.get_json()["error"]
    return error
