"""No text of the data becomes a formula or a link in a file, and none is lost; the same data give the same bytes."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest

from app.charts.registry import build_scene
from app.data.datum import Datum
from app.data.tables.observations import observations
from app.model.chart import ChartKind, LabelBy
from app.model.text import LANGS, Lang
from app.renderers.chart_export import ChartExport, DataEdition
from app.renderers.print_sheet import write_print_sheet
from app.renderers.tabular import BOM, unshielded, write_chart_csv, write_chart_json
from app.renderers.xlsx import write_xlsx
from app.site import Site
from tests.figures import datum, spec
from tests.renderers.hostile import hostile_texts

pytestmark = pytest.mark.whole

HOSTILE = hostile_texts()
#: One extract or several of a workbook.
Gather = Callable[[ChartExport], list[ChartExport]]
EDITION = DataEdition("=Site", "", "=1", "=2025", 2025)
#: The first sign of a cell that a spreadsheet may run; a number may begin with a minus.
LIVE = re.compile(r"[=+@\t\r\n＝＋－＠]|-(?![0-9.]+$)")


def hostile_readings() -> tuple[Datum, ...]:
    """One figure for each text, which is its place, source and section."""
    return tuple(datum(f"r{n}", str(n + 1), source=text, section=text, place=text) for n, text in enumerate(HOSTILE))


def hostile_extract(site: Site, lang: Lang, kind: ChartKind) -> ChartExport:
    chosen = hostile_readings()
    scene = build_scene(spec(*chosen, kind=kind, lang=lang, label_by=LabelBy.GEOGRAPHY))
    sources = {f"s{n}": one.source for n, one in enumerate(chosen) if one.source}
    return ChartExport(scene, HOSTILE[0], chosen, observations({one.id: one for one in chosen}), sources, EDITION)


def several(extract: ChartExport) -> list[ChartExport]:
    """As a brief puts them together."""
    other = replace(extract, scene=replace(extract.scene, title="=1+1", notes=HOSTILE[:20], source_line="@x"))
    return [extract, other]


@pytest.fixture(scope="module", params=[(lang, kind) for lang in LANGS for kind in (ChartKind.FACTS, ChartKind.BARS)])
def extract(request: pytest.FixtureRequest, site: Site) -> ChartExport:
    lang, kind = request.param
    return hostile_extract(site, lang, kind)


def test_csv_holds_every_text_and_none_that_runs(extract: ChartExport) -> None:
    text = write_chart_csv(extract)
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix(BOM), newline="")) for cell in row]
    assert [cell for cell in cells if LIVE.match(cell)] == []
    assert set(HOSTILE) <= set(map(unshielded, cells))
    assert write_chart_csv(extract) == text


def test_json_holds_every_text(extract: ChartExport) -> None:
    text = write_chart_json(extract)
    assert set(HOSTILE) <= set(strings(json.loads(text)))
    assert write_chart_json(extract) == text


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


@pytest.mark.parametrize("gather", [lambda extract: [extract], several])
def test_xlsx_holds_every_text_and_none_that_runs(extract: ChartExport, gather: Gather) -> None:
    data = write_xlsx(gather(extract), title=extract.title)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    found = {cell.value for cell in cells}
    assert [text for text in HOSTILE if text not in found and text.replace("_x", "_x005F_x") not in found] == []
    assert write_xlsx(gather(extract), title=extract.title) == data


@pytest.mark.parametrize("gather", [lambda extract: [extract], several])
def test_every_part_of_a_workbook_is_sound_and_leads_nowhere(extract: ChartExport, gather: Gather) -> None:
    own = re.compile(r"'[^'!]+'!\$[A-Z]+\$[0-9]+(:\$[A-Z]+\$[0-9]+)?")
    with zipfile.ZipFile(io.BytesIO(write_xlsx(gather(extract), title=extract.title))) as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))
            tags = [(each.tag.rpartition("}")[2], each) for each in root.iter()]
            formulas = [each.text or "" for tag, each in tags if tag == "f"]
            assert [
                text
                for text in formulas
                if not own.fullmatch(text) and not re.fullmatch(own.pattern.replace("'", ""), text)
            ] == []
            assert not [tag for tag, _ in tags if tag in ("hyperlink", "externalReference", "oleObject", "ddeLink")], (
                name
            )
            assert not [each for _, each in tags if each.get("TargetMode") == "External"], name
            assert "externalLink" not in name
            assert "vbaProject" not in name


def test_a_text_too_long_for_a_cell_is_refused_and_not_cut(site: Site) -> None:
    extract = hostile_extract(site, Lang.ZH, ChartKind.FACTS)
    longer = replace(extract, scene=replace(extract.scene, notes=("x" * 32_768,)))
    with pytest.raises(ValueError, match="does not fit"):
        write_xlsx([longer], title="t")


def test_a_negative_number_stays_a_number(site: Site) -> None:
    chosen = (datum("a", "-5"),)
    scene = build_scene(spec(*chosen, kind=ChartKind.FACTS))
    extract = ChartExport(scene, "t", chosen, observations({one.id: one for one in chosen}), {}, EDITION)
    assert ",-5," in write_chart_csv(extract)
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([extract], title="t")))
    assert -5 in [cell.value for row in book.worksheets[1].iter_rows() for cell in row]


@pytest.mark.parametrize("text", [*HOSTILE, 'a"} * { display: none', "\\", "</style>", "\n@import 'x'"])
def test_no_text_ends_a_string_of_the_sheet_for_paper(text: str) -> None:
    css = write_print_sheet(replace(EDITION, site_name=text, version=text, reach=text, public_url=text), Lang.ZH)
    bare = re.sub(r'"[^"\n]*"', "", css)
    assert re.findall(r"@[a-z-]+", bare) == ["@page", "@top-left", "@top-right", "@bottom-right", "@bottom-left"]
    assert (bare.count("{"), bare.count("}"), '"' in bare, "<" in css) == (5, 5, False, False)
