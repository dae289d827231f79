"""Every mark of a chart that Excel draws shows what its scene says, as far as Excel has a mark for it."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import xlsxwriter
from lxml import etree

from app.charts.scene import Point, Scene
from app.data.datum import Datum, Openness
from app.data.tables.observations import observations
from app.model.chart import ChartKind
from app.model.text import LANGS, Lang
from app.renderers.chart_export import ChartExport, DataEdition
from app.renderers.palette import LIGHT, TOKENS
from app.renderers.xlsx_chart import build_xlsx_chart
from tests.renderers.cases import states

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
#: Places, dates, spans and figures set as text have no chart there; their sheets hold them in words.
WITHOUT = (ChartKind.RANK, ChartKind.EVENTS, ChartKind.RANGE, ChartKind.FIGURE, ChartKind.FACTS)
_HUES = {LIGHT[token].removeprefix("#").upper(): token for token in TOKENS}


@dataclass(frozen=True)
class ExcelMark:
    """The words at a figure, and its bar or dot."""

    label: str
    properties: Any

    @property
    def hues(self) -> set[str]:
        """Without the white between the lines of a pattern."""
        found = {_HUES.get(one.get("val").upper(), "") for one in self.properties.iter(f"{A}srgbClr")}
        return found - {""}

    @property
    def is_patterned(self) -> bool:
        return self.properties.find(f"{A}pattFill") is not None

    @property
    def is_dashed(self) -> bool:
        return self.properties.find(f"{A}ln/{A}prstDash") is not None

    @property
    def is_empty(self) -> bool:
        return self.properties.find(f"{A}noFill") is not None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind not in WITHOUT])
def test_each_mark_in_excel_looks_as_its_figure_is_known(kind: ChartKind, lang: Lang) -> None:
    for scene, data in states(kind, lang):
        marks = drawn(scene, data)
        assert [mark.label for mark in marks] == [point.label.text for point in scene.points], scene.chart_id
        for mark, point in zip(marks, scene.points, strict=True):
            assert mark.hues == {point.emphasis.value}, point.id
            if kind is not ChartKind.SERIES:
                check_bar(mark, point)


def check_bar(mark: ExcelMark, point: Point) -> None:
    """Hollow and dashed where it was computed or is a goal; patterned where an end is open.

    The dots of a line have one look in Excel: their labels alone say what they are.
    """
    is_hollow = point.derived or point.target
    assert mark.is_dashed is is_hollow, point.id
    assert mark.is_empty is is_hollow, point.id
    assert mark.is_patterned is (point.openness is not Openness.CLOSED and not is_hollow), point.id


@pytest.mark.parametrize("kind", WITHOUT)
def test_excel_draws_no_kind_that_it_has_not(kind: ChartKind) -> None:
    assert all(chart(xlsxwriter.Workbook(io.BytesIO()), scene, data) is None for scene, data in states(kind, Lang.ZH))


@pytest.mark.parametrize("is_joined", [True, False])
def test_a_line_runs_only_where_every_link_of_it_may(*, is_joined: bool) -> None:
    by_name = {scene.chart_id: (scene, data) for scene, data in states(ChartKind.SERIES, Lang.ZH)}
    root = written(*by_name["series-exact" if is_joined else "series-over"])
    (series,) = root.iter(f"{C}ser")
    assert (series.find(f"{C}spPr/{A}ln/{A}noFill") is None) is is_joined


def drawn(scene: Scene, data: tuple[Datum, ...]) -> list[ExcelMark]:
    return [mark for series in written(scene, data).iter(f"{C}ser") for mark in _marks(series)]


def written(scene: Scene, data: tuple[Datum, ...]) -> Any:
    """The XML of the chart as a workbook holds it."""
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = file.add_worksheet("s")
    file.add_worksheet("d")
    sheet.insert_chart(0, 0, chart(file, scene, data))
    file.close()
    with zipfile.ZipFile(out) as archive:
        return etree.fromstring(archive.read("xl/charts/chart1.xml"))


def chart(file: Any, scene: Scene, data: tuple[Datum, ...]) -> Any:
    edition = DataEdition("site", "", "1", "2025", 2025)
    extract = ChartExport(scene, "", data, observations({each.id: each for each in data}), {}, edition)
    return build_xlsx_chart(file, extract, shown="s", data="d", first_row=1, first_data=1)


def _marks(series: Any) -> Iterator[ExcelMark]:
    own: Mapping[str, Any] = {one.find(f"{C}idx").get("val"): one for one in series.findall(f"{C}dPt")}
    usual = series if series.find(f"{C}marker") is None else series.find(f"{C}marker")
    for label in series.iter(f"{C}dLbl"):
        words = "".join(one.text for one in label.iter(f"{A}t"))
        yield ExcelMark(words, own.get(label.find(f"{C}idx").get("val"), usual).find(f"{C}spPr"))
