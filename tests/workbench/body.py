"""A callback's body as the browser sends it, with overrides."""

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.workbench import guard, ids

PAGE = {"lang": "zh", "theme": "light", "widths": [530, 356, 356], "topic": "", "indicator": ""}
OUTPUTS = (
    *((ids.TOPIC, name) for name in ("options", "value")),
    *((ids.INDICATOR, name) for name in ("options", "value")),
    (ids.READER, "query"),
    *((panel, name) for panel in ids.PANELS for name in ("html", "label", "children")),
)


def body(*, page: Any = PAGE, topic: Any = None, indicator: Any = None, **overrides: Any) -> dict[str, Any]:
    """A good body; any of its parts may be replaced."""
    return {
        "output": f"..{'...'.join(f'{name}.{what}' for name, what in OUTPUTS)}..",
        "outputs": [{"id": name, "property": what} for name, what in OUTPUTS],
        "inputs": [
            {"id": ids.READER, "property": "page", "value": page},
            {"id": ids.TOPIC, "property": "value", "value": topic},
            {"id": ids.INDICATOR, "property": "value", "value": indicator},
        ],
        "changedPropIds": [f"{ids.READER}.page"],
        "parsedChangedPropsIds": [f"{ids.READER}.page"],
    } | overrides


def post(client: FlaskClient, told: Any, **headers: str) -> TestResponse:
    """Send a body: bytes as they are, anything else as JSON."""
    data = told if isinstance(told, bytes) else json.dumps(told).encode()
    return client.post(guard.CALLBACK, data=data, content_type="application/json", headers=headers)
