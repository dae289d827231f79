"""A breakdown or comparison: one bar a row, the largest on top, or in time order where the rows are periods."""

from app.model.chart import LabelBy
from app.scene.naming import distinct
from app.scene.point import points
from app.scene.question import Question
from app.scene.scene import Group, Point, Scene
from app.scene.statement import one_base, statement


def build(question: Question) -> Scene:
    """The bars in reading order; every bar starts at zero."""
    base = one_base(question.readings)
    ranked = base is not None and base.style == "rank"
    rows = sorted(points(question), key=_by_period if question.label_by is LabelBy.PERIOD else _by_size)
    if ranked:
        rows.reverse()
    return statement(question, (Group("", distinct(rows, question.lang)),), base=base)


def _by_period(point: Point) -> tuple[float, ...]:
    return (point.period.end.toordinal(), point.period.start.toordinal())


def _by_size(point: Point) -> tuple[float, ...]:
    return (-float(point.high if point.is_range and point.high is not None else point.value),)
