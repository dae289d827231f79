"""Bad callback requests get one small JSON error, never a 500; good ones reach Dash."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.workbench import guard
from app.workbench.message import DEEPEST, LARGEST
from tests.workbench.body import PAGE, body, post

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
    ("a page that is missing", body(page=None), 400, "bad-shape"),
    ("a third language", body(page=PAGE | {"lang": "fr"}), 400, "bad-shape"),
    ("a third theme", body(page=PAGE | {"theme": "red"}), 400, "bad-shape"),
    ("a negative width", body(page=PAGE | {"widths": [-1, 1, 1]}), 400, "bad-shape"),
    ("a width in words", body(page=PAGE | {"widths": ["1", 1, 1]}), 400, "bad-shape"),
    ("too few widths", body(page=PAGE | {"widths": []}), 400, "bad-shape"),
    ("a topic that is a list", body(topic=["ai"]), 400, "bad-shape"),
    ("a topic that is a number", body(topic=1), 400, "bad-shape"),
    ("a topic that is an object", body(topic={"id": "ai"}), 400, "bad-shape"),
    ("a topic without end", body(topic="a" * 65), 400, "bad-shape"),
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
    assert post(client, body(topic=choice, indicator=choice)).get_json() == expected


def test_the_refusal_names_what_is_wrong(client: FlaskClient) -> None:
    error = _error(post(client, body(page=PAGE | {"widths": ["1", 1, 1]})))
    assert error["where"] == "reader.page.widths.0"


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


@settings(
    max_examples=1000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(part=PARTS, value=JSON)
def test_no_value_of_any_part_makes_a_500(client: FlaskClient, part: str, value: Any) -> None:
    assert post(client, body(**{part: value})).status_code in (200, 400)


@settings(
    max_examples=1000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=st.tuples(JSON, JSON, JSON))
def test_no_value_of_any_input_makes_a_500(client: FlaskClient, values: tuple[Any, Any, Any]) -> None:
    page, topic, indicator = values
    assert post(client, body(page=page, topic=topic, indicator=indicator)).status_code in (200, 400)


@settings(
    max_examples=2000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 9), put=st.binary(max_size=9))
def test_no_edit_of_a_good_body_makes_a_500(client: FlaskClient, at: int, cut: int, put: bytes) -> None:
    assert post(client, GOOD[:at] + put + GOOD[at + cut :]).status_code in (200, 400)


def _error(answer: Any) -> dict[str, str]:
    error: dict[str, str] = answer.get_json()["error"]
    return error
