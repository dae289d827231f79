"""A change in words: what it was and what it is."""

import pytest

from app.model.text import Lang
from app.releases.changes import arrow

ARROWS: list[tuple[Lang, str, str, str]] = [
    (Lang.ZH, "超2,400家", "超2,800家", "超2,400 → 超2,800家"),
    (Lang.ZH, "近3,500亿元", "近4,000亿元", "近3,500 → 近4,000亿元"),
    (Lang.ZH, "9,000家", "超1.2万家", "9,000家 → 超1.2万家"),
    (Lang.ZH, "第6位", "第5位", "第6 → 第5位"),
    (Lang.ZH, "约135家（推算）", "约140家（推算）", "约135家（推算） → 约140家（推算）"),
    (Lang.ZH, "2,400家（2024年）", "2,400家（2023年）", "2,400家（2024年） → 2,400家（2023年）"),
    (Lang.ZH, "三分之二", "一半", "三分之二 → 一半"),
    (Lang.EN, "over 2,400 firms", "over 2,800 firms", "over 2,400 → over 2,800 firms"),
    (Lang.EN, "1 firm", "2 firms", "1 firm → 2 firms"),
    (Lang.EN, "¥350 billion", "¥400 billion", "¥350 billion → ¥400 billion"),
    (Lang.EN, "6th", "5th", "6th → 5th"),
    (Lang.EN, "40%", "45%", "40% → 45%"),
]


@pytest.mark.parametrize(("lang", "before", "after", "expected"), ARROWS)
def test_a_unit_is_said_once_where_nothing_can_be_misread(lang: Lang, before: str, after: str, expected: str) -> None:
    assert arrow(before, after, lang) == expected
