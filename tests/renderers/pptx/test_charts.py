"""A chart as a slide says what the page and the API say: every figure with its bound, native where that is honest."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from app.charts.registry import CHART_TYPES
from app.data.datum import Openness
from app.model.chart import ChartKind
from app.model.text import LANGS, Lang
from app.site import Site
from tests.renderers.pptx.conftest import Shown
from tests.renderers.pptx.opened import Chart, Opened, Slide
from tests.routes.test_bounds import Bare, printed_of
from tests.walk import Walk

pytestmark = pytest.mark.whole

#: What stands before a label beside its mark: an open end, a goal's diamond, wide spaces.
_LEAD = re.compile(r"^[◇→←\s]+")
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NATIVE = {kind for kind, chart_type in CHART_TYPES.items() if chart_type.slide_form}
#: A thousandfold range needs an axis of powers of ten with its ticks, which only the drawn chart shows.
DRAWN = {"optical-crystal"}
SCALES = (1, 10**4, 10**6, 10**8, 10**9, 10**12)


def labels(chart: Chart) -> list[str]:
    return [label for series in chart.series for label in series.labels.values()]


def natives(shown: Sequence[Shown]) -> Iterator[tuple[Shown, Chart]]:
    return ((each, chart) for each in shown for chart in each.charts)


def close(text: str) -> str:
    """Without spaces, and without the brackets round what a drawing sets under the value (第5位 / 并列)."""
    return re.sub(r"[\s（）()]", "", text)


def test_every_kind_that_powerpoint_has_is_its_own_chart(shown: Sequence[Shown], walk: Walk) -> None:
    for each in shown:
        with walk((each.name, each.view, each.lang)):
            assert len(each.charts) == (each.scene.kind in NATIVE and each.name not in DRAWN), (each.name, each.lang)


def test_every_figure_is_on_its_slide_with_its_words(shown: Sequence[Shown], walk: Walk) -> None:
    for each in shown:
        with walk((each.name, each.view, each.lang)):
            said = [_LEAD.sub("", label).split("\n")[0] for chart in each.charts for label in labels(chart)]
            written = "".join(close(text) for slide in each.slides for text in slide.texts)
            for point in each.scene.points:
                label = point.label.text
                assert label in said or (not each.charts and close(label) in written), (each.name, label)


@pytest.mark.parametrize("lang", LANGS)
def test_no_slide_and_no_workbook_prints_a_bound_as_exact(
    real_site: Site, shown: Sequence[Shown], lang: Lang, walk: Walk
) -> None:
    bare = Bare(real_site, lang)
    fragments = [f"“{one}”" for one in printed_of(real_site)]
    for each in shown:
        with walk((each.name, each.view, each.lang)):
            for slide in each.slides if each.lang == lang else ():
                found = [hit for text in told(slide, fragments) for hit in bare.found(text)]
                assert not found, (each.name, found)


def told(slide: Slide, fragments: Sequence[str]) -> Iterator[str]:
    """Every text of a slide, its notes, labels and workbooks, but the paper's own fragments."""
    yield "".join(slide.texts)
    yield from slide.abouts.values()
    for line in slide.notes:
        yield next((line.replace(one, "") for one in fragments if one in line), line)
    for chart in slide.charts:
        yield from labels(chart)
        yield from (cell for row in chart.sheet for cell in row if isinstance(cell, str))


def test_a_number_in_the_workbook_stands_under_what_it_is_and_beside_its_words(
    shown: Sequence[Shown], walk: Walk
) -> None:
    """The heads of columns say floor, ceiling, about; of a line, they name it. The last columns hold the labels."""
    heads = {Openness.UP: ("下限", "floor"), Openness.DOWN: ("上限", "ceiling"), Openness.ABOUT: ("约数", "about")}
    held = 0
    for each, chart in natives(shown):
        with walk((each.name, each.view, each.lang)):
            for point in each.scene.points:
                row = next(row for row in chart.sheet if any(point.label.text in str(cell) for cell in row[2:]))
                over = [str(chart.sheet[0][n]) for n, cell in enumerate(row) if isinstance(cell, int | float)]
                if point.openness in heads and each.scene.kind not in (ChartKind.SERIES, ChartKind.CHANGE):
                    assert any(heads[point.openness][each.lang is Lang.EN] in head for head in over), each.name
                    held += 1
    assert held > 20


