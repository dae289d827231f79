"""Unlike figures side by side, as a table: each with its own unit, no common axis."""

from app.model.chart import LabelBy
from app.query.full_name import belonging
from app.query.reading import Reading
from app.scene.point import name_of, point
from app.scene.question import Question
from app.scene.scene import Group, Scene
from app.scene.statement import statement


def build(question: Question) -> Scene:
    """One row a figure, in the curator's order; named by indicator where a period would be the name."""
    rows = tuple(point(r, question, name=_name(r, question)) for r in question.readings)
    return statement(question, (Group("", rows),))


def _name(reading: Reading, question: Question) -> str:
    """An indicator alone would claim for Beijing what is the world's mean or one company's."""
    lang = question.lang
    if question.label_by in (LabelBy.PERIOD, LabelBy.INDICATOR):
        return belonging(reading.indicator.label(lang), reading, lang)
    return name_of(reading, question.label_by, lang)
