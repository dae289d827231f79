"""oEmbed: an address of ours in, one frame out; everything else is refused."""

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from tests.conftest import PUBLIC
from tests.renderers.poison import PAYLOADS

CHART = f"{PUBLIC}/zh/charts/ai-models"
OURS = [
    ("zh/charts/ai-models", "zh/embed/ai-models"),
    ("en/charts/ai-models", "en/embed/ai-models"),
    ("en/charts/plans-timeline/plans-only", "en/embed/plans-timeline/plans-only"),
    ("zh/embed/ai-models", "zh/embed/ai-models"),
    ("zh/charts/ai-models?utm_source=x", "zh/embed/ai-models"),
    ("zh/charts/ai-models#table", "zh/embed/ai-models"),
]


class Frames(HTMLParser):
    """Every element of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(("path", "target"), OURS)
def test_an_address_of_ours_is_answered_with_one_frame(public_reader: FlaskClient, path: str, target: str) -> None:
    answer = public_reader.get("/oembed", query_string={"url": f"{PUBLIC}/{path}"})
    assert answer.status_code == 200
    content = answer.get_json()
    assert (content["version"], content["type"]) == ("1.0", "rich")
    assert content["title"]
    ((tag, attributes),) = Frames(content["html"]).found
    assert (tag, attributes["src"]) == ("iframe", f"{PUBLIC}/{target}")
    assert (attributes["width"], attributes["height"]) == (str(content["width"]), str(content["height"]))
    assert public_reader.get(f"/{target}").status_code == 200


STRANGE = [
    "",
    "https://evil.example/zh/charts/ai-models",
    "https://figures.example/zh/charts/ai-models",
    "https://figures.example.evil.example/beijing/zh/charts/ai-models",
    f"{PUBLIC}.evil.example/zh/charts/ai-models",
    f"{PUBLIC}@evil.example/zh/charts/ai-models",
    f"//{PUBLIC[8:]}/zh/charts/ai-models",
    "/zh/charts/ai-models",
    f"{PUBLIC}/zh/",
    f"{PUBLIC}/zh/topics/ai",
    f"{PUBLIC}/zh/charts/nothing",
    f"{PUBLIC}/zh/charts/ai-models/nothing",
    f"{PUBLIC}/fr/charts/ai-models",
    f"{PUBLIC}/zh/charts/ai-models/../../x",
    f"{PUBLIC}/zh/charts/ai-models%0a",
    f"{PUBLIC}/zh/charts/ai-models\n",
    f"{PUBLIC}/zh/charts/ａｉ-models",
    f"{PUBLIC}/zh/charts/{'a' * 65}",
    f"{PUBLIC}//evil.example/zh/charts/ai-models",
    f"{PUBLIC}/zh/charts/[::1",
    f"{PUBLIC}//[x/zh/charts/ai-models",
]


@pytest.mark.parametrize("address", STRANGE)
def test_an_address_that_is_not_a_chart_of_ours_is_not_found(public_reader: FlaskClient, address: str) -> None:
    answer = public_reader.get("/oembed", query_string={"url": address})
    assert answer.status_code == 404
    assert answer.get_json()["error"]["where"] == "url"


def test_no_address_is_ours_while_the_public_one_is_not_known(reader: FlaskClient) -> None:
    for address in (CHART, "/zh/charts/ai-models", "http://localhost/zh/charts/ai-models"):
        assert reader.get("/oembed", query_string={"url": address}).status_code == 404


REFUSED = [
    ({}, 400, "url"),
    ({"url": CHART, "format": "yaml"}, 501, "format"),
    ({"url": CHART, "format": ""}, 501, "format"),
    ({"url": CHART, "maxwidth": "0"}, 400, "maxwidth"),
    ({"url": CHART, "maxwidth": "-1"}, 400, "maxwidth"),
    ({"url": CHART, "maxheight": "1e3"}, 400, "maxheight"),
    ({"url": CHART, "maxheight": "９"}, 400, "maxheight"),
    ({"url": CHART + "?" + "x" * 3000}, 414, "query"),
]


@pytest.mark.parametrize(("asked", "status", "where"), REFUSED)
def test_a_request_that_cannot_be_met_is_refused(
    public_reader: FlaskClient, asked: dict[str, str], status: int, where: str
) -> None:
    answer = public_reader.get("/oembed", query_string=asked)
    assert (answer.status_code, answer.get_json()["error"]["where"]) == (status, where)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [({}, True), ({"maxwidth": "1200"}, True), ({"maxwidth": "1199"}, False), ({"maxheight": "629"}, False)],
)
def test_a_thumbnail_is_named_where_there_is_room_for_it(
    public_reader: FlaskClient, asked: dict[str, str], shown: bool
) -> None:
    content = public_reader.get("/oembed", query_string={"url": CHART, **asked}).get_json()
    named = {name: value for name, value in content.items() if name.startswith("thumbnail_")}
    picture = {"url": f"{CHART}.card.png", "width": 1200, "height": 630}
    assert named == ({f"thumbnail_{name}": value for name, value in picture.items()} if shown else {})


def test_xml_says_what_json_says(public_reader: FlaskClient) -> None:
    asked = {"url": CHART, "maxwidth": "400"}
    content = public_reader.get("/oembed", query_string=asked).get_json()
    answer = public_reader.get("/oembed", query_string=asked | {"format": "xml"})
    assert answer.mimetype == "text/xml"
    root = ET.fromstring(answer.data)
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {name: str(value) for name, value in content.items()}


@pytest.mark.parametrize(("most", "width", "height"), [(None, 720, None), (320, 320, None), (5000, 720, 200)])
def test_the_frame_keeps_within_what_is_asked(
    public_reader: FlaskClient, most: int | None, width: int, height: int | None
) -> None:
    asked = {"url": CHART} | ({"maxwidth": str(most)} if most else {}) | ({"maxheight": str(height)} if height else {})
    content = public_reader.get("/oembed", query_string=asked).get_json()
    assert content["width"] == width
    assert content["height"] == height if height else content["height"] > 300


def test_any_site_may_ask(public_reader: FlaskClient) -> None:
    answer = public_reader.get("/oembed", query_string={"url": CHART})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"


@pytest.mark.whole
@pytest.mark.parametrize("form", ["json", "xml"])
def test_nothing_that_is_asked_comes_back(public_reader: FlaskClient, form: str) -> None:
    expected = public_reader.get("/oembed", query_string={"url": CHART, "format": form}).data
    for payload in PAYLOADS:
        for address in (payload, f"{PUBLIC}/zh/charts/{payload}"):
            answer = public_reader.get("/oembed", query_string={"url": address, "format": form})
            assert answer.status_code in (400, 404)
            assert "evil.example" not in answer.text
            assert "window.ran" not in answer.text
        for name in ("title", "theme", "callback"):
            asked = {"url": CHART, "format": form, name: payload}
            assert public_reader.get("/oembed", query_string=asked).data == expected
        for name in ("maxwidth", "maxheight", "format"):
            answer = public_reader.get("/oembed", query_string={"url": CHART} | {name: payload})
            assert answer.status_code in (400, 501)
            assert "window.ran" not in answer.text
