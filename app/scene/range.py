"""Spans printed as such: from low to high, on a logarithmic axis where a span is wide enough to need one."""

from decimal import Decimal

from app.scene.naming import distinct
from app.scene.phrase import phrase
from app.scene.point import points
from app.scene.question import Question
from app.scene.scene import LOG, Group, Point, Scene
from app.scene.statement import one_base, statement

#: From this ratio of high to low, the lower half of a span would vanish on a linear axis.
_WIDE = Decimal(100)


def build(question: Question) -> Scene:
    """One row a span, in the curator's order."""
    rows = distinct(points(question), question.lang)
    labels = {LOG: phrase("log", question.lang)} if _needs_log(rows) else None
    return statement(question, (Group("", rows),), base=one_base(question.readings), labels=labels)


def _needs_log(rows: tuple[Point, ...]) -> bool:
    lows = [row.value for row in rows]
    return bool(lows) and min(lows) > 0 and any(_ratio(row) >= _WIDE for row in rows)


def _ratio(row: Point) -> Decimal:
    return row.high / row.value if row.is_range and row.high is not None else Decimal(1)
