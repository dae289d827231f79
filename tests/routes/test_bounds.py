"""Nothing that leaves the site prints a bound as exact: every download, citation and API answer, zh and en."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.data.datum import Datum
from app.model.text import LANGS, Lang
from app.quantities.label import qualifier_word
from app.renderers.citation import FORMATS, quotation
from app.site import Site
from app.strings import word
from app.urls import SITE_URLS, Urls
from tests import beijing
from tests.pages.test_honesty import qualifiers
from tests.walk import Walk

pytestmark = pytest.mark.whole

Rows = Iterable[Mapping[str, object]]
#: What stands before a number that is part of a longer one.
_INSIDE = r"(?<![\d.,–—¥第])"


def inexact(site: Site) -> list[Datum]:
    return [datum for datum in site.data.values() if not datum.quantity.is_exact]


class Bare:
    """Finds numbers of bounds that stand without their word, in one language."""

    def __init__(self, site: Site, lang: Lang) -> None:
        self.wanted = qualifiers(site, lang)
        self.pattern = re.compile(
            _INSIDE + "(" + "|".join(sorted(map(re.escape, self.wanted), key=len, reverse=True)) + ")"
        )

    def found(self, text: str) -> list[str]:
        close = re.sub(r"\s", "", text).lower()
        return [
            close[max(0, hit.start() - 12) : hit.end()]
            for hit in self.pattern.finditer(close)
            if not close[: hit.start()].endswith(tuple(self.wanted[hit[0]]))
        ]


@pytest.fixture(scope="module", params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture(scope="module")
def bare(real_site: Site, lang: Lang) -> Bare:
    return Bare(real_site, lang)


def charts(site: Site) -> Iterator[tuple[str, str]]:
    for name, chart in site.catalog.charts.items():
        yield from ((name, view) for view in ("", *chart.views))


def numbers_hold(rows: Rows, site: Site) -> list[str]:
    """The promised columns of each row say of its figure what the print says."""
    wrong = []
    for row in rows:
        datum = site.data[str(row["observation"])]
        said = (row["qualifier"], number(row["value_low"]), number(row["value_high"]))
        quantity = datum.quantity
        if said != (quantity.qualifier.value, number(quantity.low), number(quantity.high)):
            wrong.append(f"{datum.id}: {said}")
    return wrong


def number(cell: object) -> float | None:
    """To the twelve digits that every format keeps."""
    return None if cell in (None, "") else float(f"{Decimal(str(cell)):.12g}")


def texts(value: object, printed: frozenset[str]) -> Iterator[str]:
    """Every text of a file but the paper's own fragments."""
    if isinstance(value, str) and value not in printed:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each, printed)


def printed_of(site: Site) -> frozenset[str]:
    milestones = (one.printed for ones in site.catalog.milestones.values() for one in ones)
    return frozenset((*(o.printed for o in site.catalog.observations.values() if o.printed), *milestones))


def test_there_is_something_to_hold(real_site: Site) -> None:
    assert len(inexact(real_site)) > 50
    assert Bare(real_site, Lang.ZH).found("共2,400家")
    assert not Bare(real_site, Lang.ZH).found("共超2,400家")


@pytest.mark.parametrize(("name", "view"), beijing.views())
def test_csv_of_every_chart(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare, name: str, view: str) -> None:
    bounds, evidence = word("bounds", lang), word("id", lang)
    printed = printed_of(real_site)
    text = reader.get(Urls(lang).chart(name, view, format="csv")).data.decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        datum = real_site.data.get(row[evidence])
        assert not [found for cell in texts(dict(row), printed) for found in bare.found(cell)], (name, row)
        if datum:
            plain = word("exact" if datum.quantity.is_exact else "range", lang)
            said = qualifier_word(datum.quantity.qualifier, lang) or plain
            low, high = number(row[word("lower_bound", lang)]), number(row[word("upper_bound", lang)])
            assert row[bounds] == said, name
            assert (low, high) == (number(datum.quantity.low), number(datum.quantity.high)), name
            assert datum.quantity.is_exact or datum.label(lang).text in row[word("value", lang)], name


