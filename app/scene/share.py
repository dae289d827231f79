"""How many of how many: 51 of 100 counted out, a percentage on a strip from 0 to 100."""

from dataclasses import replace
from decimal import Decimal

from app.model.text import Lang
from app.query.full_name import belonging
from app.query.reading import Reading
from app.scene.naming import distinct
from app.scene.point import point
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Group, Point, Scene
from app.scene.statement import statement

_HUNDRED = Decimal(100)


def build(question: Question) -> Scene:
    """One row a share, in the curator's order; what is only the whole of another row is not a row of its own.

    Raises DishonestChartError where the whole is itself unsure, or a figure is no share of anything.
    """
    wholes = {reading.observation.share_of for reading in question.readings}
    rows = tuple(_row(reading, question) for reading in question.readings if reading.id not in wholes)
    percent = [row for row in rows if row.whole is None]
    base = percent[0].unit if percent else None
    return statement(question, (Group("", distinct(rows, question.lang)),), base=base)


def part_of(part: Point, whole: Point, lang: Lang) -> str:
    """100家中的51家 / 51 of 100 firms; the qualifier and the (derived) of the part stay with it."""
    if lang == "zh":
        return f"{whole.label}中的{part.label}"
    suffix = part.label[part.label.rfind(" (") :] if part.derived or part.target else ""
    return f"{part.qualifier} {part.number} of {whole.label}{suffix}".strip()


def _row(reading: Reading, question: Question) -> Point:
    share_of = reading.observation.share_of
    if share_of is None:
        return _percentage(reading, question)
    whole = _whole(question.every[share_of], question)
    part = point(reading, question, whole=whole)
    if part.value > whole.value:
        raise DishonestChartError(
            zh=f"“{part.label}”大于“{whole.label}”，不能画成占比。",
            en=f"'{part.label}' is more than '{whole.label}', so it is no share of it.",
        )
    return replace(part, label=part_of(part, whole, question.lang))


def _percentage(reading: Reading, question: Question) -> Point:
    found = point(reading, question)
    if reading.base.style != "percent" or not 0 <= found.value <= _HUNDRED:
        raise DishonestChartError(
            zh=f"“{found.label}”不是占比：既非0到100之间的百分数，也没有写明总数。",
            en=f"'{found.label}' is no share: neither a percentage nor part of a printed whole.",
        )
    return found


def _whole(reading: Reading, question: Question) -> Point:
    found = point(reading, question, name=belonging(reading.indicator.label(question.lang), reading, question.lang))
    if not reading.quantity.is_exact or reading.base.style != "amount" or found.value <= 0:
        raise DishonestChartError(
            zh=f"总数“{found.label}”不是确数，不能逐个画出。",
            en=f"The whole, '{found.label}', is not an exact count, so its parts cannot be drawn.",
        )
    return found
