"""How a value, a bound, a unit and a period read in Chinese and in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from app.model.period import Grain, Period, PeriodBasis, PeriodPart
from app.model.quantity import Qualifier, Quantity
from app.model.text import LANGS, Lang
from app.model.vocabulary import Unit

_ZH_BEFORE = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "超",
    Qualifier.AT_LEAST: "至少",
    Qualifier.NEARLY: "近",
    Qualifier.AT_MOST: "至多",
    Qualifier.ABOUT: "约",
}
_EN_BEFORE = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "over",
    Qualifier.AT_LEAST: "at least",
    Qualifier.NEARLY: "nearly",
    Qualifier.AT_MOST: "at most",
    Qualifier.ABOUT: "about",
}
_ZH_DIGITS = "零一二三四五六七八九"
_EN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Scale:
    """A step of large numbers in one language: `divisor` base units are one `word` (亿, billion)."""

    divisor: Decimal
    word: str


_ONE = Scale(Decimal(1), "")
_ZH_SCALES = (Scale(Decimal(10) ** 12, "万亿"), Scale(Decimal(10) ** 8, "亿"), Scale(Decimal(10) ** 4, "万"))
_EN_SCALES = (
    Scale(Decimal(10) ** 12, "trillion"),
    Scale(Decimal(10) ** 9, "billion"),
    Scale(Decimal(10) ** 6, "million"),
)
#: The steps of large numbers by the name an address gives them: each language has its own word at each.
STEPS = ("highest", "high", "middle", "one")
#: Both languages offer the same steps: English says 0.3 billion where Chinese says 3亿, and nothing smaller.
_LEAST = {"zh": Decimal(1), "en": Decimal("0.1")}


@dataclass(frozen=True)
class FigureWords:
    """One value in words, in the pieces a page sets apart: `qualifier` `number` `unit`, and whole as `text`."""

    qualifier: str
    number: str
    unit: str
    text: str


def qualifier_word(value: Qualifier, lang: Lang) -> str:
    """超 / over; empty for an exact value."""
    return (_ZH_BEFORE if lang == "zh" else _EN_BEFORE)[value]


def figure_words(quantity: Quantity, unit: Unit, base: Unit, lang: Lang) -> FigureWords:
    """The printed `quantity` (in `unit`) as read in `lang`; Chinese keeps the printed unit, English takes the base."""
    if lang == "zh" and unit.zh and base.style != "fraction":
        return _assemble(quantity.qualifier, _digits_of(quantity, base, lang), unit.zh, base, lang)
    return base_figure(quantity.times(unit.factor), base, lang)


def base_figure(quantity: Quantity, base: Unit, lang: Lang, wanted: Scale | None = None) -> FigureWords:
    """A quantity in its base unit, at the scale wanted or else the one (万, 亿, million …) that suits it."""
    if base.style == "fraction":
        return _fraction(quantity, base, lang)
    scale = wanted or scale_for(quantity.value_to or quantity.value, base, lang)
    scaled = quantity.times(1 / scale.divisor)
    digits = _digits_of(scaled, base, lang)
    if lang == "zh":
        return _assemble(quantity.qualifier, digits, scale.word + base.zh, base, lang)
    return _assemble(
        quantity.qualifier, digits + (f" {scale.word}" if scale.word else ""), _en_unit(quantity, base), base, lang
    )


def rounded(quantity: Quantity, base: Unit) -> Quantity:
    """A computed quantity cut to the digits a reader can use: whole amounts, percent and ratios to a decimal or two."""
    places = {"percent": Decimal("0.1"), "rank": Decimal(1), "fraction": Decimal(1)}.get(base.style)
    step = places or (Decimal(1) if abs(quantity.value) >= 10 else Decimal("0.01"))
    upper = None if quantity.value_to is None else _to_step(quantity.value_to, step)
    return Quantity(_to_step(quantity.value, step), quantity.qualifier, upper)


def scale_for(value: Decimal, base: Unit, lang: Lang) -> Scale:
    """The largest scale word that leaves a number of at least one, and no more than four decimals."""
    if base.style != "amount":
        return _ONE
    for scale in _ZH_SCALES if lang == "zh" else _EN_SCALES:
        if abs(value) >= scale.divisor and _decimals(value / scale.divisor) <= 4:
            return scale
    return _ONE


def scale_at(step: str, lang: Lang) -> Scale:
    """The scale a step stands for; raises ValueError for a name that is not one of `STEPS`."""
    return (*(_ZH_SCALES if lang == "zh" else _EN_SCALES), _ONE)[STEPS.index(step)]


def steps(quantities: Sequence[Quantity], base: Unit) -> tuple[str, ...]:
    """The steps at which all of these, in their base unit, are written to the last digit with few decimals."""
    values = [value for q in quantities for value in (q.value, q.value_to) if value is not None]
    if base.style != "amount" or not values:
        return ()
    return tuple(step for step in STEPS if all(_written_at(scale_at(step, lang), values, lang) for lang in LANGS))


def _written_at(scale: Scale, values: Sequence[Decimal], lang: Lang) -> bool:
    large = scale is _ONE or max(abs(value) for value in values) >= scale.divisor * _LEAST[lang]
    return large and all(_decimals(value / scale.divisor) <= 4 for value in values)


def scaled_unit(scale: Scale, base: Unit, lang: Lang) -> str:
    """The unit an axis or column is headed with: 亿元, ¥ billion, firms."""
    if lang == "zh":
        return scale.word + base.zh
    if base.en is None:
        raise ValueError("a base unit has an English name")
    return " ".join(word for word in (base.en_sign or "", scale.word, "" if base.en_sign else base.en.other) if word)


def plain_digits(value: Decimal) -> str:
    """Grouped digits without exponent or trailing zeros: 1,234.5."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def period_text(value: Period, basis: PeriodBasis, lang: Lang, *, is_goal: bool = False) -> str:
    """2024年, 2023年11月（推断）, 截至2025年6月报道 and their English twins.

    A goal known only from its report has no time of its own: 未定期限，截至2023年11月报道.
    """
    text = bare_period_text(value, lang)
    if basis is PeriodBasis.INFERRED:
        return f"{text}（推断）" if lang == "zh" else f"{text} (inferred)"
    if basis is PeriodBasis.AS_OF:
        text = f"截至{text}报道" if lang == "zh" else f"as reported in {text}"
        if is_goal:
            return f"未定期限，{text}" if lang == "zh" else f"no deadline given, {text}"
    return text


