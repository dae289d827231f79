"""The filters that rows can be narrowed by."""

from collections.abc import Sequence

import pandas as pd

from app.api.collection import Filter
from app.api.parameter import month, one_of
from app.model.period import Period
from app.model.text import Text


def equal(name: str, zh: str, en: str, choices: Sequence[str]) -> Filter:
    """Rows whose column of the same name has the value."""
    return Filter(one_of(name, Text(zh=zh, en=en), choices), lambda frame, value: frame[name] == value)


def at_or_after() -> Filter:
    """Rows whose period ends in or after the year or month."""
    parameter = month("from", Text(zh="时间不早于（年或月）", en="not over before this year or month"), "2024")
    return Filter(parameter, lambda frame, value: frame["period_end"] >= pd.Timestamp(_period(value).start))


def at_or_before() -> Filter:
    """Rows whose period begins in or before the year or month."""
    parameter = month("to", Text(zh="时间不晚于（年或月）", en="begun by the end of this year or month"), "2025-06")
    return Filter(parameter, lambda frame, value: frame["period_start"] <= pd.Timestamp(_period(value).end))


def _period(value: object) -> Period:
    assert isinstance(value, Period)
    return value
