"""A period in words, in parts: the dates alone, how they are known, and where a narrow line may break."""

from dataclasses import dataclass

from app.model.period import Grain, Period, PeriodBasis, PeriodPart
from app.model.text import Lang

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ZH_DIGITS = "零一二三四"


@dataclass(frozen=True)
class PeriodText:
    """`text` says how the period is known (截至2023年11月报道), `bare` does not; `lines` is `text`, broken."""

    text: str
    bare: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


def period_text(value: Period, basis: PeriodBasis, lang: Lang, *, is_goal: bool = False) -> PeriodText:
    """2024年, 2023年11月（推断）, 截至2025年6月报道 and their English twins.

    A goal known only from its report has no time of its own: 未定期限，截至2023年11月报道.
    """
    bare = bare_period_text(value, lang)
    if basis is PeriodBasis.INFERRED:
        return _joined(bare, bare, "（推断）" if lang is Lang.ZH else "(inferred)", " " if lang is Lang.EN else "")
    if basis is not PeriodBasis.AS_OF:
        return PeriodText(bare, bare, (bare,))
    if is_goal:
        report = f"截至{bare}报道" if lang is Lang.ZH else f"as reported in {bare}"
        undated = "未定期限" if lang is Lang.ZH else "no deadline given"
        return _joined(bare, undated, report, lang.comma)
    if lang is Lang.EN:
        return _joined(bare, "as reported in", bare, " ")
    year = f"{value.first.year}年"
    if not bare.startswith(year):
        return PeriodText(f"截至{bare}报道", bare, (f"截至{bare}报道",))
    return _joined(bare, f"截至{year}", f"{bare.removeprefix(year)}报道", "")


def bare_period_text(value: Period, lang: Lang) -> str:
    """The period alone, without a word on how it is known."""
    if not value.is_span:
        return _part(value.first, lang)
    first, last = value.first, value.last
    if first.grain is last.grain is Grain.YEAR:
        return f"{first.year}—{last.year}年" if lang is Lang.ZH else f"{first.year}–{last.year}"
    if first.year == last.year and first.grain is last.grain is Grain.QUARTER:
        return _quarters(first, last, lang)
    if first.year == last.year and first.grain is last.grain is Grain.MONTH:
        return _months(first, last, lang)
    return (
        f"{_part(first, lang)}至{_part(last, lang)}"
        if lang is Lang.ZH
        else f"{_part(first, lang)} – {_part(last, lang)}"
    )


def _joined(bare: str, first: str, second: str, gap: str) -> PeriodText:
    return PeriodText(f"{first}{gap}{second}", bare, (first, second))


def _part(part: PeriodPart, lang: Lang) -> str:
    if part.grain is Grain.YEAR:
        return f"{part.year}年" if lang is Lang.ZH else str(part.year)
    if part.grain is Grain.HALF:
        zh = f"{part.year}年{'上' if part.number == 1 else '下'}半年"
        return zh if lang is Lang.ZH else f"H{part.number} {part.year}"
    if part.grain is Grain.QUARTER:
        return f"{part.year}年第{_ZH_DIGITS[part.number]}季度" if lang is Lang.ZH else f"Q{part.number} {part.year}"
    day = (f"{part.day}日", f"{part.day} ") if part.day else ("", "")
    if lang is Lang.ZH:
        return f"{part.year}年{part.number}月{day[0]}"
    return f"{day[1]}{_MONTHS[part.number - 1]} {part.year}"


def _quarters(first: PeriodPart, last: PeriodPart, lang: Lang) -> str:
    if lang is Lang.EN:
        return f"Q{first.number}–Q{last.number} {first.year}"
    if first.number == 1:
        return f"{first.year}年前{_ZH_DIGITS[last.number]}季度"
    return f"{first.year}年第{_ZH_DIGITS[first.number]}至第{_ZH_DIGITS[last.number]}季度"


def _months(first: PeriodPart, last: PeriodPart, lang: Lang) -> str:
    if lang is Lang.EN:
        return f"{_MONTHS[first.number - 1]}–{_MONTHS[last.number - 1]} {first.year}"
    return f"{first.year}年{first.number}—{last.number}月"
