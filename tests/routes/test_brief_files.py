"""A brief as one workbook: every item in its order, one sheet of data, native charts over their own rows."""

import io
import re
import zipfile

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.decks.brief import MOST_ITEMS
from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import Urls

ITEMS = (
    "charts/ai-models",
    "figures/ai-firms-2024",
    "figures/results-landed-2022",
    "charts/milestones-all",
    "charts/ai-firms-share",
    "figures/startup-rank-beijing-2025",
)
SHEETS = {
    "zh": ["如图所示", "数据", "大事数据", "来源与口径"],
    "en": ["As shown", "Data", "Milestone data", "Sources and definitions"],
}


def book_of(reader: FlaskClient, lang: Lang, *items: str) -> openpyxl.Workbook:
    answer = reader.get(Urls(lang).brief(items, format="xlsx"))
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.data))


@pytest.mark.parametrize("lang", LANGS)
def test_every_item_is_in_the_workbook_in_order(reader: FlaskClient, real_site: Site, lang: Lang) -> None:
    book = book_of(reader, lang, *ITEMS)
    assert book.sheetnames == SHEETS[lang]
    shown = [cell.value for cell in book.worksheets[0]["A"]]
    titles = [real_site.chart(item.partition("/")[2], lang).title for item in ITEMS if item.startswith("charts/")]
    assert [cell for cell in shown if cell in titles] == titles
    data = [cell.value for cell in book.worksheets[1]["A"]][1:]
    assert data[3:5] == ["ai-firms-2024", "results-landed-2022"]
    assert data[-1] == "startup-rank-beijing-2025"


def test_a_native_chart_is_drawn_over_its_own_rows(reader: FlaskClient, real_site: Site) -> None:
    """Also where other items stand before it."""
    items = ("figures/ai-firms-2024", "charts/milestones-all", "charts/biomed-scale", "charts/ai-firms-share")
    answer = reader.get(Urls("zh").brief(items, format="xlsx"))
    data = openpyxl.load_workbook(io.BytesIO(answer.data))["数据"]
    ids = {number: cell.value for number, cell in enumerate(data["A"], 1)}
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        drawn = sorted(part for part in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", part))
        parts = [archive.read(part).decode() for part in drawn]
    assert len(parts) == 2
    for name, part in zip(("biomed-scale", "ai-firms-share"), parts, strict=True):
        spans = [
            (int(first), int(last or first))
            for first, last in re.findall(r"<c:(?:val|yVal)>.*?<c:f>数据!\$\w+\$(\d+)(?::\$\w+\$(\d+))?<", part)
        ]
        under = [ids[row] for first, last in spans for row in range(first, last + 1)]
        assert under == [point.id for point in real_site.chart(name, Lang.ZH).points]


REFUSED = [
    ("", 400, "no-item"),
    ("?items=", 400, "no-item"),
    ("?items=charts/nope", 400, "unknown-item"),
    ("?items=" + ",".join(f"charts/x{n}" for n in range(MOST_ITEMS + 1)), 400, "too-many"),
    ("?items=" + "x" * 2048, 414, "too-long"),
]


@pytest.mark.parametrize(("query", "status", "code"), REFUSED)
def test_what_cannot_be_given_is_refused_with_a_sentence(
    reader: FlaskClient, query: str, status: int, code: str
) -> None:
    answer = reader.get(Urls("zh").brief(format="xlsx") + query)
    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (status, code)
    assert len(error["message"]) > 10


def test_the_same_brief_gives_the_same_bytes(reader: FlaskClient) -> None:
    path = Urls("en").brief(ITEMS, format="xlsx")
    assert reader.get(path).data == reader.get(path).data
    assert reader.get(path).headers["Content-Disposition"] == 'attachment; filename="brief-en.xlsx"'
