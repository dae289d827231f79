"""The counted, stacked, ranked and large kinds over any readings: no word overlaps, clips or shrinks."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.charts.registry import build_scene, layout_chart
from app.charts.sample_data import WHOLE_ID, Shape, sample_datum
from app.charts.spec import ChartSpec
from app.model.chart import ChartKind, LabelBy
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from tests.charts.test_room import WIDTHS, faults

pytestmark = pytest.mark.whole

PERIODS = st.sampled_from(["2018", "2022", "2023-11", "2024-Q4", "2024-12-31", "2024-Q1/2024-Q3"])
QUALIFIERS = st.sampled_from(list(Qualifier))
BASES = st.sampled_from(list(PeriodBasis))
INDICATORS = st.sampled_from(["sample", "other", "long"])


@st.composite
def shares(draw: st.DrawFn) -> Shape:
    counted = draw(st.booleans())
    value = draw(st.integers(0, 100))
    upper = str(value + 1) if 0 < value < 100 and draw(st.booleans()) else None
    return Shape(
        str(value),
        to=upper,
        unit="firm" if counted else "percent",
        share_of=WHOLE_ID if counted else None,
        qualifier=draw(QUALIFIERS),
        period=draw(PERIODS),
        basis=draw(BASES),
        indicator=draw(INDICATORS),
        is_derived=draw(st.booleans()),
    )


@st.composite
def ranks(draw: st.DrawFn) -> Shape:
    value = draw(st.integers(1, 60))
    return Shape(
        str(value),
        to=draw(st.sampled_from([None, None, str(value + 3)])),
        unit="rank",
        qualifier=draw(QUALIFIERS),
        place=draw(st.sampled_from(["beijing", "city-a", "city-b"])),
        period=draw(st.sampled_from(["2023", "2024"])),
        basis=draw(BASES),
        indicator=draw(INDICATORS),
    )


@st.composite
def amounts(draw: st.DrawFn) -> Shape:
    value = draw(st.decimals(min_value=1, max_value=99999, places=draw(st.integers(0, 2))))
    return Shape(
        str(value),
        to=draw(st.sampled_from([None, None, str(value * 200)])),
        unit=draw(st.sampled_from(["firm", "yi-cny", "cny", "percent", "times"])),
        qualifier=draw(QUALIFIERS),
        period=draw(PERIODS),
        basis=draw(BASES),
        indicator=draw(INDICATORS),
        definition=draw(st.sampled_from(["first", "second"])),
        is_derived=draw(st.booleans()),
        is_target=draw(st.booleans()),
    )


@st.composite
def parts(draw: st.DrawFn) -> list[Shape]:
    most = draw(st.sampled_from([6, 30, 90000]))
    years = draw(st.lists(st.sampled_from(["2022", "2023", "2024-Q4"]), min_size=1, max_size=3, unique=True))
    tiers = draw(st.lists(st.sampled_from(["upper", "lower", "third"]), min_size=1, max_size=3, unique=True))
    basis = draw(BASES)
    return [
        Shape(str(draw(st.integers(0, most))), period=year, category=tier, basis=basis)
        for year in years
        for tier in tiers
    ]


CASES = st.one_of(
    st.tuples(st.just(ChartKind.SHARE), st.lists(shares(), min_size=1, max_size=6)),
    st.tuples(st.just(ChartKind.RANK), st.lists(ranks(), min_size=1, max_size=7)),
    st.tuples(st.just(ChartKind.FIGURE), st.lists(amounts(), min_size=1, max_size=6)),
    st.tuples(st.just(ChartKind.FACTS), st.lists(amounts(), min_size=1, max_size=6)),
    st.tuples(st.just(ChartKind.COMPOSITION), parts()),
)


@settings(max_examples=1500)
@given(
    case=CASES,
    lang=st.sampled_from(LANGS),
    width=st.sampled_from(WIDTHS),
    label_by=st.sampled_from([LabelBy.PERIOD, LabelBy.GEOGRAPHY, LabelBy.INDICATOR]),
)
def test_no_label_overlaps_or_clips(
    case: tuple[ChartKind, list[Shape]], lang: Lang, width: int, label_by: LabelBy
) -> None:
    kind, shapes = case
    by = LabelBy.CATEGORY if kind is ChartKind.COMPOSITION else label_by
    chosen = tuple(sample_datum(f"r{n}", shape) for n, shape in enumerate(shapes))
    whole = sample_datum(WHOLE_ID, Shape("101", place="china"))
    every = {each.id: each for each in (*chosen, whole)}
    scene = build_scene(
        ChartSpec(chart_id="c", kind=kind, lang=lang, title="t", subtitle="s", data=chosen, label_by=by, every=every)
    )
    assert faults(layout_chart(scene, width)) == []


def test_zero_of_a_hundred_is_an_empty_grid() -> None:
    shape = Shape("0", share_of=WHOLE_ID)
    every = {"r": sample_datum("r", shape), WHOLE_ID: sample_datum(WHOLE_ID, Shape("100"))}
    spec = ChartSpec(
        chart_id="c", kind=ChartKind.SHARE, lang=Lang.ZH, title="t", subtitle="s", data=(every["r"],), every=every
    )
    scene = build_scene(spec)
    assert scene.points[0].value == Decimal(0)
    assert layout_chart(scene, 326).marks[0].filled == 0