def test_the_numbers_are_the_apis(real_site: Site, shown: Sequence[Shown], walk: Walk) -> None:
    """Each in the unit that its column names: 9761亿元 is 9761 there, and 976100000000 in the API."""
    rows = {row[0]: row for row in real_site.tables["observations"].rows}
    places = real_site.tables["observations"].places
    compared = 0
    for each, chart in natives(shown):
        with walk((each.name, each.view, each.lang)):
            ends = [
                rows[point.id][places[name]] for point in each.scene.points for name in ("value_base", "value_high")
            ]
            wanted = [float(str(value)) for value in ends if value is not None]
            cells = [float(cell) for row in chart.sheet for cell in row if isinstance(cell, int | float)]
            for series in chart.series:
                for place, value in series.values.items():
                    assert any(value == pytest.approx(cell) for cell in cells), each.name
                    if place in series.labels:
                        assert any(value * scale == pytest.approx(one) for scale in SCALES for one in wanted), each.name
                        compared += 1
    assert compared > 80


def test_no_number_is_labelled_by_powerpoint_itself_and_no_axis_of_values_shows(shown: Sequence[Shown]) -> None:
    for _, chart in natives(shown):
        for group in chart.root.iter(f"{_C}dLbls"):
            assert group.find(f"{_C}showVal").get("val") == "0"
            assert all(one.find(f"{_C}tx") is not None for one in group.iter(f"{_C}dLbl"))
        (axis,) = chart.root.iter(f"{_C}valAx")
        assert axis.find(f"{_C}delete").get("val") == "1"
        assert axis.find(f"{_C}scaling/{_C}min").get("val") == "0"


def test_every_chart_says_its_undated_and_inferred_periods(shown: Sequence[Shown], walk: Walk) -> None:
    for each, chart in natives(shown):
        with walk((each.name, each.view, each.lang)):
            said = " ".join((*chart.names, *labels(chart))).replace("\n", " ")
            for point in each.scene.points:
                assert point.basis.value == "stated" or point.period_text.text in said, (each.name, point.name)


def test_every_chart_is_described_titled_and_sourced(shown: Sequence[Shown], walk: Walk) -> None:
    for each in shown:
        with walk((each.name, each.view, each.lang)):
            for slide in each.slides:
                assert slide.title.startswith(each.wanted.headline)
                assert slide.abouts[f"chart: {each.name}"]
                assert any(text.startswith(each.wanted.source_line) for text in slide.texts), each.name


def test_the_notes_hold_the_evidence_of_every_figure(shown: Sequence[Shown], walk: Walk) -> None:
    for each in shown:
        with walk((each.name, each.view, each.lang)):
            for row in each.wanted.evidence:
                parts = (row.name, row.label, row.period, row.printed, row.source)
                assert any(all(part in line for part in parts) for line in each.slides[0].notes), row.id


def test_every_run_names_its_language_and_a_chinese_font(files: Mapping[Lang, Opened]) -> None:
    for lang, file in files.items():
        own = [part for path, part in file.parts.items() if re.match(r"ppt/(slides/slide|charts/chart)\d+\.xml", path)]
        runs = [run for part in own for tag in ("rPr", "defRPr") for run in part.iter(f"{_A}{tag}")]
        assert len(runs) > 500
        assert {run.find(f"{_A}ea").get("typeface") for run in runs} == {"+mn-ea", "+mj-ea"}
        assert {run.get("lang") for run in runs} == {"zh-CN" if lang is Lang.ZH else "en-US"}
        fonts = file.parts["ppt/theme/theme1.xml"].iter(f"{_A}ea")
        assert {font.get("typeface") for font in fonts} == {"Microsoft YaHei"}


def test_slides_are_sixteen_to_nine_and_name_no_time_of_writing(files: Mapping[Lang, Opened]) -> None:
    for file in files.values():
        assert file.size == (12_192_000, 6_858_000)
        assert file.dates == {(1980, 1, 1, 0, 0, 0)}
        assert file.outside == ()
