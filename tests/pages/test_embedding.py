"""The embed section of a chart's page: what there is to paste, and what it says where there is nothing."""

import json
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from tests import beijing
from tests.conftest import PUBLIC
from tests.pages.reading import Reading

pytestmark = pytest.mark.whole

CHARTS = ["/zh/charts/ai-models", "/en/charts/ai-firms-share", "/en/charts/plans-timeline/plans-only"]


class Pasted(HTMLParser):
    """A snippet as the page it is pasted into reads it: its tags are balanced and its attributes quoted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def snippets(page: Reading) -> dict[str, str]:
    found = [each for each in page.all("pre") if "data-snippet" in each.attributes]
    return {each.attributes["id"]: "".join(each.pieces) for each in found}


@pytest.mark.parametrize("path", CHARTS)
def test_without_a_public_address_no_snippet_is_shown_and_the_reason_is(reader: FlaskClient, path: str) -> None:
    page = Reading(reader.get(path).text)
    assert snippets(page) == {}
    assert "PUBLIC_URL" in page.one("p", **{"class": "notice"}).text
    assert not page.all("link", type="application/json+oembed")


@pytest.mark.parametrize("path", CHARTS)
def test_every_snippet_stands_in_both_languages_and_leads_to_what_is_there(
    public_reader: FlaskClient, path: str
) -> None:
    page = Reading(public_reader.get(path).text)
    assert "PUBLIC_URL" not in public_reader.get(path).text
    found = snippets(page)
    expected = {f"embed-{lang}-{kind}" for lang in LANGS for kind in ("script", "iframe", "oembed", "picture")}
    assert {name for name in found if "-fixed-" not in name} == expected
    for name, text in found.items():
        addresses = [text] if name.endswith("oembed") else _addresses(text)
        for address in addresses:
            assert address.startswith(PUBLIC)
            asked = urlsplit(address.removeprefix(PUBLIC))
            assert public_reader.get(asked.path, query_string=asked.query).status_code == 200, address


def _addresses(text: str) -> list[str]:
    values = [attributes.get(name) for _, attributes in Pasted(text).elements for name in ("src", "href")]
    return [value for value in values if value]


def test_the_script_snippet_has_a_place_a_picture_and_the_heights(public_reader: FlaskClient) -> None:
    page = Reading(public_reader.get("/zh/charts/ai-models").text)
    elements = dict(Pasted(snippets(page)["embed-zh-script"]).elements)
    assert elements["div"]["data-beijing-chart"] == "ai-models"
    assert elements["div"]["data-lang"] == "zh"
    assert elements["script"] == {"async": None, "src": f"{PUBLIC}/embed.js"}
    assert "noscript" in elements
    assert (elements["img"]["alt"] or "").startswith("北京备案大模型")
    assert " style=" not in snippets(page)["embed-zh-script"]


def test_the_pictures_of_a_chart_are_linked_and_their_addresses_can_be_copied(
    reader: FlaskClient, public_reader: FlaskClient
) -> None:
    for client, public in ((reader, ""), (public_reader, PUBLIC)):
        page = Reading(client.get("/en/charts/ai-models").text)
        for lang in LANGS:
            for name, ending in {
                "vector": "svg",
                "card": "card.png",
                "square": "square.png",
                "wechat": "wechat.zip",
            }.items():
                path = f"/{lang}/charts/ai-models.{ending}"
                assert page.all("a", href=path)
                assert client.get(path).status_code == 200
                written = [each.text for each in page.all("code", id=f"embed-{lang}-{name}")]
                assert written == ([public + path] if public else [])


SHARED = [
    ("/zh/charts/ai-models", "/zh/charts/ai-models.card.png", "/zh/charts/ai-models.square.png"),
    ("/en/charts/plans-timeline/plans-only", "/en/charts/plans-timeline/plans-only.card.png", None),
    ("/zh/", "/zh/card.png", None),
    ("/en/sources", "/en/card.png", None),
]


@pytest.mark.parametrize(("path", "picture", "square"), SHARED)
def test_a_shared_address_has_a_picture_where_the_site_knows_its_own(
    reader: FlaskClient, public_reader: FlaskClient, path: str, picture: str, square: str | None
) -> None:
    assert "og:image" not in reader.get(path).text
    page = Reading(public_reader.get(path).text)
    assert page.one("meta", property="og:image").attributes["content"] == PUBLIC + picture
    assert page.one("meta", property="og:image:alt").attributes["content"]
    assert page.one("meta", name="twitter:card").attributes["content"] == "summary_large_image"
    size = [page.one("meta", property=f"og:image:{side}").attributes["content"] for side in ("width", "height")]
    body = public_reader.get(picture).data
    assert size == [str(int.from_bytes(body[16:20], "big")), str(int.from_bytes(body[20:24], "big"))]
    if square:
        assert page.one("meta", itemprop="image").attributes["content"] == PUBLIC + square
        assert public_reader.get(square).status_code == 200


def test_a_chart_page_is_discovered_in_both_formats(public_reader: FlaskClient) -> None:
    page = Reading(public_reader.get("/en/charts/ai-models").text)
    for form in ("json", "xml"):
        kind = "application/json+oembed" if form == "json" else "text/xml+oembed"
        address = page.one("link", type=kind).attributes["href"]
        asked = urlsplit(address.removeprefix(PUBLIC))
        answer = public_reader.get(asked.path, query_string=asked.query)
        assert answer.status_code == 200
        if form == "json":
            assert f"{PUBLIC}/en/embed/ai-models" in json.loads(answer.text)["html"]


def test_the_preview_is_the_embed_and_waits_until_it_is_seen(reader: FlaskClient) -> None:
    frame = Reading(reader.get("/zh/charts/ai-models").text).one("iframe")
    assert frame.attributes["src"] == "/zh/embed/ai-models"
    assert frame.attributes["loading"] == "lazy"
    assert frame.attributes["title"]
    assert "details" in frame.around


@pytest.mark.parametrize("name", beijing.charts())
def test_every_chart_has_its_section_and_its_words_for_who_cannot_see(reader: FlaskClient, name: str) -> None:
    page = Reading(reader.get(f"/zh/charts/{name}").text)
    assert page.one("h2", id="embed").text == "嵌入"
    assert len(page.one("p", id="embed-zh-alt").text) > 10
    assert page.one("p", id="embed-en-alt").attributes["lang"] == "en"
