"""Which requests there are: a list to begin with, and what each answer names."""

import html
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from tests.same.request import PUBLIC, Request, board_requests

LANGS = ("zh", "en")
_PICTURE = re.compile(r"/(?:v/[^/]+/)?(?:zh|en)/charts/([^/.]+)\.svg")
_ASSET = re.compile(rb"/assets/[\w./-]{1,120}?\.[0-9a-f]{16}\.\w+")
_ATTRIBUTE = re.compile(r'\s(?:href|src|action|data-[a-z-]+)="([^"]*)"|<loc>([^<]*)</loc>')
_FORM = re.compile(r'<form method="get" action="([^"#]*)[^"]*".*?</form>', re.DOTALL)
_SELECT = re.compile(r'<select name="([^"]*)".*?</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]+)"')
_BOX = re.compile(r'<input type="(?:checkbox|radio)" name="([^"]*)" value="([^"]+)"')
_ROWS = re.compile(r"/api/v1/[a-z]+")
#: They take a second each to draw: only those that the list names.
_SLOW = re.compile(r"\.png|\.wechat\.zip")
#: Of what a page offers with a query there are hundreds that differ in a name only: one in so many.
_ONE_IN = {r".*/brief": 30, r".*/oembed": 8, r".*/explore": 6, r".*/present": 4, r".*/(charts|topics)/.*": 4}


def first_requests(folder: Path) -> Iterator[Request]:
    """What is asked before any answer is read."""
    given = yaml.safe_load((folder / "requests.yaml").read_text(encoding="utf-8"))
    for address in given["addresses"] + given["lost"]:
        yield Request("GET", address)
    for lang, (way, names) in product(LANGS, given["by_language"].items()):
        yield from (Request(way, f"/{lang}{name}") for name in names)
    yield from (Request("GET", f"/api/v1/{rest}") for rest in given["api"])
    yield from (Request(*each.split(" ", 1)) for each in given["other"])
    yield from (Request("CLAIMS", each) for each in given["bad_claims"])
    for claim, lang in product(given["claims"], LANGS):
        yield Request("CLAIMS", f"{lang} {claim}")
        yield Request("CHECK", f"{lang} {claim}")
    yield from _selected(given)
    yield from _pictures(given)


def _selected(given: Mapping[str, Sequence[str]]) -> Iterator[Request]:
    for lang in LANGS:
        for query in given["queries"]:
            yield Request("GET", f"/{lang}/search?q={query}")
        for items, page in product(given["baskets"], ("brief", "brief.xlsx", "brief.css", "present")):
            yield Request("GET", f"/{lang}/{page}?items={items}")
        for selection, ending in product(given["selections"], ("", ".csv", ".json", ".xlsx")):
            page, _, query = selection.partition("?")
            yield Request("GET", f"/{lang}/{page}{ending}?{query}")
    for query in given["queries"]:
        yield Request("GET", f"/api/v1/search?q={query}")


def _pictures(given: Mapping[str, Sequence[str]]) -> Iterator[Request]:
    for at, chart in enumerate(given["drawn"]):
        lang, other = LANGS[at % 2], LANGS[(at + 1) % 2]
        yield from (Request("GET", f"/{lang}/charts/{chart}.{ending}") for ending in ("card.png", "wechat.zip"))
        yield from (Request("GET", f"/{other}/charts/{chart}.{ending}") for ending in ("png?scale=1", "square.png"))
        yield from (Request("GET", f"/{lang}/charts/{chart}.svg?{look}") for look in given["bad_pictures"])
        yield from (Request("GET", f"/{lang}/embed/{chart}?{look}") for look in given["embeds"])


def next_requests(request: Request, body: bytes, looks: Sequence[str]) -> Iterator[Request]:
    """What an answer leads to. Of an answer to a query nothing but the board that stands on its page; the gallery's
    figures have no pages."""
    if request.way != "GET":
        return
    yield from (Request("GET", each.decode()) for each in set(_ASSET.findall(body)))
    yield from board_requests(request.what)
    if "?" in request.what or request.what.endswith("/gallery") or body[:4] == b"PK\x03\x04" or b"\0" in body[:1000]:
        return
    if _PICTURE.fullmatch(request.what) and not request.what.startswith("/v/"):
        yield from (Request("GET", f"{request.what}?{look}") for look in _some(looks, request.what))
    text = body.decode(errors="replace")
    addresses = set(_rows(request.what, text) if text[:1] in "[{" else (*_links(text), *_choices(text)))
    yield from (Request("GET", each) for each in addresses if _wanted(each))


def _some(looks: Sequence[str], address: str) -> Iterator[str]:
    """Three of the looks, others for the next chart."""
    begin = zlib.crc32(address.encode())
    return (looks[(begin + step) % len(looks)] for step in (0, 2, 4))


def _links(text: str) -> Iterator[str]:
    for groups in _ATTRIBUTE.findall(text):
        address = html.unescape(groups[0] or groups[1]).removeprefix(PUBLIC).partition("#")[0]
        if re.match(r"/[\w]", address):
            yield address


def _choices(text: str) -> Iterator[str]:
    """Each single choice that a form offers."""
    for form in _FORM.finditer(text):
        boxes = _BOX.findall(form[0])
        options = [(s[1], value) for s in _SELECT.finditer(form[0]) for value in _OPTION.findall(s[0])]
        for name, value in (*boxes, *options):
            yield f"{form[1]}?{html.unescape(name)}={html.unescape(value)}"


def _rows(address: str, text: str) -> Iterator[str]:
    rows: Any = json.loads(text).get("data", []) if _ROWS.fullmatch(address) else []
    for row in rows:
        yield f"{address}/{next(iter(row.values()))}"


def _wanted(address: str) -> bool:
    path, mark, _ = address.partition("?")
    if _SLOW.search(path) or path.startswith("/assets/"):
        return False
    if not mark:
        return True
    one_in = next((number for pattern, number in _ONE_IN.items() if re.fullmatch(pattern, path)), 1)
    return zlib.crc32(address.encode()) % one_in == 0
