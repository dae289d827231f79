"""From one date to another: a row a thing, both ends labelled; how much it changed only where that is certain."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.model.chart import LabelBy
from app.model.text import Lang
from app.query.comparable import same_definition
from app.query.reading import Reading
from app.scene.phrase import phrase
from app.scene.point import point
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.rows import by_thing, row_name
from app.scene.scene import Group, Scene
from app.scene.statement import one_base, statement
from app.wording import plain


def build(question: Question) -> Scene:
    """Raises DishonestChartError where a row would join figures of different definitions."""
    rows = by_thing(question.readings)
    for row in rows:
        reason = same_definition(row)
        if reason is not None:
            raise DishonestChartError(zh=reason.zh, en=reason.en)
    groups = tuple(_group(row, rows, question) for row in rows)
    return statement(question, groups, base=one_base(question.readings))


def _group(row: Sequence[Reading], rows: Sequence[Sequence[Reading]], question: Question) -> Group:
    dated = replace(question, label_by=LabelBy.PERIOD)
    ends = tuple(point(reading, dated) for reading in row)
    return Group(
        name=row_name(row, rows, question),
        points=ends,
        joined=len(ends) > 1 and not any(end.target for end in ends),
        note=_change(row, question.lang),
    )


def _change(row: Sequence[Reading], lang: Lang) -> str:
    """+9.5%（推算）; empty unless both ends are exact results: between bounds no rate can be known."""
    first, last = row[0], row[-1]
    certain = len(row) > 1 and all(r.quantity.is_exact and not r.observation.target for r in (first, last))
    if not certain or first.base.style not in ("amount", "percent") or first.quantity.value <= 0:
        return ""
    before, after = first.quantity.value, last.quantity.value
    if first.base.style == "percent":
        return phrase("points_change", lang, value=_signed(after - before))
    return phrase("rate_change", lang, value=_signed((after - before) * 100 / before))


def _signed(value: Decimal) -> str:
    rounded = round(value, 1)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return sign + plain(abs(rounded))
