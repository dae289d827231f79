"""Compositions: exact parts of one definition, in one order; a total only where it is certain."""

import pytest

from app.charts.base_scene import DishonestChartError
from app.charts.sample_data import Shape
from app.model.chart import ChartKind, LabelBy
from app.model.quantity import Qualifier
from app.model.text import Lang
from tests.charts.asked import asked

UPPER, LOWER = Shape("2", category="upper"), Shape("8", category="lower")


def test_parts_keep_one_order_in_every_period() -> None:
    later = (Shape("7", period="2025", category="lower"), Shape("3", period="2025", category="upper"))
    scene = asked(ChartKind.COMPOSITION, UPPER, LOWER, *later, label_by=LabelBy.CATEGORY)
    assert [[point.name for point in group.points] for group in scene.groups] == [["甲级", "乙级"]] * 2
    assert [group.name for group in scene.groups] == ["2024年", "2025年"]


def test_the_total_is_said_to_be_computed() -> None:
    assert asked(ChartKind.COMPOSITION, UPPER, LOWER).groups[0].note == "共10家（推算）"
    assert asked(ChartKind.COMPOSITION, UPPER, LOWER, lang=Lang.EN).groups[0].note == "10 firms in total (derived)"


@pytest.mark.parametrize(
    "shapes",
    [
        (UPPER, Shape("8", category="lower", qualifier=Qualifier.ABOUT)),
        (Shape("20", unit="percent", category="upper"), Shape("60", unit="percent", category="lower")),
        (UPPER,),
    ],
    ids=["a part is about", "percent", "one part"],
)
def test_there_is_no_total_where_none_is_certain(shapes: tuple[Shape, ...]) -> None:
    assert asked(ChartKind.COMPOSITION, *shapes).groups[0].note == ""


@pytest.mark.parametrize(
    "lower",
    [
        Shape("8", category="lower", qualifier=Qualifier.OVER),
        Shape("8", category="lower", qualifier=Qualifier.NEARLY),
        Shape("8", to="9", category="lower"),
        Shape("8", category="lower", definition="second"),
        Shape("8", category="lower", is_target=True),
        Shape("8", category="upper"),
        Shape("8", category="lower", unit="percent"),
    ],
    ids=["floor", "ceiling", "range", "other definition", "goal", "the same part twice", "other unit"],
)
def test_a_stack_that_would_say_too_much_is_refused(lower: Shape) -> None:
    with pytest.raises(DishonestChartError):
        asked(ChartKind.COMPOSITION, UPPER, lower)


def test_percentages_beyond_a_hundred_are_refused() -> None:
    with pytest.raises(DishonestChartError):
        asked(
            ChartKind.COMPOSITION,
            Shape("60", unit="percent", category="upper"),
            Shape("50", unit="percent", category="lower"),
        )
