"""Schemathesis asks the API everything its description allows and forbids, and holds every answer to all checks."""

import warnings
from collections import Counter
from collections.abc import Iterator

import pytest
import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

pytestmark = pytest.mark.whole

#: As many made-up requests an operation as fit into a minute for all.
_CONFIG = {
    "seed": 1,
    "headers": {"Accept-Encoding": "identity"},  # the tool does not unpack brotli
    "generation": {"mode": "all", "max-examples": 12, "deterministic": True},
    "checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 405, 413, 414, 415]}},
    "suppress-health-check": ["all"],
}


def checked(server: Flask) -> Iterator[tuple[str, str, str, tuple[str, int]]]:
    """The name of each check made, how it went, what to say of it, and the operation with the status answered."""
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", server, config=SchemathesisConfig.from_dict(_CONFIG)
    )
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            for case_id, checks in event.recorder.checks.items():
                response = event.recorder.interactions[case_id].response
                asked = (event.recorder.cases[case_id].value.operation.label, response.status_code if response else 0)
                for check in checks:
                    words = event.recorder.cases[case_id].value.as_curl_command() if check.failure_info else ""
                    said = f"{check.failure_info.failure.title}: {words}" if check.failure_info else ""
                    yield check.name, check.status.value, said, asked
        elif isinstance(event, events.NonFatalError | events.FatalError):
            yield "error", "failure", f"{event}", ("", 0)


@pytest.mark.filterwarnings("ignore")
def test_every_answer_is_as_described(server: Flask) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(checked(server))
    assert [said for _, status, said, _ in found if status == "failure"] == []
    made = Counter(name for name, *_ in found)
    wanted = {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    }
    wanted |= {"negative_data_rejection", "positive_data_acceptance", "unsupported_method"}
    assert wanted <= set(made)
    assert made["not_a_server_error"] > 300
    claimed = {status for *_, (operation, status) in found if operation == "POST /claims"}
    assert claimed >= {200, 400, 405}
