"""Unlike figures side by side, as a table: each with its own unit, no common axis."""

from app.model.chart import LabelBy
from app.scene.point import name_of, point
from app.scene.question import Question
from app.scene.scene import Group, Scene
from app.scene.statement import statement


def build(question: Question) -> Scene:
    """One row a figure, in the curator's order; named by indicator where a period would be the name."""
    by = LabelBy.INDICATOR if question.label_by is LabelBy.PERIOD else question.label_by
    rows = tuple(point(r, question, name=name_of(r, by, question.lang)) for r in question.readings)
    return statement(question, (Group("", rows),))
