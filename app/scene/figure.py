"""One headline figure, with what led up to it and what stands beside it."""

from app.model.chart import LabelBy
from app.query.reading import Reading
from app.scene.point import name_of, point
from app.scene.question import Question
from app.scene.scene import Group, Point, Scene
from app.scene.statement import statement


def build(question: Question) -> Scene:
    """Three groups: the headline; the same at other times (`joined`); other figures, such as its change.

    The headline is the latest figure of the first reading's definition, place and subject that is not a goal.
    """
    if not question.readings:
        return statement(question)
    first = question.readings[0]
    same = [reading for reading in question.readings if reading.thing == first.thing]
    headline = max(same, key=lambda reading: reading.observation.period)
    earlier = sorted((r for r in same if r is not headline), key=lambda reading: reading.observation.period)
    beside = [reading for reading in question.readings if reading not in same]
    groups = (
        Group("", (_named(headline, question),)),
        Group(
            "",
            tuple(point(r, question, name=name_of(r, LabelBy.PERIOD, question.lang)) for r in earlier),
            joined=True,
        ),
        Group("", tuple(_named(reading, question) for reading in beside)),
    )
    return statement(question, groups, base=headline.base)


def _named(reading: Reading, question: Question) -> Point:
    """Named by its indicator where the period would be the name, for the period stands beside it anyway."""
    by = LabelBy.INDICATOR if question.label_by is LabelBy.PERIOD else question.label_by
    return point(reading, question, name=name_of(reading, by, question.lang))
