"""What was chosen on explore and compare comes as files: the figures of the choice, and no others."""

import csv
import io

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.data.explore import MOST_INDICATORS
from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import Urls
from tests import beijing
from tests.pages.reading import Reading
from tests.routes.selections import file_of

CHOICE = (("i", "ai-firms"), ("i", "unicorn-valuation"))
ENDINGS = ("csv", "xlsx", "json")


def pages(lang: Lang) -> tuple[str, ...]:
    return (
        Urls(lang).explore(CHOICE),
        Urls(lang).compare(),
        Urls(lang).compare((("topic", "ai"),)),
    )


@pytest.mark.parametrize("lang", LANGS)
def test_each_page_leads_to_its_files_and_they_are_there(reader: FlaskClient, lang: Lang) -> None:
    for page in pages(lang):
        links = [each.attributes["href"] for each in Reading(reader.get(page).text).all("a")]
        for ending in ENDINGS:
            path = file_of(page, format=ending)
            assert path in links
            answer = reader.get(path)
            name = path.partition("?")[0].rpartition("/")[2].replace(".", f"-{lang}.")
            assert (answer.status_code, answer.headers["Content-Disposition"]) == (
                200,
                f'attachment; filename="{name}"',
            )
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert reader.get(path).data == answer.data


@pytest.mark.parametrize("lang", LANGS)
def test_every_form_holds_the_figures_of_the_chosen_indicators(
    reader: FlaskClient, real_site: Site, lang: Lang
) -> None:
    wanted = [o.id for _, name in CHOICE for o in real_site.catalog.indicators[name].observations]
    page = pages(lang)[0]
    whole = reader.get(file_of(page, format="json")).get_json()
    assert [row["observation"] for row in whole["rows"]] == wanted
    assert whole["address"] == page
    text = reader.get(file_of(page, format="csv")).data.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == len(wanted) + 1
    book = openpyxl.load_workbook(io.BytesIO(reader.get(file_of(page, format="xlsx")).data))
    assert [cell.value for cell in book.worksheets[1]["A"]][1:] == wanted


def test_compare_holds_what_its_page_shows_and_a_topic_narrows_it(reader: FlaskClient) -> None:
    every, narrowed = ({row["observation"] for row in rows(reader, page)} for page in pages(Lang.ZH)[1:])
    assert narrowed < every
    for page, ids in zip(pages(Lang.ZH)[1:], (every, narrowed), strict=True):
        links = {each.attributes.get("href", "") for each in Reading(reader.get(page).text).all("a")}
        assert {link.rpartition("/")[2] for link in links if link.startswith("/zh/figures/")} >= ids


def rows(reader: FlaskClient, page: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = reader.get(file_of(page, format="json")).get_json()["rows"]
    return found


REFUSED = [
    ("explore", "", 400, "i"),
    ("explore", "i=", 400, "i"),
    ("explore", "i=ai-firm", 400, "i"),
    ("explore", "&".join(f"i=x{n}" for n in range(MOST_INDICATORS + 1)), 400, "i"),
    ("explore", "i=" + "x" * 3000, 414, "query"),
    ("compare", "topic=nope", 400, "topic"),
    ("compare", "topic=" + "x" * 3000, 414, "query"),
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("page", "query", "status", "where"), REFUSED)
def test_what_cannot_be_given_is_refused_with_a_sentence(
    reader: FlaskClient, page: str, query: str, status: int, where: str, ending: str
) -> None:
    answer = reader.get(f"/en/{page}.{ending}?{query}")
    error = answer.get_json()["error"]
    assert (answer.status_code, error["where"]) == (status, where)
    assert len(error["message"]) > 10


def test_a_misspelt_indicator_is_answered_with_what_was_meant(reader: FlaskClient) -> None:
    assert "did you mean 'ai-firms'?" in reader.get("/en/explore.csv?i=ai-firm").get_json()["error"]["message"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_board_leads_to_files_of_what_is_on_it(reader: FlaskClient, ending: str) -> None:
    assert f'href="/zh/board.{ending}?topic=space"' in reader.get("/zh/board?topic=space").text
    answer = reader.get(f"/zh/board.{ending}?topic=space")
    assert answer.status_code == 200
    assert reader.get(f"/zh/board.{ending}").status_code == 200
    assert reader.get(f"/zh/board.{ending}?topic=plans&measure=growth").status_code == 400
    if ending == "csv":
        names = [line.rpartition(",")[2] for line in answer.text.splitlines()[1:]]
        assert len(names) == sum(datum.indicator.topic == "space" for datum in beijing.site().data.values())
