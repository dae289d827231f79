"""Charts as they were released: the same for good, and honest about what has changed since."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.fonts import Fonts
from app.model.text import LANGS
from app.releases.releases import ENDINGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from app.workbench.scripts import scripts
from tests.loading.tiny import edit
from tests.pages.reading import Reading
from tests.pages.test_embed import POLICY
from tests.releases.conftest import change, reader_of
from tests.routes.test_headers import ASSET, MINUTES

OLD, NEW = "/v/2026.11", "/v/2026.12"
FOR_GOOD = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=10"


def test_every_address_of_every_release_answers(twice: Path, twice_reader: FlaskClient) -> None:
    site = Site.open(Settings(datasets=twice))
    found = list(site.releases.addresses())
    assert len(found) == 2 * 3 * 2 * (2 + len(ENDINGS))
    for address in found:
        assert twice_reader.get(address, query_string={"scale": "1"}).status_code == 200, address


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", ["svg", "csv", "json"])
def test_a_picture_or_file_is_the_bytes_that_were_released(
    twice: Path, twice_reader: FlaskClient, lang: str, ending: str
) -> None:
    with zipfile.ZipFile(twice / "releases" / "2026.11" / "charts" / "firms-series.zip") as archive:
        for name, view in ((f"{lang}.{ending}", ""), (f"facts/{lang}.{ending}", "facts")):
            path = Urls(lang, version="2026.11").chart("firms-series", view, format=ending)
            assert twice_reader.get(path).data == archive.read(name)


def test_numbers_titles_and_notes_stay_as_they_were(twice_reader: FlaskClient) -> None:
    old, new = (twice_reader.get(f"{each}/zh/embed/firms-series").text for each in (OLD, NEW))
    assert Reading(old).one("h1").text == "企业已达超2,400家"
    assert Reading(new).one("h1").text == "企业已达超2,800家"
    assert "至少1万家" in old
    assert "至少1万家" not in new
    assert "超2,400家" in twice_reader.get(f"{OLD}/zh/charts/firms-series.svg").text
    assert twice_reader.get(f"{OLD}/en/charts/firms-series.json").get_json()["data_version"] == "2026.11"


def test_later_wording_and_titles_do_not_reach_a_released_chart(once: Path) -> None:
    before = reader_of(once).get(f"{OLD}/en/embed/share-bars").text
    edit(once, "charts/share-bars.yaml", "Two readings stand side by side", "Two readings")
    edit(once, "charts/share-bars.yaml", "The two readings differ.", "They differ.")
    assert reader_of(once).get(f"{OLD}/en/embed/share-bars").text == before


SINCE = [
    ("/zh/embed/firms-series/facts", "此后有更新：1,155 → 1,199家；超2,400 → 超2,800家。查看最新的图"),
    (
        "/en/embed/firms-series/facts",
        "Since updated: 1,155 → 1,199 firms; over 2,400 → over 2,800 firms. See the chart as it is now",
    ),
]


@pytest.mark.parametrize(("path", "line"), SINCE)
def test_what_has_changed_since_is_said_in_one_line_that_leads_to_the_live_chart(
    twice_reader: FlaskClient, path: str, line: str
) -> None:
    page = Reading(twice_reader.get(OLD + path).text)
    assert page.one("p", **{"class": "since"}).text == line
    (link,) = [each for each in page.all("a") if "since" in each.around or each.text in line]
    assert link.attributes["href"] == path.replace("/embed/", "/charts/")


def test_of_many_changes_the_line_gives_the_number(twice_reader: FlaskClient) -> None:
    line = Reading(twice_reader.get(f"{OLD}/zh/embed/firms-series").text).one("p", **{"class": "since"}).text
    assert "另有1处" in line
    assert line.count("→") == 3


@pytest.mark.parametrize("path", [f"{OLD}/zh/embed/share-bars", f"{NEW}/zh/embed/firms-series"])
def test_nothing_is_said_where_nothing_changed(twice_reader: FlaskClient, path: str) -> None:
    assert not Reading(twice_reader.get(path).text).all("p", **{"class": "since"})


def test_what_is_not_released_yet_is_said_too(once: Path) -> None:
    change(once)
    page = Reading(reader_of(once).get(f"{OLD}/en/embed/firms-series/facts").text)
    assert "over 2,400 → over 2,800 firms" in page.one("p", **{"class": "since"}).text


def test_a_figure_that_is_gone_leads_to_the_reason(twice_reader: FlaskClient) -> None:
    page = Reading(twice_reader.get(f"{OLD}/zh/embed/firms-series").text)
    assert "/zh/changes#figure-firms-goal" in {each.attributes.get("href") for each in page.all("a")}
    assert "/zh/figures/firms-goal" not in twice_reader.get(f"{OLD}/zh/embed/firms-series").text
    assert Reading(twice_reader.get("/zh/changes").text).one("li", id="figure-firms-goal")


def test_it_says_which_release_it_is_of(twice_reader: FlaskClient) -> None:
    assert "2026.11版" in twice_reader.get(f"{OLD}/zh/embed/share-bars").text
    assert "as released in 2026.11" in twice_reader.get(f"{OLD}/en/embed/share-bars").text
    assert "2026.11" not in twice_reader.get("/zh/embed/share-bars").text


EMBEDS = [
    (f"{OLD}/zh/embed/firms-series", 200, MINUTES, "企业已达超2,400家"),
    (f"{OLD}/en/embed/firms-series/facts", 200, MINUTES, "Number of firms"),
    (f"{OLD}/en/embed/nope", 404, SHORTLY, "There is no such release, or no such chart in it"),
    (f"{OLD}/zh/embed/firms-series/nope", 404, SHORTLY, "没有这个版本，或者其中没有这幅图"),
    ("/v/2026.10/zh/embed/firms-series", 404, SHORTLY, "没有这个版本，或者其中没有这幅图"),
    ("/v/2026.13/en/embed/firms-series", 404, SHORTLY, "There is no such release, or no such chart in it"),
    ("/v/../en/embed/firms-series", 404, SHORTLY, "There is no such release, or no such chart in it"),
]


@pytest.mark.parametrize(("path", "status", "cache", "heading"), EMBEDS)
def test_a_fixed_embed_may_be_framed_by_any_page_and_is_short_lived(
    twice_reader: FlaskClient, path: str, status: int, cache: str, heading: str
) -> None:
    answer = twice_reader.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert Reading(answer.text).one("h1").text == heading
    assert re.fullmatch(POLICY, answer.headers["Content-Security-Policy"])
    assert "X-Frame-Options" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer.headers["Cache-Control"] == cache
    assert "Set-Cookie" not in answer.headers


FILES = [
    (f"{OLD}/zh/charts/firms-series.svg", 200, FOR_GOOD),
    (f"{OLD}/zh/charts/firms-series.png?theme=dark&scale=1", 200, FOR_GOOD),
    (f"{OLD}/zh/charts/firms-series/facts.csv", 200, FOR_GOOD),
    (f"{OLD}/en/charts/firms-series.json", 200, FOR_GOOD),
    (f"{OLD}/zh/charts/firms-series.xlsx", 404, SHORTLY),
    (f"{OLD}/zh/charts/nope.svg", 404, SHORTLY),
    ("/v/2026.10/zh/charts/firms-series.svg", 404, SHORTLY),
    ("/v/", 404, SHORTLY),
    (f"{OLD}/zh/charts/firms-series.svg?theme=sepia", 400, "no-store"),
    (f"{OLD}/zh/charts/firms-series.svg?width=300", 400, "no-store"),
    (f"{OLD}/zh/charts/firms-series.png?scale=4", 400, "no-store"),
    (f"{OLD}/zh/charts/firms-series.svg?{'x' * 3000}", 414, "no-store"),
]


@pytest.mark.parametrize(("path", "status", "cache"), FILES)
def test_pictures_and_data_of_a_release_are_kept_for_a_year(
    twice_reader: FlaskClient, path: str, status: int, cache: str
) -> None:
    answer = twice_reader.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in ASSET} == ASSET
    assert answer.headers["Cache-Control"] == cache
    assert "X-Frame-Options" not in answer.headers
    if status != 200:
        assert answer.get_json()["error"]["message"]


def test_a_file_of_a_release_names_the_data_of_the_release(twice: Path, twice_reader: FlaskClient) -> None:
    said = json.loads((twice / "releases" / "2026.11" / "release.json").read_text(encoding="utf-8"))
    answer = twice_reader.get(f"{OLD}/zh/charts/share-bars.csv")
    assert answer.headers["X-Data-Version"] == said["data_version"]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="share-bars-zh-2026.11.csv"'
    assert twice_reader.get("/zh/").headers["X-Data-Version"] != said["data_version"]


@pytest.mark.parametrize("path", [f"{OLD}/zh/embed/share-bars", f"{OLD}/zh/charts/share-bars.svg"])
def test_what_is_unchanged_is_not_sent_again(twice_reader: FlaskClient, path: str) -> None:
    etag = twice_reader.get(path).headers["ETag"]
    assert twice_reader.get(path, headers={"If-None-Match": etag}).status_code == 304


def test_no_query_changes_a_fixed_embed(twice_reader: FlaskClient) -> None:
    path = f"{OLD}/zh/embed/share-bars"
    assert twice_reader.get(f"{path}?theme=dark&version=2026.12").data == twice_reader.get(path).data


def test_a_machine_without_fonts_says_so(twice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Fonts, "find", lambda: Fonts(()))
    reader = build_server(Site.open(Settings(datasets=twice)), scripts()).test_client()
    answer = reader.get(f"{OLD}/zh/charts/share-bars.png")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "no-font")
