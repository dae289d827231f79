"""Text is measured without a browser, and broken without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.geometry.text import balance_lines, width, wrap

TEXTS = st.text(alphabet="北京医药健康（）“”，。·2024 over nearlyAIW%¥-.", min_size=1, max_size=60)


@given(text=TEXTS, limit=st.floats(40, 400), size=st.sampled_from([12.0, 13.0, 20.0]))
def test_lines_are_no_wider_than_asked_and_only_a_joining_dot_is_lost(text: str, limit: float, size: float) -> None:
    for broken in (wrap(text, size, limit), balance_lines(text, size, limit)):
        assert _letters("".join(broken)) == _letters(text)
        assert all(width(line, size) <= limit or len(line) == 1 for line in broken)


def _letters(text: str) -> str:
    """A dot between two parts has nothing to join where the line breaks between them."""
    return text.replace(" ", "").replace("·", "")


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("over 2,400 firms", 60, ("over", "2,400", "firms")),
        ("北京（2025）", 40, ("北京", "（2025", "）")),
        ("short", 400, ("short",)),
    ],
)
def test_text_breaks_where_a_reader_expects(text: str, limit: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, 13, limit)[0] == lines[0]


def test_bold_text_is_wider_and_chinese_is_an_em() -> None:
    assert width("firms", 13, True) > width("firms", 13)
    assert width("家", 10) == pytest.approx(11)
