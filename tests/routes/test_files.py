"""Files are there at plain addresses, in the language of the address, and refuse what they cannot answer."""

import io
import zipfile

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.api_error import ApiError
from app.model.text import LANGS, Lang
from app.renderers.citation import FORMATS
from app.routes.headers import MOST_ANSWER, limit_answer
from app.urls import MOST_QUERY, Urls
from tests import beijing

ENDINGS = ("csv", "xlsx", "pptx", "json", *FORMATS)
HAN = range(0x4E00, 0xA000)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_has_a_plain_name_and_is_named_after_its_chart(client: FlaskClient, lang: Lang, ending: str) -> None:
    answer = client.get(f"/{lang}/charts/firms-series.{ending}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="firms-series-{lang}.{ending}"'
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    again = client.get(f"/{lang}/charts/firms-series.{ending}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(f"/{lang}/charts/firms-series.{ending}").data == answer.data


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_unknown_chart_or_view_is_one_json_error(client: FlaskClient, ending: str) -> None:
    for path in (f"/zh/charts/nope.{ending}", f"/zh/charts/firms-series/nope.{ending}"):
        answer = client.get(path)
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "not-found")


LONG = ["/zh/charts/firms-series.csv", "/data/package.zip", "/api/v1/observations"]


@pytest.mark.parametrize("path", LONG)
def test_a_query_beyond_the_limit_is_refused_with_a_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?q={'a' * MOST_QUERY}")
    assert (answer.status_code, answer.get_json()["error"]["where"]) == (414, "query")
    assert str(MOST_QUERY) in answer.get_json()["error"]["message"]


def test_an_answer_beyond_the_limit_is_refused_with_a_sentence() -> None:
    assert limit_answer("a" * MOST_ANSWER) == b"a" * MOST_ANSWER
    with pytest.raises(ApiError) as refused:
        limit_answer("北" * MOST_ANSWER)
    assert (refused.value.status, refused.value.where) == (400, "limit")


@pytest.mark.parametrize("name", beijing.charts())
def test_english_files_hold_english_headers_and_labels(reader: FlaskClient, name: str) -> None:
    """The paper's own fragments, the Chinese columns of the data and the names of sections stay Chinese."""
    text = reader.get(Urls("en").chart(name, format="csv")).data.decode("utf-8-sig")
    assert not any(ord(sign) in HAN for sign in text.partition("\n")[0]), name
    book = openpyxl.load_workbook(io.BytesIO(reader.get(Urls("en").chart(name, format="xlsx")).data))
    assert book.sheetnames in [["As shown", data, "Sources and definitions"] for data in ("Data", "Milestone data")]
    sheet = book["As shown"]
    heads = [cell.value for cell in sheet[4]]
    cells = [cell for row in sheet.iter_rows(min_row=1) for cell in row if cell.value is not None]
    own = heads.index("As printed") + 1 if "As printed" in heads else 0
    told = [str(cell.value) for cell in cells if cell.column != own]
    assert [text for text in told if any(ord(sign) in HAN for sign in text)] == [], name


def test_a_sheet_holds_typed_cells(reader: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(reader.get("/zh/charts/ai-firms.xlsx").data))
    assert book.sheetnames == ["如图所示", "数据", "来源与口径"]
    rows = [[cell.value for cell in row] for row in book["数据"].iter_rows()]
    row = dict(zip(rows[0], rows[1], strict=True))
    assert (row["value"], row["value_low"], row["value_high"], row["qualifier"]) == (2400, 2400, None, "over")
    assert (row["period_basis"], row["printed"], row["source"]) == ("stated", "突破2400家", "hot-beijing-2025")
    assert (row["target"], row["period_end"].year) == (False, 2024)
    assert book["如图所示"]._charts, "Excel draws the chart itself"


SCALES = [("zh", "biomed-scale", "0.0,,,,", "万亿元"), ("en", "biomed-scale", "0.0,,,,", "¥ trillion")]


@pytest.mark.parametrize(("lang", "name", "written", "unit"), SCALES)
def test_an_axis_is_written_in_the_unit_it_names(
    reader: FlaskClient, lang: Lang, name: str, written: str, unit: str
) -> None:
    """By a number format, which every program knows; display units only Excel does."""
    data = reader.get(Urls(lang).chart(name, format="xlsx")).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawn = archive.read("xl/charts/chart1.xml").decode()
    assert f'formatCode="{written}"' in drawn
    assert f"<a:t>{unit}</a:t>" in drawn
    assert "dispUnits" not in drawn


def test_the_sheet_of_sources_gives_each_text_the_lines_it_takes(reader: FlaskClient) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(reader.get("/en/charts/ai-firms.xlsx").data)).worksheets[-1]
    long = [cell for cell in sheet["B"] if cell.value and len(cell.value) > 90]
    assert long
    assert all(sheet.row_dimensions[cell.row].height >= 18 * 2 for cell in long)


def test_every_chart_page_leads_to_its_files(reader: FlaskClient) -> None:
    for lang in LANGS:
        text = reader.get(Urls(lang).chart("ai-firms")).text
        for ending in (*ENDINGS, "svg", "png"):
            assert f'href="/{lang}/charts/ai-firms.{ending}"' in text
