"""What pages say of themselves to search engines, and where a reader tells of an error."""

import json
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests.conftest import PUBLIC
from tests.pages.reading import Reading

pytestmark = pytest.mark.whole

Pages = Mapping[str, Reading]


def _linked(html: str) -> dict[str, object]:
    inside = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    found = json.loads(inside)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", ["/zh/", "/en/about", "/zh/figures/ai-firms-2024", "/en/topics/ai", "/en/timeline"])
def test_a_page_names_itself_as_its_head_does(public_reader: FlaskClient, path: str) -> None:
    html = public_reader.get(path).text
    linked = _linked(html)
    page = Reading(html)
    assert linked["@type"] == "WebPage"
    assert linked["url"] == PUBLIC + path
    assert linked["name"] == page.one("meta", property="og:title").attributes["content"]
    assert linked["description"] == page.one("meta", name="description").attributes["content"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_is_a_data_set_whose_files_are_there(reader: FlaskClient, lang: str) -> None:
    described = _linked(reader.get(f"/{lang}/charts/ai-firms").text)["mainEntity"]
    assert isinstance(described, dict)
    assert described["@type"] == "Dataset"
    assert described["isBasedOn"]
    for each in described["distribution"]:
        answer = reader.get(each["contentUrl"])
        assert (answer.status_code, answer.mimetype) == (200, each["encodingFormat"])


def test_a_page_of_an_error_says_nothing_of_itself(reader: FlaskClient) -> None:
    assert "ld+json" not in reader.get("/zh/nothing-of-the-kind").text


@pytest.mark.parametrize(
    ("contact", "begins"),
    [
        ("", "/en/about#report"),
        ("https://tracker.example/new", "https://tracker.example/new"),
        ("desk@figures.example", "mailto:desk@figures.example?subject="),
    ],
)
def test_every_page_leads_to_where_errors_are_told(real_site: Site, contact: str, begins: str) -> None:
    settings = Settings(datasets=real_site.settings.datasets, contact=contact)
    answer = (
        build_server(Site.over(real_site.catalog, settings), scripts()).test_client().get("/en/figures/ai-firms-2024")
    )
    (link,) = [each for each in Reading(answer.text).all("a") if each.text == "Report an error"]
    address = str(link.attributes["href"])
    assert address.startswith(begins)
    if "@" in contact:
        assert "en/figures/ai-firms-2024" in address.replace("%2F", "/")
        assert real_site.version in address
