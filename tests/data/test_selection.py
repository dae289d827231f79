"""A selection names exactly what it shows, and only what is comparable is put together."""

from collections.abc import Mapping

import pytest

from app.data import topic_panels
from app.data.comparable import all_exact, comparable, same_axis, same_definition
from app.data.datum import Datum
from app.data.selection import select
from app.data.tables.observations import observations
from app.model.catalog import Catalog
from app.model.chart import ChartKind, ChartSelection
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
    all_readings: Mapping[str, Datum], selection: dict[str, tuple[str, ...]], expected: list[str]
) -> None:
    chosen = select(observations(all_readings).frame, all_readings, ChartSelection(**selection))
    assert [datum.id for datum in chosen] == expected


def test_yuan_and_firms_cannot_share_an_axis(all_readings: Mapping[str, Datum]) -> None:
    refusal = same_axis([all_readings["output-2023"], all_readings["firms-2023"]])
    assert refusal is not None
    assert "不能共用坐标轴" in refusal.zh
    assert "cannot share an axis" in refusal.en
    assert same_axis([all_readings["output-2023"], all_readings["output-2022"]]) is None


def test_units_that_share_a_word_are_told_apart_by_what_they_count(real_site: Site) -> None:
    refusal = same_axis([real_site.data["ai-firms-2024"], real_site.data["zgc-branches-2023"]])
    assert refusal is not None
    assert "“人工智能企业数量”与“中关村企业在津冀的分支机构”数的不是同一种事物" in refusal.zh


def test_definitions_join_only_where_it_is_written_down(all_readings: Mapping[str, Datum]) -> None:
    reported, ranked = all_readings["firms-2023"], all_readings["top-firms"]
    assert not comparable(reported, ranked)
    refusal = same_definition([reported, ranked])
    assert refusal is not None
    assert "口径不同" in refusal.zh
    assert comparable(all_readings["firms-share-about"], all_readings["top-firms-share"])
    assert comparable(all_readings["firms-share-about"], all_readings["top-firms"])


def test_a_floor_cannot_be_summed(all_readings: Mapping[str, Datum]) -> None:
    refusal = all_exact([all_readings["firms-2023"], all_readings["firms-2024"]])
    assert refusal is not None
    assert "超2,400家" in refusal.zh
    assert "over 2,400 firms" in refusal.en
    assert all_exact([all_readings["firms-2023"]]) is None


def test_the_panels_take_what_the_print_gives(catalog: Catalog, all_readings: Mapping[str, Datum]) -> None:
    series = topic_panels.over_time(catalog, all_readings, "firms")
    assert series.kind is ChartKind.SERIES
    assert [r.id for r in series.data] == ["firms-2022", "firms-2023", "firms-2024", "top-firms"]
    parts = topic_panels.breakdown(catalog, all_readings, "firms")
    assert [r.id for r in parts.data] == ["listed-firms"]
    beside = topic_panels.comparison(catalog, all_readings, "firms")
    assert beside.kind is ChartKind.DISAGREEMENT
    assert {r.id for r in beside.data} == {"firms-share-cheng", "firms-share-half"}
    assert topic_panels.comparison(catalog, all_readings, "output").data == ()
