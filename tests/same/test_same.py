"""A change in any kind of artefact is named; what commits may differ in is not."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.same.artefact import Normaliser
from tests.same.compare import compare, show, summary
from tests.same.crawl import next_requests
from tests.same.dump import Dump, Store
from tests.same.request import Request, board_requests

VERSION = "59773691dddc"
HEADERS = {"Content-Type": "text/html", "ETag": 'W/"12ab"', "Date": "Mon", "Content-Length": "3"}
POLICY = "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def packed(**parts: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return whole.getvalue()


@pytest.fixture
def dumped(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Dump]:
    def dump(bodies: Mapping[str, bytes]) -> Dump:
        normaliser = Normaliser(VERSION)
        parts = [part for name, body in bodies.items() for part in normaliser.parts(name, body)]
        return Dump.of(Store(tmp_path), parts)

    return dump


@pytest.mark.parametrize(
    ("before", "after", "name", "line"),
    [
        (b"<p>over 2,400</p><p>x</p>", b"<p>2,400</p><p>x</p>", "a", "<p>2,400</p>"),
        (b"<p>a</p><p>b</p>", b"<p>a</p>\n<p>b</p>", "a", "<p>a</p>"),
        (b'{"a": 1, "b": [2]}', b'{"a": 1, "b": [3]}', "a", "  3"),
        (b'{"a": 1, "b": 2}', b'{"a": 1,"b": 2}', "a", '+"b": 2}'),
        (packed(x="<a/>", y="1"), packed(x="<b/>", y="1"), "a!x", "<b/>"),
        (packed(x="1", y="1"), packed(y="1", x="1"), "a!", "y (1980, 1, 1, 0, 0, 0) 0 b''"),
        (b"\0\1", b"\0\2", "a", "2 bytes"),
    ],
)
def test_a_change_is_named_with_its_line(
    dumped: Callable[[Mapping[str, bytes]], Dump], before: bytes, after: bytes, name: str, line: str
) -> None:
    base, own = dumped({"a": before, "same": b"x"}), dumped({"a": after, "same": b"x"})
    differences = compare(base, own)
    assert [each.name for each in differences] == [name]
    assert differences[0].own.startswith(line) or line in "\n".join(show(base, own, name))
    assert any(name in written for written in summary(differences, 20))
    assert compare(base, dumped({"a": before, "same": b"x"})) == []


def test_what_is_gone_or_new_is_named(dumped: Callable[[Mapping[str, bytes]], Dump]) -> None:
    base, own = dumped({"gone": b"1", "z.pptx": packed(x="1", y="1")}), dumped({"z.pptx": packed(x="1"), "new": b"1"})
    states = {each.name: each.state for each in compare(base, own)}
    assert states == {"gone": "missing", "new": "new", "z.pptx!": "differs", "z.pptx!y": "missing"}


def test_a_header_is_held_but_not_the_hash_of_an_inline_script() -> None:
    def headers(**others: str) -> bytes:
        return Normaliser(VERSION).headers(200, HEADERS | others, b"<p>")

    policy = "Content-Security-Policy"
    assert headers() == headers(ETag='W/"99"', Date="Tue")
    assert headers(**{policy: POLICY}) == headers(**{policy: POLICY.replace("47DE", "aaaa")})
    for other in ({"ETag": '"12ab"'}, {"Content-Type": "text/plain"}, {"X-New": "1"}, {"Content-Length": "8"}):
        assert headers(**other) != headers()
    assert Normaliser(VERSION).headers(404, HEADERS, b"<p>") != headers()


def test_hashes_of_assets_and_the_version_of_the_data_are_taken_out() -> None:
    page = f'<link href="/x/assets/icons/a-b.0123456789abcdef.css"> {VERSION}'.encode()
    assert Normaliser(VERSION).body(page) == b'<link href="/x/assets/icons/a-b.HASH.css"> DATA-VERSION'


def test_a_page_leads_to_its_links_its_choices_and_its_board() -> None:
    page = (
        b'<a href="/zh/figures/a#x">a</a> <a href="https://figures.example/beijing/zh/b">b</a> <a href="//other">o</a>'
        b'<form method="get" action="/zh/timeline#w"><select name="year"><option value="2024">x</select></form>'
    )
    found = {str(each) for each in next_requests(Request("GET", "/zh/charts/c"), page, ())}
    links = {"GET /zh/timeline", "GET /zh/figures/a", "GET /zh/b", "GET /zh/timeline?year=2024"}
    assert found == links | {"BOARD narrow /zh/charts/c", "BOARD wide /zh/charts/c"}


def test_a_board_is_asked_what_the_address_says() -> None:
    (request,) = board_requests("/en/charts/c/view?from=2024&to=2025")
    (value,) = [each["value"] for each in Request.read(str(request)).arguments()["json"]["inputs"]]
    assert (value["kind"], value["name"], value["view"], value["lang"]) == ("chart", "c", "view", "en")
    assert value["chosen"] == [["from", "2024"], ["to", "2025"]]
    assert not list(board_requests("/en/charts/c.svg"))


def test_some_requests_are_compared_alone(dumped: Callable[[Mapping[str, bytes]], Dump]) -> None:
    bodies = {"headers /a": b"1", "/a.zip": packed(x="1"), "COMMAND bake: x/y": b"1", "/other": b"1"}
    some = dumped(bodies).of_requests(frozenset({"/a", "/a.zip", "COMMAND bake"}))
    assert set(some.artefacts) == {"headers /a", "/a.zip!", "/a.zip!x", "COMMAND bake: x/y"}
