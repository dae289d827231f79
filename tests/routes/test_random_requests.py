"""Thousands of random addresses and callback bodies: none of them breaks the server."""

import json
import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.routes.crawlers import addresses
from app.site import Site
from tests.workbench.body import ASKED, body, post

#: Bodies cost most; `tests/workbench/test_guard.py` tries a thousand more, of edits alone.
ADDRESSES, BODIES = 2_500, 1_500
_NAMES = (
    "topic",
    "indicator",
    "place",
    "from",
    "to",
    "unit",
    "as",
    "i",
    "items",
    "q",
    "slide",
    "width",
    "theme",
    "limit",
)
_VALUES = (
    "ai",
    "firms",
    "2023",
    "-1",
    "NaN",
    "9" * 40,
    "",
    "../..",
    "<script>",
    "%00",
    "\u202e",
    "charts/firms-series",
)
_LETTERS = "abz019-_./%+;=&?#'\"<>{}\\ \t\u0000\u4e00\U0001f600"


@pytest.mark.ledger
def test_no_address_breaks_the_server(server: Flask, site: Site) -> None:
    known = sorted(addresses(server.url_map, site))
    chance = random.Random(2026)
    client = server.test_client()
    broken = {path for path in _paths(known, chance) if client.get(path).status_code >= 500}
    assert broken == set()


@pytest.mark.ledger
def test_no_callback_body_breaks_the_server(client: FlaskClient) -> None:
    chance = random.Random(2026)
    good = json.dumps(body()).encode()
    bodies = [_cut(good, chance) if chance.random() < 0.3 else body(asked=_asked(chance)) for _ in range(BODIES)]
    assert [told for told in bodies if post(client, told).status_code >= 500] == []


def _paths(known: list[str], chance: random.Random) -> Iterator[str]:
    for _ in range(ADDRESSES):
        path = chance.choice(known)
        if chance.random() < 0.6:
            at = chance.randrange(4, len(path) + 1) if len(path) > 4 else len(path)
            path = path[:at] + quote(_word(chance)) + path[at + chance.randrange(4) :]
        pairs = [(chance.choice(_NAMES), _value(chance)) for _ in range(chance.randrange(4))]
        yield path + "?" + "&".join(f"{name}={quote(value)}" for name, value in pairs)


def _asked(chance: random.Random) -> dict[str, object]:
    changed = chance.choice([*ASKED])
    chosen = [[chance.choice(_NAMES), _value(chance)] for _ in range(chance.randrange(5))]
    wrong = chance.choice([None, [], {}, 10**30, -0.5, True, _word(chance), {"series": -1}, [["i"]]])
    return ASKED | {"chosen": chosen} | ({changed: wrong} if chance.random() < 0.5 else {})


def _cut(good: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(good))
    return good[:at] + chance.randbytes(chance.randrange(6)) + good[at + chance.randrange(9) :]


def _value(chance: random.Random) -> str:
    return chance.choice(_VALUES) if chance.random() < 0.7 else _word(chance)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(8)))
