"""The embed section offers a chart that keeps up with updates and one that stays as it was released."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from tests.loading.tiny import edit
from tests.pages.reading import Reading
from tests.pages.test_embedding import Pasted, snippets
from tests.releases.conftest import change, reader_of

PUBLIC = "https://figures.example/beijing"
CHART, VIEW = "/zh/charts/firms-series", "/en/charts/firms-series/facts"


@pytest.fixture(scope="module")
def public_reader(twice: Path) -> FlaskClient:
    return reader_of(twice, PUBLIC)


def pasted(text: str) -> Mapping[str, Mapping[str, str | None]]:
    return dict(Pasted(text).elements)


@pytest.mark.parametrize("lang", LANGS)
def test_every_snippet_comes_in_both_kinds_and_the_fixed_one_names_the_release(
    public_reader: FlaskClient, lang: str
) -> None:
    found = snippets(Reading(public_reader.get(CHART).text))
    assert {name for name in found if f"-{lang}-" in name} == {
        f"embed-{lang}{kind}-{name}" for kind in ("", "-fixed") for name in ("script", "iframe", "oembed", "picture")
    }
    frame = pasted(found[f"embed-{lang}-fixed-iframe"])["iframe"]
    assert frame["src"] == f"{PUBLIC}/v/2026.12/{lang}/embed/firms-series"
    place = pasted(found[f"embed-{lang}-fixed-script"])
    assert place["div"]["data-version"] == "2026.12"
    assert "data-version" not in pasted(found[f"embed-{lang}-script"])["div"]
    picture = f"{PUBLIC}/v/2026.12/{lang}/charts/firms-series.png"
    assert place["img"]["src"] == pasted(found[f"embed-{lang}-fixed-picture"])["img"]["src"] == picture
    assert pasted(found[f"embed-{lang}-fixed-picture"])["a"]["href"] == f"{PUBLIC}/{lang}/charts/firms-series"


@pytest.mark.parametrize("path", [CHART, VIEW])
def test_every_fixed_address_is_there(public_reader: FlaskClient, path: str) -> None:
    found = snippets(Reading(public_reader.get(path).text))
    for name, text in found.items():
        if "-fixed-" not in name or name.endswith("oembed"):
            continue
        for _, attributes in Pasted(text).elements:
            address = attributes.get("src") or attributes.get("href") or PUBLIC
            if not address.endswith(("embed.js", PUBLIC)):
                assert public_reader.get(address.removeprefix(PUBLIC)).status_code == 200, address


def test_the_oembed_address_of_a_fixed_embed_is_answered_with_it(public_reader: FlaskClient) -> None:
    text = snippets(Reading(public_reader.get(VIEW).text))["embed-en-fixed-oembed"]
    address = urlsplit(text)
    assert parse_qs(address.query)["url"] == [f"{PUBLIC}/v/2026.12/en/embed/firms-series/facts"]
    content = public_reader.get("/oembed", query_string=address.query).get_json()
    assert f'src="{PUBLIC}/v/2026.12/en/embed/firms-series/facts"' in content["html"]
    assert content["title"] == "Number of firms"
    assert "thumbnail_url" not in content


STRANGE = [
    "/v/2026.10/zh/embed/firms-series",
    "/v/2026.12/zh/embed/nope",
    "/v/2026.12/zh/embed/firms-series/nope",
    "/v/2026.12/zh/charts/firms-series",
    "/v/2026.12/fr/embed/firms-series",
    "/v/../zh/embed/firms-series",
    "/v/2026.12//zh/embed/firms-series",
]


@pytest.mark.parametrize("path", STRANGE)
def test_what_is_no_fixed_embed_is_refused(public_reader: FlaskClient, path: str) -> None:
    answer = public_reader.get("/oembed", query_string={"url": PUBLIC + path})
    assert (answer.status_code, answer.get_json()["error"]["where"]) == (404, "url")


def test_oembed_gives_an_old_release_its_own_title(public_reader: FlaskClient) -> None:
    asked = {"url": f"{PUBLIC}/v/2026.11/zh/embed/firms-series"}
    assert public_reader.get("/oembed", query_string=asked).get_json()["title"] == "企业已达超2,400家"


def test_without_a_script_both_kinds_stand_one_below_the_other(public_reader: FlaskClient) -> None:
    page = Reading(public_reader.get(CHART).text)
    blocks = [each for each in page.all("div") if "data-edition" in each.attributes and "hidden" not in each.attributes]
    assert [each.attributes["data-version"] for each in blocks] == ["", "2026.12"]
    assert [each.attributes["data-edition"] for each in blocks] == ["zh", "zh"]
    headings = [each.text for each in page.all("h3", **{"class": "edition"})]
    assert headings[:2] == ["随时更新", "固定在今天（2026.12版）"]


def test_the_pictures_of_a_release_are_those_that_it_kept(public_reader: FlaskClient) -> None:
    page = Reading(public_reader.get(CHART).text)
    assert [each.text for each in page.all("code", id="embed-zh-fixed-vector")] == [
        f"{PUBLIC}/v/2026.12/zh/charts/firms-series.svg"
    ]
    headings = [each.text for each in page.all("h4")]
    assert (headings.count("这一版的图片"), headings.count("图片与公众号素材")) == (2, 2)
    assert not page.all("code", id="embed-zh-fixed-wechat")


def test_a_release_that_is_behind_is_not_called_todays(once: Path) -> None:
    change(once)
    page = Reading(reader_of(once, PUBLIC).get(CHART).text)
    headings = [each.text for each in page.all("h3", **{"class": "edition"})]
    assert headings[1] == "固定在2026.11版"
    assert "2026.11版之后这幅图已有更新：" in page.all("p", **{"class": "notice"})[0].text


def test_a_chart_that_is_in_no_release_cannot_be_fixed(once: Path) -> None:
    text = (once / "charts" / "share-bars.yaml").read_text(encoding="utf-8")
    (once / "charts" / "new-bars.yaml").write_text(text, encoding="utf-8")
    edit(once, "topics.yaml", "share-bars", "share-bars, new-bars")
    page = Reading(reader_of(once, PUBLIC).get("/en/charts/new-bars").text)
    assert "This chart is in no release yet" in "".join(each.text for each in page.all("p"))
    assert not [name for name in snippets(page) if "-fixed-" in name]
