"""Figures: the latest is the headline; what is comparable leads up to it, the rest stands beside."""

from app.charts.sample_data import Shape
from app.model.chart import ChartKind
from tests.charts.asked import asked


def test_the_latest_of_its_definition_is_the_headline() -> None:
    scene = asked(
        ChartKind.FIGURE,
        Shape("15", period="2022"),
        Shape("132", period="2024"),
        Shape("150", period="2025", definition="second"),
        Shape("200", period="2027", is_target=True),
    )
    headline, earlier, beside = scene.groups
    assert [point.id for point in headline.points] == ["r1"]
    assert ([point.id for point in earlier.points], earlier.joined) == (["r0"], True)
    assert ([point.id for point in beside.points], beside.joined) == (["r2", "r3"], False)


def test_a_lone_figure_is_named_by_its_indicator() -> None:
    scene = asked(ChartKind.FIGURE, Shape("15"))
    assert [point.name for point in scene.points] == ["示例"]


def test_nothing_chosen_is_said() -> None:
    assert asked(ChartKind.FIGURE).empty
