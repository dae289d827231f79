"""A goal against what was reached; a goal alone is shown as a goal, one without a deadline says so."""

from collections.abc import Sequence
from dataclasses import replace

from app.model.chart import LabelBy
from app.query.reading import Reading
from app.scene.phrase import phrase
from app.scene.point import point
from app.scene.question import Question
from app.scene.rows import by_thing, row_name
from app.scene.scene import Group, Point, Scene
from app.scene.statement import one_base, statement


def build(question: Question) -> Scene:
    """One row a thing: what was reached in time order, then its goals."""
    rows = by_thing(question.readings)
    groups = tuple(
        Group(row_name(row, rows, question), tuple(_point(reading, question) for reading in _goals_last(row)))
        for row in rows
    )
    return statement(question, groups, base=one_base(question.readings))


def _goals_last(row: Sequence[Reading]) -> list[Reading]:
    return sorted(row, key=lambda reading: reading.observation.target)


def _point(reading: Reading, question: Question) -> Point:
    made = point(reading, replace(question, label_by=LabelBy.PERIOD))
    if reading.observation.is_undated:
        return replace(made, name=phrase("undated", question.lang))
    return made
