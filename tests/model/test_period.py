"""Periods are read as written, refused when they are no time, and know their ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.period import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2023-Q1/2023-Q3", date(2023, 1, 1), date(2023, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12-31", date(2024, 12, 31), date(2024, 12, 31)),
        ("2018/2022", date(2018, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, start: date, end: date) -> None:
    period = Period.parse(text)
    assert (period.start, period.end) == (start, end)
    assert period.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "2023-02-30",
        "2024-H3",
        "2024-Q5",
        "2024/2023",
        "2024/2024",
        "2024/2025/2026",
        "２０２４",
        "2024-1",
        "2024 ",
        "0999",
    ],
)
def test_what_is_no_period_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|calendar"):
        Period.parse(text)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_its_own_start_and_end(day: date) -> None:
    period = Period.parse(day.isoformat())
    assert period.start == period.end == day
    assert not period.is_span


@given(st.lists(st.sampled_from(["2023", "2024-H1", "2024-Q4", "2025-06", "2024-12-31"]), min_size=2, max_size=5))
def test_periods_sort_by_their_ends(texts: list[str]) -> None:
    ordered = sorted(map(Period.parse, texts))
    assert [p.end for p in ordered] == sorted(p.end for p in ordered)