@pytest.mark.parametrize(("name", "view"), beijing.views())
def test_json_of_every_chart(
    real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare, name: str, view: str
) -> None:
    printed = printed_of(real_site)
    whole = reader.get(Urls(lang).chart(name, view, format="json")).get_json()
    assert not [found for text in texts(whole, printed) for found in bare.found(text)], name
    assert numbers_hold((row for row in whole["rows"] if "observation" in row), real_site) == []


@pytest.mark.parametrize(("name", "view"), beijing.views())
def test_xlsx_of_every_chart(
    real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare, name: str, view: str
) -> None:
    printed = printed_of(real_site)
    data = reader.get(Urls(lang).chart(name, view, format="xlsx")).data
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    assert not [found for text in texts(cells, printed) for found in bare.found(text)], name
    rows = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    if rows[0][0] == "observation":
        assert numbers_hold((dict(zip(rows[0], row, strict=True)) for row in rows[1:]), real_site) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawn = [archive.read(part).decode() for part in archive.namelist() if "charts/" in part]
    labels = [text for part in drawn for text in re.findall(r"<a:t>([^<]*)</a:t>", part)]
    assert not [found for text in labels for found in bare.found(text)], name
    if drawn:
        shown = [real_site.data[str(row[0])].label(lang).text for row in rows[1:]]
        assert set(shown) <= set(labels), name


@pytest.mark.parametrize(("name", "view"), beijing.views())
def test_every_citation(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare, name: str, view: str) -> None:
    for ending in FORMATS:
        assert bare.found(reader.get(Urls(lang).chart(name, view, format=ending)).text) == []


def test_every_quotation(real_site: Site, lang: Lang, bare: Bare, walk: Walk) -> None:
    for datum in inexact(real_site):
        with walk(datum.id):
            said = quotation(datum, real_site.data, lang)
            assert bare.found(said) == []
            assert said.startswith(datum.label(lang).text)
            assert datum.period_text(lang).text in said


def test_the_api(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare) -> None:
    printed = printed_of(real_site)
    for name in ("observations", "indicators", "definitions", "charts", "sources", "milestones"):
        rows = every_row(reader, SITE_URLS.api(name))
        own = [{key: value for key, value in row.items() if not key.endswith(other(lang))} for row in rows]
        assert not [found for text in texts(own, printed) for found in bare.found(text)], name
        if name == "observations":
            assert numbers_hold(rows, real_site) == []
            assert len(rows) == len(real_site.data)


def test_the_api_as_csv(real_site: Site, reader: FlaskClient) -> None:
    text = reader.get(SITE_URLS.api("observations?format=csv&limit=500")).text
    assert numbers_hold(csv.DictReader(io.StringIO(text, newline="")), real_site) == []


def test_a_search_for_each(real_site: Site, reader: FlaskClient, lang: Lang, bare: Bare, walk: Walk) -> None:
    for datum in inexact(real_site):
        with walk(datum.id):
            answer = reader.get(
                SITE_URLS.api("search"), query_string={"q": datum.label(lang).value, "limit": 20}
            ).get_json()
            titles = [row[f"title_{lang}"] for row in answer["data"]]
            assert not [found for title in titles for found in bare.found(title)], datum.id


def test_the_whole_data_set(real_site: Site, reader: FlaskClient) -> None:
    rows = json.loads(reader.get(SITE_URLS.observations(format="json")).text)
    assert numbers_hold(rows, real_site) == []
    with zipfile.ZipFile(io.BytesIO(reader.get(SITE_URLS.package()).data)) as archive:
        text = archive.read("data/observations.csv").decode()
    assert numbers_hold(csv.DictReader(io.StringIO(text, newline="")), real_site) == []


def every_row(reader: FlaskClient, path: str | None) -> list[dict[str, object]]:
    rows = []
    while path:
        answer = reader.get(path).get_json()
        rows += answer["data"]
        path = answer["meta"]["next"]
    return rows


def other(lang: Lang) -> str:
    return "_en" if lang is Lang.ZH else "_zh"
