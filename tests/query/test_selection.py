"""A selection names exactly what it shows, and a wish in an address never fails."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.catalog import Catalog
from app.model.chart import Kind, Selection
from app.query import bench
from app.query.comparable import all_exact, comparable, same_axis, same_definition
from app.query.frame import frame
from app.query.reading import Reading
from app.query.selection import select
from app.query.wish import Wish, indicators_of


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ({"observations": ("firms-2024", "firms-2023")}, ["firms-2024", "firms-2023"]),
        ({"indicators": ("output",)}, ["output-2022", "output-2023", "output-rise-2023"]),
        ({"indicators": ("firms",), "geographies": ("china",)}, ["listed-firms", "ranked-firms"]),
        ({"indicators": ("firms",), "definitions": ("ranked",), "geographies": ("beijing",)}, ["top-firms"]),
        ({"indicators": ("firms",), "categories": ("software",)}, ["listed-firms"]),
        ({"indicators": ("speed",), "subjects": ("sample-fund",)}, ["speed-up"]),
        (
            {"indicators": ("output",), "observations": ("output-2023",)},
            ["output-2023", "output-2022", "output-rise-2023"],
        ),
        ({}, []),
    ],
)
def test_a_selection_names_its_figures_in_order(
    catalog: Catalog, all_readings: Mapping[str, Reading], selection: dict[str, tuple[str, ...]], expected: list[str]
) -> None:
    chosen = select(frame(catalog, all_readings), all_readings, Selection(**selection))
    assert [reading.id for reading in chosen] == expected


def test_an_empty_address_is_the_default_and_has_no_query(catalog: Catalog) -> None:
    wish = Wish.read({}, catalog)
    assert wish == Wish.default(catalog)
    assert wish.query(catalog) == ()


def test_a_wish_survives_the_way_through_the_address(catalog: Catalog) -> None:
    for topic in catalog.topics:
        for indicator in indicators_of(catalog, topic):
            wish = Wish(topic, indicator)
            assert Wish.read(dict(wish.query(catalog)), catalog) == wish


@given(topic=st.text(max_size=40), indicator=st.text(max_size=40))
def test_absurd_words_fall_back_to_what_exists(catalog: Catalog, topic: str, indicator: str) -> None:
    wish = Wish.read({"topic": topic, "indicator": indicator}, catalog)
    assert catalog.indicators[wish.indicator].topic == wish.topic


def test_an_indicator_alone_brings_its_topic(catalog: Catalog) -> None:
    assert Wish.read({"indicator": "output"}, catalog) == Wish("ai", "output")


def test_yuan_and_firms_cannot_share_an_axis(all_readings: Mapping[str, Reading]) -> None:
    refusal = same_axis([all_readings["output-2023"], all_readings["firms-2023"]])
    assert refusal is not None
    assert "不能共用坐标轴" in refusal.zh
    assert "cannot share an axis" in refusal.en
    assert same_axis([all_readings["output-2023"], all_readings["output-2022"]]) is None


def test_definitions_join_only_where_it_is_written_down(all_readings: Mapping[str, Reading]) -> None:
    reported, ranked = all_readings["firms-2023"], all_readings["top-firms"]
    assert not comparable(reported, ranked)
    refusal = same_definition([reported, ranked])
    assert refusal is not None
    assert "口径不同" in refusal.zh
    assert comparable(all_readings["firms-share-about"], all_readings["top-firms-share"])
    assert comparable(all_readings["firms-share-about"], all_readings["top-firms"])


def test_a_floor_cannot_be_summed(all_readings: Mapping[str, Reading]) -> None:
    refusal = all_exact([all_readings["firms-2023"], all_readings["firms-2024"]])
    assert refusal is not None
    assert "超2,400家" in refusal.zh
    assert "over 2,400 firms" in refusal.en
    assert all_exact([all_readings["firms-2023"]]) is None


def test_the_panels_take_what_the_print_gives(catalog: Catalog, all_readings: Mapping[str, Reading]) -> None:
    wish = Wish("ai", "firms")
    series = bench.over_time(catalog, all_readings, wish)
    assert series.kind is Kind.SERIES
    assert [r.id for r in series.readings] == ["firms-2022", "firms-2023", "firms-2024", "top-firms", "firms-goal"]
    parts = bench.breakdown(catalog, all_readings, wish)
    assert [r.id for r in parts.readings] == ["listed-firms"]
    beside = bench.comparison(catalog, all_readings, wish)
    assert beside.kind is Kind.DISAGREEMENT
    assert {r.id for r in beside.readings} == {"firms-share-cheng", "firms-share-half"}
    assert bench.comparison(catalog, all_readings, Wish("ai", "output")).readings == ()
