"""Labels never overlap, clip or fall below 12 px, at any width, in either language."""

from itertools import combinations

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from app.charts.base_scene import DishonestChartError
from app.charts.geometry.boxes import box_of
from app.charts.geometry.text import RESERVE
from app.charts.layout import Layout, Role, Words
from app.charts.registry import CHART_TYPES, layout_chart
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.model.vocabulary import Unit
from app.site import Site
from tests import beijing
from tests.figures import PERCENT, TIMES, YI_CNY, datum, scene

WIDTHS = (280, 320, 326, 390, 440, 530, 720, 1200, 1600)
#: Kinds that take only data made for them; test_drawn makes these, test_samples the milestones.
CHOOSY = {ChartKind.SHARE, ChartKind.COMPOSITION, ChartKind.RANK, ChartKind.EVENTS}
KINDS = [kind for kind in CHART_TYPES if kind not in CHOOSY]


def faults(layout: Layout) -> list[str]:
    """What a reader would see wrong: small text, text off the picture, text on text."""
    boxes = [(words, box_of(words)) for words in layout.words]
    found = [f"{words.text} is {words.size} px" for words, _ in boxes if words.size < 12]
    found += [
        f"{words.text} leaves the frame: {box}"
        for words, box in boxes
        if box.x < -1 or box.right > layout.width + 1 or box.y < -1 or box.bottom > layout.height + 1
    ]
    found += [
        f"{one.text} on {two.text}"
        for (one, a), (two, b) in combinations(boxes, 2)
        if a.meets(b) and not _are_one_figure(one, two)
    ]
    return found


def _are_one_figure(one: Words, two: Words) -> bool:
    """The pieces of one large figure (超 2,400 家) stand close on purpose; without the reserve they do not touch."""
    if not one.point or one.point != two.point or one.y != two.y or Role.LARGE not in (one.role, two.role):
        return False
    left, right = sorted((box_of(one), box_of(two)), key=lambda box: box.x)
    return left.x + left.width / RESERVE <= right.x + 0.5


@st.composite
def chosen(draw: st.DrawFn) -> list[Datum]:
    unit = draw(st.sampled_from([YI_CNY, PERCENT, TIMES]))
    return [_one(draw, n, unit) for n in range(draw(st.integers(1, 8)))]


def _one(draw: st.DrawFn, n: int, unit: Unit) -> Datum:
    value = draw(st.integers(1, 99999))
    return datum(
        f"r{n}",
        str(value),
        to=draw(st.sampled_from([None, None, str(value * 2), str(value * 200)])),
        derived=draw(st.booleans()),
        unit=unit,
        qualifier=draw(st.sampled_from(list(Qualifier))),
        period=draw(st.sampled_from(["2018", "2022", "2023", "2023-11", "2024-Q4", "2024-12-31", "2025-06"])),
        basis=draw(st.sampled_from(list(PeriodBasis))),
        place=draw(st.sampled_from(["beijing", "shanghai", "a place with quite a long name"])),
        definition=draw(st.sampled_from(["size", "revenue"])),
        source=draw(st.sampled_from(["活力中国调研行·北京（2025）", "New quality productive forces (2024)"])),
        target=draw(st.booleans()),
    )


@settings(max_examples=120)
@given(
    data=chosen(),
    kind=st.sampled_from(KINDS),
    lang=st.sampled_from(LANGS),
    width=st.sampled_from(WIDTHS),
    label_by=st.sampled_from([LabelBy.PERIOD, LabelBy.GEOGRAPHY, LabelBy.SOURCE]),
)
def test_no_label_overlaps_or_clips(
    data: list[Datum], kind: ChartKind, lang: Lang, width: int, label_by: LabelBy
) -> None:
    try:
        made = scene(*data, kind=kind, lang=lang, label_by=label_by)
    except DishonestChartError:
        reject()
    assert faults(layout_chart(made, width)) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", beijing.charts())
def test_a_real_chart_has_room_for_every_word(real_site: Site, name: str, lang: Lang) -> None:
    drawn = real_site.chart(name, lang)
    found = {width: faults(layout_chart(drawn, width)) for width in WIDTHS}
    assert {width: wrong for width, wrong in found.items() if wrong} == {}


def test_every_point_of_a_small_series_is_labelled_at_a_phone_width() -> None:
    drawn = layout_chart(
        scene(datum("a", "15", period="2023-11"), datum("b", "132", period="2025-06"), kind=ChartKind.SERIES), 326
    )
    assert {words.text for words in drawn.words} >= {"15家", "132家"}


def test_a_series_of_three_is_not_stretched() -> None:
    drawn = layout_chart(scene(*(datum(f"r{n}", period=str(2022 + n)) for n in range(3)), kind=ChartKind.SERIES), 1200)
    assert drawn.plot.width < 600
    assert drawn.plot.height <= 220


def test_bars_begin_at_zero() -> None:
    drawn = layout_chart(scene(datum("a", "980"), datum("b", "1000", period="2023"), kind=ChartKind.BARS), 530)
    assert drawn.x is not None
    assert drawn.x.low == 0
    assert all(mark.box is not None and mark.box.x == pytest.approx(drawn.x.at(0)) for mark in drawn.marks)
