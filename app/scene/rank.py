"""Who stands where: 1 on top, ties as ties, a printed move up or down beside the place it led to."""

from dataclasses import replace

from app.query.full_name import belonging
from app.query.reading import Reading
from app.scene.point import point
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Group, Point, Scene
from app.scene.statement import statement


def build(question: Question) -> Scene:
    """One group a ranking (one definition at one time), each sorted; several rankings each have a name.

    Readings in another unit than places are moves (较上年升3位) and go to the place they led to.
    Raises DishonestChartError for a move that belongs to no place shown.
    """
    places = [reading for reading in question.readings if reading.base.style == "rank"]
    moves = {_whose(reading): reading for reading in question.readings if reading.base.style != "rank"}
    _check(places, moves, question)
    rankings: dict[tuple[str, ...], list[Reading]] = {}
    for reading in places:
        rankings.setdefault(_ranking(reading), []).append(reading)
    groups = tuple(_group(rows, moves, question, len(rankings)) for rows in rankings.values())
    return statement(question, groups, base=places[0].base if places else None)


def _check(places: list[Reading], moves: dict[tuple[str, ...], Reading], question: Question) -> None:
    stray = set(moves) - {_whose(reading) for reading in places}
    for whose in sorted(stray):
        label = moves[whose].label(question.lang)
        raise DishonestChartError(
            zh=f"“{label}”不是位次，也不属于图中任何一个位次。",
            en=f"'{label}' is neither a rank nor the move of one shown here.",
        )


def _whose(reading: Reading) -> tuple[str, ...]:
    o = reading.observation
    return o.geography, o.subject or "", o.category or "", o.period.text


def _ranking(reading: Reading) -> tuple[str, ...]:
    o = reading.observation
    return reading.indicator_id, o.definition, o.period.text, str(o.target)


def _group(rows: list[Reading], moves: dict[tuple[str, ...], Reading], question: Question, rankings: int) -> Group:
    found = [_place(row, moves, question) for row in rows]
    found.sort(key=lambda place: (place.value, place.high or place.value))
    name = _heading(rows[0], question, rankings) if len(rows) > 1 else ""
    return Group(name, tuple(found))


def _heading(reading: Reading, question: Question, rankings: int) -> str:
    """The date of the one ranking; where there are several, also which it is."""
    if rankings == 1:
        return reading.when(question.lang)
    gap = "，" if question.lang == "zh" else ", "
    return f"{reading.indicator.label(question.lang)}{gap}{reading.when(question.lang)}"


def _place(row: Reading, moves: dict[tuple[str, ...], Reading], question: Question) -> Point:
    place = point(row, question)
    move = moves.get(_whose(row))
    if move is None:
        return place
    # Under the place's own name three places gained would read as the third place.
    name = belonging(move.indicator.label(question.lang), move, question.lang)
    return replace(place, change=point(move, question, name=name))
