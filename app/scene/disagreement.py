"""What each source says of one thing: one row a reading, the source named, no verdict."""

from dataclasses import replace

from app.query.reading import Reading
from app.scene.naming import distinct
from app.scene.point import article, point
from app.scene.question import Question
from app.scene.scene import Group, Point, Scene
from app.scene.statement import one_base, statement


def build(question: Question) -> Scene:
    """The rows in the curator's order; readings of one source are told apart by their section."""
    rows = tuple(_row(reading, question) for reading in question.readings)
    return statement(question, (Group("", distinct(rows, question.lang)),), base=one_base(question.readings))


def _row(reading: Reading, question: Question) -> Point:
    lang = question.lang
    made = point(reading, question)
    name = article(reading, lang)
    twins = [other for other in question.readings if other.source == reading.source]
    sections = {other.observation.section for other in twins}
    section = reading.observation.section
    if len(twins) > 1 and len(sections) == len(twins) and section:
        name = f"{name}，{section}" if lang == "zh" else f"{name}, “{section}”"
    return replace(made, name=name)
