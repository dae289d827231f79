"""Parts of a whole over time, in one fixed order: clusters 2+8, then 3+7."""

from decimal import Decimal

from app.model.chart import LabelBy
from app.model.quantity import Quantity
from app.query.reading import Openness, Reading
from app.scene.point import name_of, point
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Emphasis, Group, Point, Scene
from app.scene.statement import one_base, statement
from app.wording import base_figure, scale_at

_HUNDRED = Decimal(100)


def build(question: Question) -> Scene:
    """One group a period, in time order, with its parts in the order in which the curator first names them.

    Raises DishonestChartError where a stack would say more than is printed: bounds, ranges, goals, other
    definitions, a part given twice, percentages beyond 100.
    """
    base = one_base(question.readings)
    _check(question)
    names = _names(question)
    groups = tuple(_group(rows, names, question) for rows in _periods(question))
    return statement(question, groups, base=base)


def _check(question: Question) -> None:
    for reading in question.readings:
        if reading.openness in (Openness.UP, Openness.DOWN) or reading.quantity.is_range:
            label = reading.label(question.lang)
            raise DishonestChartError(
                zh=f"“{label}”不是确数，不能与别的部分叠成整体。",
                en=f"'{label}' is not exact, so it cannot be stacked into a whole.",
            )
    if len({_kind(reading) for reading in question.readings}) > 1:
        raise DishonestChartError(
            zh="口径不同的数值，或目标与实绩，不能叠在一起。",
            en="Figures of different definitions, or goals and results, cannot be stacked.",
        )


def _kind(reading: Reading) -> tuple[str, str, bool]:
    return reading.indicator_id, reading.observation.definition, reading.observation.target


def _periods(question: Question) -> list[list[Reading]]:
    rows: dict[str, list[Reading]] = {}
    for reading in sorted(question.readings, key=lambda reading: reading.observation.period):
        rows.setdefault(reading.observation.period.text, []).append(reading)
    return list(rows.values())


def _names(question: Question) -> list[str]:
    return list(dict.fromkeys(_part_name(reading, question) for reading in question.readings))


def _part_name(reading: Reading, question: Question) -> str:
    by = LabelBy.CATEGORY if question.label_by is LabelBy.PERIOD else question.label_by
    return name_of(reading, by, question.lang)


def _group(rows: list[Reading], names: list[str], question: Question) -> Group:
    parts = [
        point(reading, question, name=_part_name(reading, question), emphasis=_hue(reading, names, question))
        for reading in rows
    ]
    parts.sort(key=lambda part: names.index(part.name))
    _check_parts(parts)
    return Group(parts[0].period_text, tuple(parts), note=_total(rows, parts, question))


def _hue(reading: Reading, names: list[str], question: Question) -> Emphasis:
    """The first part in vermilion, the second in the second hue, the rest grey; patterns tell them apart."""
    place = names.index(_part_name(reading, question))
    return (Emphasis.BEIJING, Emphasis.SECOND)[place] if place < 2 else Emphasis.OTHER


def _check_parts(parts: list[Point]) -> None:
    if len({part.name for part in parts}) < len(parts):
        raise DishonestChartError(
            zh=f"{parts[0].period_text}有一部分出现了两次，叠加会重复计算。",
            en=f"A part is given twice for {parts[0].period_text}; a stack would count it twice.",
        )
    percent = parts[0].unit is not None and parts[0].unit.style == "percent"
    if percent and sum(part.value for part in parts) > _HUNDRED:
        raise DishonestChartError(
            zh=f"{parts[0].period_text}各部分之和超过100%。",
            en=f"The parts for {parts[0].period_text} add up to more than 100%.",
        )


def _total(rows: list[Reading], parts: list[Point], question: Question) -> str:
    """共10个（推算）; empty where a part is unsure, or where there is nothing to add."""
    base = rows[0].base
    if len(rows) < 2 or base.style != "amount" or not all(row.quantity.is_exact for row in rows):
        return ""
    scale = scale_at(question.step, question.lang) if question.step else None
    words = base_figure(Quantity(sum((part.value for part in parts), Decimal(0))), base, question.lang, scale).text
    return f"共{words}（推算）" if question.lang == "zh" else f"{words} in total (derived)"
