"""Ticks are round numbers of the unit shown, in words a reader of the language knows."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.geometry.axis import linear, logarithmic, ranks
from app.model.text import LANGS, Lang
from app.model.vocabulary import Unit
from tests.figures import CNY, FIRM, PERCENT, TIMES


@pytest.mark.parametrize(
    ("low", "high", "unit", "lang", "texts", "title"),
    [
        ("0", "2400", FIRM, Lang.ZH, ["0", "1,000", "2,000", "3,000"], "家"),
        ("0", "287000", FIRM, Lang.ZH, ["0", "10", "20", "30"], "万家"),
        ("0", "287000", FIRM, Lang.EN, ["0", "100,000", "200,000", "300,000"], "firms"),
        ("0", "976100000000", CNY, Lang.ZH, ["0", "5,000", "10,000"], "亿元"),
        ("0", "976100000000", CNY, Lang.EN, ["0", "0.5", "1"], "¥ trillion"),
        ("850000000000", "1000000000000", CNY, Lang.EN, ["850", "900", "950", "1,000"], "¥ billion"),
        ("0", "44.3", PERCENT, Lang.ZH, ["0%", "20%", "40%", "60%"], ""),
        ("0", "3", FIRM, Lang.EN, ["0", "1", "2", "3"], "firms"),
        ("0", "2", FIRM, Lang.ZH, ["0", "1", "2"], "家"),
        ("0", "2", TIMES, Lang.ZH, ["0", "0.5", "1", "1.5", "2"], "倍"),
    ],
)
def test_ticks_read_as_expected(low: str, high: str, unit: Unit, lang: Lang, texts: list[str], title: str) -> None:
    found = linear(Decimal(low), Decimal(high), unit=unit, lang=lang)
    assert (list(found.texts), found.title) == (texts, title)


@given(
    low=st.decimals(0, 10**13, places=2),
    span=st.decimals("0.01", 10**13, places=2),
    unit=st.sampled_from([FIRM, CNY, PERCENT, TIMES]),
    lang=st.sampled_from(LANGS),
    count=st.integers(2, 6),
)
def test_steps_are_one_two_or_five_and_hold_the_values(
    low: Decimal, span: Decimal, unit: Unit, lang: Lang, count: int
) -> None:
    found = linear(low, low + span, unit=unit, lang=lang, count=count)
    step = found.values[1] - found.values[0]
    assert found.low <= low
    assert found.high >= low + span
    assert str(step.normalize().as_tuple().digits[0]) in "125"
    assert len(step.normalize().as_tuple().digits) == 1
    assert len(set(found.texts)) == len(found.texts) <= count + 2
    words = "".join(found.texts) + found.title + found.closing
    assert not re.search(r"[KMGB]\b|百万|十亿", words)


@pytest.mark.parametrize(
    ("unit", "lang", "closing"),
    [(CNY, Lang.ZH, "10,000亿元"), (CNY, Lang.EN, "¥1 trillion"), (FIRM, Lang.EN, "1,000,000,000,000 firms")],
)
def test_the_last_tick_can_carry_the_unit(unit: Unit, lang: Lang, closing: str) -> None:
    found = linear(Decimal(0), Decimal(10) ** 12, unit=unit, lang=lang, count=2)
    assert found.closing == closing or unit is FIRM


def test_log_ticks_are_powers_of_ten_around_the_values() -> None:
    found = logarithmic(Decimal(100), Decimal(10000), unit=TIMES, lang=Lang.ZH)
    assert list(found.texts) == ["100", "1,000", "1万"]
    assert found.closing == "1万倍"


def test_rank_one_is_always_a_tick() -> None:
    assert ranks(13, unit=FIRM, lang=Lang.ZH).values[0] == 1
