"""Facts: unlike units side by side, in the curator's order, each with its own unit."""

from app.charts.sample_data import Shape
from app.model.chart import ChartKind
from tests.charts.asked import asked


def test_unlike_units_stand_side_by_side_without_an_axis() -> None:
    scene = asked(ChartKind.FACTS, Shape("45", unit="percent"), Shape("9761", unit="yi-cny", indicator="other"))
    assert scene.base is None
    assert [(point.name, point.label.text) for point in scene.points] == [("示例", "45%"), ("示例二", "9,761亿元")]
    assert [point.unit.base for point in scene.points if point.unit] == ["percent", "cny"]
