"""One request over a connection of its own, and all of its answer."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """An answer; `headers` by their names as sent, several of one name joined."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(port: int, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Asked:
    """The answer to a path that is sent as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): text for name, text in (headers or {}).items()})
    answer = connection.getresponse()
    found = {name: ", ".join(answer.headers.get_all(name) or ()) for name in answer.headers}
    made = Asked(answer.status, found, answer.read())
    connection.close()
    return made
