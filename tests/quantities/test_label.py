"""One stored value reads right in both languages, and never without its bound."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.quantity import Qualifier, Quantity
from app.model.text import LANGS, Lang
from app.model.vocabulary import Plural, Unit
from app.quantities.label import Label, base_label, printed_label, qualifier_word
from app.quantities.scale import STEPS, list_steps, scale_at, scale_for

FIRM = Unit(base="firm", zh="家", en=Plural(one="firm", other="firms"), printed=("家",))
WAN_FIRM = Unit(base="firm", factor=Decimal(10000), zh="万家", printed=("万家",))
CNY = Unit(base="cny", zh="元", en=Plural(one="yuan", other="yuan"), en_sign="¥", printed=("元",))
YI_CNY = Unit(base="cny", factor=Decimal(10) ** 8, zh="亿元", printed=("亿元",))
WANYI_CNY = Unit(base="cny", factor=Decimal(10) ** 12, zh="万亿元", printed=("万亿元",))
PERCENT = Unit(base="percent", zh="%", en=Plural(one="%", other="%"), style="percent", printed=("%",))
CHENG = Unit(base="percent", factor=Decimal(10), zh="成", printed=("成",))
HALF = Unit(base="percent", factor=Decimal(50), zh="", printed=("半",))
RANK = Unit(base="rank", zh="位", en=Plural(one="", other=""), style="rank", printed=("位",))
THIRD = Unit(base="third", zh="三分之", en=Plural(one="third", other="thirds"), style="fraction", printed=("三分之",))
OVER, NEARLY, ABOUT, EXACT = Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.EXACT


@pytest.mark.parametrize(
    ("value", "value_to", "kind", "unit", "base", "zh", "en"),
    [
        ("2400", None, OVER, FIRM, FIRM, "超2,400家", "over 2,400 firms"),
        ("1", None, EXACT, FIRM, FIRM, "1家", "1 firm"),
        ("28.7", None, EXACT, WAN_FIRM, FIRM, "28.7万家", "287,000 firms"),
        ("9761", None, EXACT, YI_CNY, CNY, "9,761亿元", "¥976.1 billion"),
        ("3500", None, NEARLY, YI_CNY, CNY, "近3,500亿元", "nearly ¥350 billion"),
        ("1", None, OVER, WANYI_CNY, CNY, "超1万亿元", "over ¥1 trillion"),
        ("10.09", None, EXACT, YI_CNY, CNY, "10.09亿元", "¥1.009 billion"),
        ("44.3", None, EXACT, PERCENT, PERCENT, "44.3%", "44.3%"),
        ("4", None, NEARLY, CHENG, PERCENT, "近4成", "nearly 40%"),
        ("1", None, OVER, HALF, PERCENT, "超50%", "over 50%"),
        ("5", None, EXACT, RANK, RANK, "第5位", "5th"),
        ("2", "4", EXACT, RANK, RANK, "第2–4位", "2nd–4th"),
        ("2", None, EXACT, THIRD, THIRD, "三分之二", "two thirds"),
        ("1", None, NEARLY, THIRD, THIRD, "近三分之一", "nearly one third"),
    ],
)
def test_a_printed_figure_reads_in_both_languages(
    value: str, value_to: str | None, kind: Qualifier, unit: Unit, base: Unit, zh: str, en: str
) -> None:
    quantity = Quantity(Decimal(value), kind, Decimal(value_to) if value_to else None)
    assert printed_label(quantity, unit, base, Lang.ZH).text == zh
    assert printed_label(quantity, unit, base, Lang.EN).text == en


@pytest.mark.parametrize("lang", LANGS)
@given(
    value=st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 14, places=2),
    kind=st.sampled_from([kind for kind in Qualifier if kind is not EXACT]),
)
def test_a_bound_is_never_written_without_its_word(lang: Lang, value: Decimal, kind: Qualifier) -> None:
    for base in (FIRM, CNY, PERCENT):
        assert base_label(Quantity(value, kind), base, lang).text.startswith(qualifier_word(kind, lang))


@given(st.decimals(min_value=1, max_value=Decimal(10) ** 14, places=0))
def test_no_scale_word_of_the_other_language_is_used(value: Decimal) -> None:
    zh = base_label(Quantity(value), CNY, Lang.ZH).text
    en = base_label(Quantity(value), CNY, Lang.EN).text
    assert not any(word in zh for word in ("百万", "十亿", "K", "M", "G", "billion"))
    assert not any(word in en for word in ("万", "亿", "K", "M", "G"))


@given(st.decimals(min_value=0, max_value=Decimal(10) ** 14, places=2))
def test_scaling_loses_nothing(value: Decimal) -> None:
    for lang in LANGS:
        scale = scale_for(value, CNY, lang)
        digits = base_label(Quantity(value), CNY, lang).number.replace(",", "").replace("¥", "").split(" ")[0]
        assert Decimal(digits) * scale.divisor == value


@pytest.mark.parametrize(
    ("value", "base", "offered", "zh", "en"),
    [
        ("976100000000", CNY, "high", "近9,761亿元", "nearly ¥976.1 billion"),
        ("976100000000", CNY, "middle", "近97,610,000万元", "nearly ¥976,100 million"),
        ("976100000000", CNY, "one", "近976,100,000,000元", "nearly ¥976,100,000,000"),
        ("300000000", CNY, "high", "近3亿元", "nearly ¥0.3 billion"),
        ("287000", FIRM, "middle", "近28.7万家", "nearly 0.287 million firms"),
    ],
)
def test_one_value_reads_at_every_step_with_its_bound(value: str, base: Unit, offered: str, zh: str, en: str) -> None:
    quantity = Quantity(Decimal(value), NEARLY)
    assert offered in list_steps([quantity], base)
    assert base_label(quantity, base, Lang.ZH, scale_at(offered, Lang.ZH)).text == zh
    assert base_label(quantity, base, Lang.EN, scale_at(offered, Lang.EN)).text == en


@pytest.mark.parametrize(
    ("values", "base", "offered"),
    [
        (["2400"], FIRM, ("one",)),
        (["12345678"], FIRM, ("one",)),
        (["12340000"], FIRM, ("middle", "one")),
        (["123456789.5"], CNY, ("one",)),
        (["976100000000", "1"], CNY, ("one",)),
        (["45"], PERCENT, ()),
        (["5"], RANK, ()),
        ([], CNY, ()),
    ],
)
def test_a_step_is_offered_only_where_all_values_are_written_whole(
    values: list[str], base: Unit, offered: tuple[str, ...]
) -> None:
    assert list_steps([Quantity(Decimal(value)) for value in values], base) == offered


@given(value=st.decimals(min_value=1, max_value=10**14, places=2), base=st.sampled_from([CNY, FIRM]))
def test_a_number_at_a_step_is_the_value_exactly(value: Decimal, base: Unit) -> None:
    for step in list_steps([Quantity(value)], base):
        for lang in LANGS:
            figure_words = base_label(Quantity(value), base, lang, scale_at(step, lang))
            digits = figure_words.number.replace(",", "").removeprefix(base.en_sign).partition(" ")[0]
            assert Decimal(digits) * scale_at(step, lang).divisor == value


def test_the_steps_fall_in_both_languages() -> None:
    for lang in LANGS:
        divisors = [scale_at(step, lang).divisor for step in STEPS]
        assert divisors == sorted(divisors, reverse=True)


@pytest.mark.parametrize(
    ("label", "text", "amount", "unit", "measure"),
    [
        (Label(Lang.ZH, "超", "1.2", "万", "家", "推算"), "超1.2万家（推算）", "1.2", "万家", "万家"),
        (
            Label(Lang.EN, "over", "1.2", "million", "firms"),
            "over 1.2 million firms",
            "1.2 million",
            "firms",
            "million firms",
        ),
        (
            Label(Lang.EN, "", "¥976.1", "billion", mark="derived"),
            "¥976.1 billion (derived)",
            "¥976.1 billion",
            "",
            "billion",
        ),
        (Label(Lang.EN, "about", "45", unit="%"), "about 45%", "45", "%", "%"),
        (Label(Lang.ZH, "", "第5位", mark="并列"), "第5位（并列）", "第5位", "", ""),
        (Label(Lang.ZH, "超", "51", unit="家", whole="100家"), "100家中的超51家", "51", "家", "家"),
        (
            Label(Lang.EN, "over", "51", unit="firms", mark="target", whole="100 firms"),
            "over 51 of 100 firms (target)",
            "51",
            "firms",
            "firms",
        ),
    ],
)
def test_a_label_is_its_parts_in_the_order_of_its_language(
    label: Label, text: str, amount: str, unit: str, measure: str
) -> None:
    assert (str(label), label.amount, label.amount_unit, label.measure) == (text, amount, unit, measure)
