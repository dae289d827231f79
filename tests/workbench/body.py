"""A callback's body as the browser sends it, with overrides."""

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.workbench import guard, ids

ASKED: dict[str, Any] = {
    "kind": "overview",
    "name": "",
    "view": "",
    "lang": "zh",
    "theme": "light",
    "widths": {"series": 530, "breakdown": 356, "comparison": 356},
    "chosen": [],
}
INPUT = f"{ids.BENCH}.{ids.ASKED}"


def body(*, asked: Any = ASKED, **overrides: Any) -> dict[str, Any]:
    """A good body; any of its parts may be replaced."""
    return {
        "output": f"{ids.BENCH}.{ids.ANSWER}",
        "outputs": {"id": ids.BENCH, "property": ids.ANSWER},
        "inputs": [{"id": ids.BENCH, "property": ids.ASKED, "value": asked}],
        "changedPropIds": [INPUT],
        "parsedChangedPropsIds": [INPUT],
    } | overrides


def post(client: FlaskClient, told: Any, **headers: str) -> TestResponse:
    """Send a body: bytes as they are, anything else as JSON."""
    data = told if isinstance(told, bytes) else json.dumps(told).encode()
    return client.post(guard.CALLBACK, data=data, content_type="application/json", headers=headers)


def answered(client: FlaskClient, **asked: Any) -> dict[str, Any]:
    """What the browser gets for a good question."""
    answer = post(client, body(asked=ASKED | asked))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()["response"][ids.BENCH][ids.ANSWER]
    return found
