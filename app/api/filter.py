"""The filters that rows can be narrowed by."""

from collections.abc import Mapping, Sequence

from app.api.collection import Filter, Pass
from app.api.parameter import month, one_of
from app.model.period import Period
from app.model.text import Text


def equal(name: str, zh: str, en: str, choices: Sequence[str]) -> Filter:
    """Rows whose column of the same name has the value."""

    def passing(value: object, places: Mapping[str, int]) -> Pass:
        place = places[name]
        return lambda row: row[place] == value

    return Filter(one_of(name, Text(zh=zh, en=en), choices), passing)


def since() -> Filter:
    """Rows whose period ends in or after the year or month."""

    def passing(value: object, places: Mapping[str, int]) -> Pass:
        place, day = places["period_end"], _period(value).start.isoformat()
        return lambda row: str(row[place]) >= day

    return Filter(
        month("from", Text(zh="时间不早于（年或月）", en="not over before this year or month"), "2024"), passing
    )


def until() -> Filter:
    """Rows whose period begins in or before the year or month."""

    def passing(value: object, places: Mapping[str, int]) -> Pass:
        place, day = places["period_start"], _period(value).end.isoformat()
        return lambda row: str(row[place]) <= day

    return Filter(
        month("to", Text(zh="时间不晚于（年或月）", en="begun by the end of this year or month"), "2025-06"), passing
    )


def _period(value: object) -> Period:
    assert isinstance(value, Period)
    return value