def bare_period_text(value: Period, lang: Lang) -> str:
    """The period alone, without a word on how it is known."""
    if not value.is_span:
        return _part(value.first, lang)
    first, last = value.first, value.last
    if first.grain is last.grain is Grain.YEAR:
        return f"{first.year}—{last.year}年" if lang == "zh" else f"{first.year}–{last.year}"
    if first.year == last.year and first.grain is last.grain is Grain.QUARTER:
        return _quarters(first, last, lang)
    if first.year == last.year and first.grain is last.grain is Grain.MONTH:
        return _months(first, last, lang)
    return (
        f"{_part(first, lang)}至{_part(last, lang)}" if lang == "zh" else f"{_part(first, lang)} – {_part(last, lang)}"
    )


def _assemble(kind: Qualifier, digits: str, unit: str, base: Unit, lang: Lang) -> FigureWords:
    word = qualifier_word(kind, lang)
    if base.style == "rank":
        return FigureWords(word, digits, "", f"{word}{digits}" if lang == "zh" else f"{word} {digits}".strip())
    if lang == "zh":
        return FigureWords(word, digits, unit, f"{word}{digits}{unit}")
    digits = f"{base.en_sign}{digits}"
    gap = "" if unit == "%" or not unit else " "
    return FigureWords(word, digits, unit, f"{word} {digits}{gap}{unit}".strip())


def _digits_of(quantity: Quantity, base: Unit, lang: Lang) -> str:
    first = _digits(quantity.value, base, lang)
    if quantity.value_to is None:
        return f"第{first}位" if base.style == "rank" and lang == "zh" else first
    last = _digits(quantity.value_to, base, lang)
    return f"第{first}–{last}位" if base.style == "rank" and lang == "zh" else f"{first}–{last}"


def _digits(value: Decimal, base: Unit, lang: Lang) -> str:
    return plain_digits(value) if base.style != "rank" or lang == "zh" else _ordinal(int(value))


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _en_unit(quantity: Quantity, base: Unit) -> str:
    if base.en is None:
        raise ValueError("a base unit has an English name")
    if base.en_sign:
        return ""
    return base.en.one if quantity.value == 1 and not quantity.is_range else base.en.other


def _fraction(quantity: Quantity, base: Unit, lang: Lang) -> FigureWords:
    number = int(quantity.value)
    if lang == "zh":
        return _assemble(quantity.qualifier, f"{base.zh}{_ZH_DIGITS[number]}", "", base, lang)
    return _assemble(quantity.qualifier, _EN_WORDS[number], _en_unit(quantity, base), base, lang)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _to_step(value: Decimal, step: Decimal) -> Decimal:
    return value.quantize(step, rounding=ROUND_HALF_EVEN)


def _part(part: PeriodPart, lang: Lang) -> str:
    if part.grain is Grain.YEAR:
        return f"{part.year}年" if lang == "zh" else str(part.year)
    if part.grain is Grain.HALF:
        zh = f"{part.year}年{'上' if part.number == 1 else '下'}半年"
        return zh if lang == "zh" else f"H{part.number} {part.year}"
    if part.grain is Grain.QUARTER:
        return f"{part.year}年第{_ZH_DIGITS[part.number]}季度" if lang == "zh" else f"Q{part.number} {part.year}"
    day = (f"{part.day}日", f"{part.day} ") if part.day else ("", "")
    if lang == "zh":
        return f"{part.year}年{part.number}月{day[0]}"
    return f"{day[1]}{_MONTHS[part.number - 1]} {part.year}"


def _quarters(first: PeriodPart, last: PeriodPart, lang: Lang) -> str:
    if lang == "en":
        return f"Q{first.number}–Q{last.number} {first.year}"
    if first.number == 1:
        return f"{first.year}年前{_ZH_DIGITS[last.number]}季度"
    return f"{first.year}年第{_ZH_DIGITS[first.number]}至第{_ZH_DIGITS[last.number]}季度"


def _months(first: PeriodPart, last: PeriodPart, lang: Lang) -> str:
    if lang == "en":
        return f"{_MONTHS[first.number - 1]}–{_MONTHS[last.number - 1]} {first.year}"
    return f"{first.year}年{first.number}—{last.number}月"
