"""A selection names exactly what it shows, and only what is comparable is put together."""

from collections.abc import Mapping

import pytest

from app.model.catalog import Catalog
from app.model.chart import Kind, Selection
from app.query import bench
from app.query.comparable import all_exact, comparable, same_axis, same_definition
from app.query.frame import frame
from app.query.reading import Reading
from app.query.selection import select
from app.site import Site


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


def test_yuan_and_firms_cannot_share_an_axis(all_readings: Mapping[str, Reading]) -> None:
    refusal = same_axis([all_readings["output-2023"], all_readings["firms-2023"]])
    assert refusal is not None
    assert "不能共用坐标轴" in refusal.zh
    assert "cannot share an axis" in refusal.en
    assert same_axis([all_readings["output-2023"], all_readings["output-2022"]]) is None


def test_units_that_share_a_word_are_told_apart_by_what_they_count(real_site: Site) -> None:
    refusal = same_axis([real_site.readings["ai-firms-2024"], real_site.readings["zgc-branches-2023"]])
    assert refusal is not None
    assert "“人工智能企业数量”与“中关村企业在津冀的分支机构”数的不是同一种事物" in refusal.zh


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
    series = bench.over_time(catalog, all_readings, "firms")
    assert series.kind is Kind.SERIES
    assert [r.id for r in series.readings] == ["firms-2022", "firms-2023", "firms-2024", "top-firms"]
    parts = bench.breakdown(catalog, all_readings, "firms")
    assert [r.id for r in parts.readings] == ["listed-firms"]
    beside = bench.comparison(catalog, all_readings, "firms")
    assert beside.kind is Kind.DISAGREEMENT
    assert {r.id for r in beside.readings} == {"firms-share-cheng", "firms-share-half"}
    assert bench.comparison(catalog, all_readings, "output").readings == ()
