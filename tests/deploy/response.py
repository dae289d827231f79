"""One request over a connection of its own, and all of its answer."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Response:
    """An answer; `headers` by their names as sent, several of one name joined."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(port: int, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a path that is sent as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): text for name, text in (headers or {}).items()})
    answer = connection.getresponse()
    fields = {name: ", ".join(answer.headers.get_all(name) or ()) for name in answer.headers}
    response = Response(answer.status, fields, answer.read())
    connection.close()
    return response
