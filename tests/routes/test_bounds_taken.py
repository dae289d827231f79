"""No brief, no workbook of one and no file of a selection prints a bound as exact: every such figure, zh and en."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TypeVar

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.data.explore import MOST_INDICATORS
from app.decks.brief import MOST_ITEMS
from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import Urls
from tests.pages.reading import Reading
from tests.pages.test_honesty import texts as written
from tests.routes.selections import file_of
from tests.routes.test_bounds import Bare, charts, inexact, numbers_hold, printed_of, texts

pytestmark = pytest.mark.whole

T = TypeVar("T")


@pytest.fixture(scope="module", params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture(scope="module")
def bare(real_site: Site, lang: Lang) -> Bare:
    return Bare(real_site, lang)


def parts(whole: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (whole[start : start + size] for start in range(0, len(whole), size))


def briefs(site: Site) -> list[Sequence[str]]:
    """Every inexact figure and every chart and view, in as many briefs as that takes."""
    figures = [f"figures/{datum.id}" for datum in inexact(site)]
    drawn = [f"charts/{name}/{view}".rstrip("/") for name, view in charts(site)]
    return [*parts(figures, MOST_ITEMS), *parts(drawn, MOST_ITEMS)]


def test_every_brief(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare) -> None:
    for items in briefs(real_site):
        page = Reading(reader.get(Urls(lang).brief(items)).text)
        assert not [found for text in written(page) for found in bare.found(text)]
        rows = {each.attributes["data-row"]: each.text for each in page.all("li") if "data-row" in each.attributes}
        assert list(rows) == list(items)
        for item in items:
            datum = real_site.data.get(item.removeprefix("figures/"))
            if datum and item.startswith("figures/"):
                label = datum.label(lang)
                assert f"{label.qualifier} {label.amount}" in rows[item], item


def test_the_workbook_of_every_brief(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare) -> None:
    for items in briefs(real_site):
        data = reader.get(Urls(lang).brief(items, format="xlsx")).data
        cells = cells_hold(data, real_site, bare)
        figures = [real_site.data[each.partition("/")[2]] for each in items if each.startswith("figures/")]
        assert {datum.label(lang).text for datum in figures} <= cells


def test_the_files_of_every_selection(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare) -> None:
    names = list(dict.fromkeys(datum.indicator_id for datum in inexact(real_site)))
    pages = [Urls(lang).explore(tuple(("i", name) for name in some)) for some in parts(names, MOST_INDICATORS)]
    for page in (*pages, Urls(lang).compare()):
        whole = reader.get(file_of(page, format="json")).get_json()
        printed = printed_of(real_site)
        assert not [found for text in texts(whole, printed) for found in bare.found(text)], page
        assert numbers_hold(whole["rows"], real_site) == []
        text = reader.get(file_of(page, format="csv")).data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert not [found for cell in texts(rows, printed) for found in bare.found(cell)], page
        cells = cells_hold(reader.get(file_of(page, format="xlsx")).data, real_site, bare)
        labels = {real_site.data[row["observation"]].label(lang).text for row in whole["rows"]}
        assert labels <= cells & {cell for row in rows for cell in row}


def cells_hold(data: bytes, site: Site, bare: Bare) -> set[object]:
    """All cells of a workbook whose cells, numbers and drawn labels say what the print says."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book]
    assert not [found for text in texts(sheets, printed_of(site)) for found in bare.found(text)]
    for head, *rows in sheets:
        if head[0] == "observation":
            assert numbers_hold((dict(zip(head, row, strict=True)) for row in rows), site) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawn = [archive.read(part).decode() for part in archive.namelist() if "charts/" in part]
    assert not [
        found for part in drawn for text in re.findall(r"<a:t>([^<]*)</a:t>", part) for found in bare.found(text)
    ]
    return {cell for sheet in sheets for row in sheet for cell in row}
