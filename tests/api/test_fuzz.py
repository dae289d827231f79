"""Schemathesis asks the API everything its description allows and forbids, and holds every answer to all checks."""

import warnings
from collections import Counter
from collections.abc import Iterator

import pytest
import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

#: As many made-up requests an operation as fit into a minute for all.
_CONFIG = {
    "seed": 1,
    "headers": {"Accept-Encoding": "identity"},  # the tool does not unpack brotli
    "generation": {"mode": "all", "max-examples": 12, "deterministic": True},
    "checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 405, 413, 414, 415]}},
    "suppress-health-check": ["all"],
}


def checked(server: Flask) -> Iterator[tuple[str, str, str]]:
    """The name of each check made, how it went, and what to say of it."""
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", server, config=SchemathesisConfig.from_dict(_CONFIG)
    )
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            for case_id, checks in event.recorder.checks.items():
                for check in checks:
                    words = event.recorder.cases[case_id].value.as_curl_command() if check.failure_info else ""
                    said = f"{check.failure_info.failure.title}: {words}" if check.failure_info else ""
                    yield check.name, check.status.value, said
        elif isinstance(event, events.NonFatalError | events.FatalError):
            yield "error", "failure", f"{event}"


@pytest.mark.filterwarnings("ignore")
def test_every_answer_is_as_described(server: Flask) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(checked(server))
    assert [said for _, status, said in found if status == "failure"] == []
    made = Counter(name for name, _, _ in found)
    wanted = {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    }
    wanted |= {"negative_data_rejection", "positive_data_acceptance", "unsupported_method"}
    assert wanted <= set(made)
    assert made["not_a_server_error"] > 300
