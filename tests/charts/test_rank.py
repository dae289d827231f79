"""Ranks: 1 first, moves with the place they led to, rankings kept apart."""

import pytest

from app.charts.base_scene import DishonestChartError
from app.charts.sample_data import Shape
from app.model.chart import ChartKind, LabelBy
from tests.charts.asked import asked

BEIJING = Shape("5", unit="rank")
MOVE = Shape("3", unit="place", indicator="change")


def test_the_best_place_comes_first() -> None:
    scene = asked(
        ChartKind.RANK,
        BEIJING,
        Shape("2", to="4", unit="rank", place="city-b"),
        Shape("1", unit="rank", place="city-a"),
    )
    assert [point.label.text for point in scene.points] == ["第1位", "第2–4位", "第5位"]


def test_a_move_goes_to_its_place() -> None:
    scene = asked(ChartKind.RANK, BEIJING, MOVE, Shape("5", unit="rank", place="city-c"), label_by=LabelBy.GEOGRAPHY)
    moved = {point.name: point.change.label.text if point.change else "" for point in scene.points}
    assert moved == {"北京": "3位", "丙市": ""}


def test_a_move_of_no_place_shown_is_refused() -> None:
    with pytest.raises(DishonestChartError):
        asked(ChartKind.RANK, Shape("1", unit="rank", place="city-a"), MOVE)


def test_two_rankings_are_never_one_list() -> None:
    scene = asked(ChartKind.RANK, BEIJING, Shape("1", unit="rank", indicator="other"))
    assert len(scene.groups) == 2


def test_a_ranking_says_its_date() -> None:
    scene = asked(ChartKind.RANK, BEIJING, Shape("1", unit="rank", place="city-a"))
    assert [group.name for group in scene.groups] == ["2024年"]
