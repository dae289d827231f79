"""What is asked of the project: each request as one line, so that the list of one commit can be asked of another."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

PUBLIC = "https://figures.example/beijing"
CALLBACK = "/workbench/_dash-update-component"
#: The pages with a board, by address: its kind; the names are the chart's or topic's and the view's.
_BOARDS = {
    "overview": r"/(zh|en)/",
    "topic": r"/(zh|en)/topics/([^/.]+)",
    "chart": r"/(zh|en)/charts/([^/.]+)(?:/([^/.]+))?",
    "explore": r"/(zh|en)/explore",
    "compare": r"/(zh|en)/compare",
}
_LOOKS = {"narrow": ({}, "light"), "wide": ({"any": 900}, "dark")}


@dataclass(frozen=True)
class Request:
    """`way` is a method of HTTP, or how else it is asked: BOARD (a callback), CLAIMS, CHECK (its page), PLAIN (of a
    server without a public address), COMMAND (of the program)."""

    way: str
    what: str

    @classmethod
    def read(cls, line: str) -> "Request":
        way, _, what = line.partition(" ")
        return cls(way, what)

    def __str__(self) -> str:
        return f"{self.way} {self.what}"

    @property
    def name(self) -> str:
        """What its artefact is called."""
        return self.what if self.way == "GET" else str(self)

    def arguments(self) -> Mapping[str, Any]:
        """For a test client of the server."""
        match self.way:
            case "BOARD":
                return {"method": "POST", "path": CALLBACK, "json": _callback(self.what)}
            case "CLAIMS":
                body = self.what if self.what[:1] in "[{" else json.dumps(_claim(self.what), ensure_ascii=False)
                return {
                    "method": "POST",
                    "path": "/api/v1/claims",
                    "data": body.encode(),
                    "content_type": "application/json",
                }
            case "CHECK":
                lang, _, text = self.what.partition(" ")
                return {"method": "POST", "path": f"/{lang}/check", "data": {"text": text}}
            case "PLAIN":
                return {"method": "GET", "path": self.what}
        return {"method": self.way, "path": self.what}


def board_requests(address: str) -> Iterator[Request]:
    """What the board on the page at an address asks when the reader has chosen what its query says."""
    path, _, query = address.partition("?")
    if any(re.fullmatch(pattern, path) for pattern in _BOARDS.values()):
        for look in ("narrow",) if query else _LOOKS:
            yield Request("BOARD", f"{look} {address}")


def _claim(what: str) -> Mapping[str, str]:
    lang, _, text = what.partition(" ")
    return {"text": text, "lang": lang}


def _callback(what: str) -> Mapping[str, Any]:
    look, _, address = what.partition(" ")
    parts = urlsplit(address)
    widths, theme = _LOOKS[look]
    kind, found = next(
        (kind, found) for kind, pattern in _BOARDS.items() if (found := re.fullmatch(pattern, parts.path))
    )
    lang, name, view = (*found.groups(), None, None)[:3]
    asked = {
        "kind": kind,
        "name": name or "",
        "view": view or "",
        "lang": lang,
        "theme": theme,
        "widths": widths,
        "chosen": [list(pair) for pair in parse_qsl(parts.query)],
    }
    return {
        "output": "bench.answer",
        "outputs": {"id": "bench", "property": "answer"},
        "inputs": [{"id": "bench", "property": "asked", "value": asked}],
        "changedPropIds": ["bench.asked"],
        "parsedChangedPropsIds": ["bench.asked"],
    }
