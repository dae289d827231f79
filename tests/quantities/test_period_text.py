"""A period in words says how it is known, and where it may be broken."""

import pytest

from app.model.period import Period, PeriodBasis
from app.model.text import Lang
from app.quantities.period_text import period_text


@pytest.mark.parametrize(
    ("text", "basis", "zh", "en"),
    [
        ("2024", PeriodBasis.STATED, "2024年", "2024"),
        ("2024-H1", PeriodBasis.STATED, "2024年上半年", "H1 2024"),
        ("2023-Q1/2023-Q3", PeriodBasis.INFERRED, "2023年前三季度（推断）", "Q1–Q3 2023 (inferred)"),
        ("2025-06", PeriodBasis.AS_OF, "截至2025年6月报道", "as reported in Jun 2025"),
        ("2024-12-31", PeriodBasis.STATED, "2024年12月31日", "31 Dec 2024"),
        ("2018/2022", PeriodBasis.STATED, "2018—2022年", "2018–2022"),
        ("2025-01/2025-06", PeriodBasis.INFERRED, "2025年1—6月（推断）", "Jan–Jun 2025 (inferred)"),
        ("2024-Q2", PeriodBasis.STATED, "2024年第二季度", "Q2 2024"),
    ],
)
def test_a_period_says_how_it_is_known(text: str, basis: PeriodBasis, zh: str, en: str) -> None:
    assert period_text(Period.parse(text), basis, Lang.ZH).text == zh
    assert period_text(Period.parse(text), basis, Lang.EN).text == en


@pytest.mark.parametrize(
    ("text", "basis", "is_goal", "lang", "lines"),
    [
        ("2024", PeriodBasis.STATED, False, Lang.ZH, ("2024年",)),
        ("2023-11", PeriodBasis.INFERRED, False, Lang.ZH, ("2023年11月", "（推断）")),
        ("2023-11", PeriodBasis.INFERRED, False, Lang.EN, ("Nov 2023", "(inferred)")),
        ("2023-11", PeriodBasis.AS_OF, False, Lang.ZH, ("截至2023年", "11月报道")),
        ("2023-11", PeriodBasis.AS_OF, False, Lang.EN, ("as reported in", "Nov 2023")),
        ("2018/2022", PeriodBasis.AS_OF, False, Lang.ZH, ("截至2018—2022年报道",)),
        ("2023-11", PeriodBasis.AS_OF, True, Lang.ZH, ("未定期限", "截至2023年11月报道")),
        ("2023-11", PeriodBasis.AS_OF, True, Lang.EN, ("no deadline given", "as reported in Nov 2023")),
    ],
)
def test_a_period_is_broken_where_it_reads_best(
    text: str, basis: PeriodBasis, is_goal: bool, lang: Lang, lines: tuple[str, ...]
) -> None:
    assert period_text(Period.parse(text), basis, lang, is_goal=is_goal).lines == lines
