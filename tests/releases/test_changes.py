"""What changed, as a page, as a feed and as JSON."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.pages.reading import Reading
from tests.releases.conftest import change, reader_of

ATOM = "{http://www.w3.org/2005/Atom}"
PUBLIC = "https://figures.example/beijing"


def lines(page: Reading) -> list[str]:
    return [
        each.text
        for each in page.all(
            "li",
        )
        if each.attributes.get("id", "").startswith(("figure-", "milestone-"))
    ]


def test_the_page_lists_corrections_removals_and_additions_with_their_reasons(twice_reader: FlaskClient) -> None:
    page = Reading(twice_reader.get("/zh/changes").text)
    assert [each.text for each in page.all("h2")] == ["2026.12 2026年11月22日", "2026.11 2026年11月22日"]
    assert [each.text for each in page.all("h3")] == ["更正", "撤下", "新增"]
    assert lines(page) == [
        "企业数量 578家（推算） → 600家（推算） 理由：抄写有误。",
        "企业数量 1,155 → 1,199家 理由：抄写有误。",
        "企业数量 超2,400 → 超2,800家 理由：报社更正了数字。",
        "企业数量 至少1万家（目标）（2027年） → 已撤下 理由：计划取消了。",
        "企业数量 1,900家（2024年上半年）",
    ]


def test_the_page_is_whole_in_english(twice_reader: FlaskClient) -> None:
    text = lines(Reading(twice_reader.get("/en/changes").text))[2]
    assert text == "Number of firms over 2,400 → over 2,800 firms Reason: The paper corrected the figure."


def test_what_is_there_still_leads_to_its_evidence(twice_reader: FlaskClient) -> None:
    page = Reading(twice_reader.get("/zh/changes").text)
    found = {each.attributes["href"] for each in page.all("a")}
    assert "/zh/figures/firms-2024" in found
    assert "/zh/figures/firms-goal" not in found


def test_what_is_not_released_yet_stands_first(once: Path) -> None:
    change(once)
    (once / "corrections.yaml").unlink()
    page = Reading(reader_of(once).get("/en/changes").text)
    assert page.all("h2")[0].text == "Not yet released"
    assert lines(page)[2] == "Number of firms over 2,400 → over 2,800 firms No reason is given yet."


def test_without_a_release_the_page_and_the_feed_say_so(client: FlaskClient) -> None:
    assert "还没有发布过版本" in client.get("/zh/changes").text
    assert ElementTree.fromstring(client.get("/feed.xml").data).findall(f"{ATOM}entry") == []
    assert client.get("/changes.json").get_json() == {"releases": [], "pending": []}


@pytest.mark.parametrize("public", ["", PUBLIC])
def test_the_feed_has_what_atom_asks_for(twice: Path, public: str) -> None:
    feed = ElementTree.fromstring(reader_of(twice, public).get("/feed.xml").data)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    ids = [each.findtext(f"{ATOM}id") or "" for each in (feed, *entries)]
    assert len(set(ids)) == 3
    assert all(each.startswith("urn:uuid:") for each in ids)
    for each in (feed, *entries):
        assert each.findtext(f"{ATOM}title")
        assert each.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
        links = [link.attrib for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert [link["hreflang"] for link in links] == ["zh-CN", "en"]
        assert all(link["href"].startswith(f"{public}/") for link in links)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == ([f"{PUBLIC}/feed.xml"] if public else [])
    content = entries[0].findtext(f"{ATOM}content") or ""
    assert "超2,400 → 超2,800家 理由：报社更正了数字。" in content
    assert "over 2,400 → over 2,800 firms Reason: The paper corrected the figure." in content


def test_a_release_keeps_its_id_wherever_the_site_stands(twice: Path) -> None:
    ids = [
        [each.text for each in ElementTree.fromstring(reader_of(twice, public).get("/feed.xml").data).iter(f"{ATOM}id")]
        for public in ("", PUBLIC)
    ]
    assert ids[0] == ids[1]


def test_the_same_is_there_as_json(twice_reader: FlaskClient) -> None:
    said = twice_reader.get("/changes.json").get_json()
    assert [each["version"] for each in said["releases"]] == ["2026.12", "2026.11"]
    assert said["pending"] == []
    corrected = next(each for each in said["releases"][0]["changes"] if each["id"] == "firms-2024")
    assert corrected["before"] == {"zh": "超2,400家", "en": "over 2,400 firms"}
    assert corrected["reason"]["en"] == "The paper corrected the figure."


@pytest.mark.parametrize(
    ("path", "kind"), [("/feed.xml", "application/atom+xml"), ("/changes.json", "application/json")]
)
def test_any_site_may_read_the_feeds(twice_reader: FlaskClient, path: str, kind: str) -> None:
    answer = twice_reader.get(path)
    assert answer.mimetype == kind
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"].startswith("public, max-age=60")


def test_every_page_leads_to_the_changes_and_the_feed(twice_reader: FlaskClient) -> None:
    page = Reading(twice_reader.get("/zh/").text)
    assert page.one("link", type="application/atom+xml").attributes["href"] == "/feed.xml"
    assert [each for each in page.all("a") if each.attributes.get("href") == "/zh/changes"]
