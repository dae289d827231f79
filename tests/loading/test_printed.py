"""Printed fragments are read whole and exactly, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.loading.printed import BEFORE, BEHIND, PHRASES, ParsedFragment, UnreadableFragmentError, read_printed
from app.model.quantity import Qualifier

READ = [
    ("2200家", "2200", None, "exact", "家"),
    ("超过2200家", "2200", None, "over", "家"),
    ("超 2400\n家", "2400", None, "over", "家"),
    ("近4成", "4", None, "nearly", "成"),
    ("1.2万P", "1.2", None, "exact", "万P"),
    ("5949亿美元", "5949", None, "exact", "亿美元"),
    ("28.7万家", "28.7", None, "exact", "万家"),
    ("1.43万台套", "1.43", None, "exact", "万台套"),
    ("百余所", "100", None, "over", "所"),
    ("过半", "1", None, "over", "半"),
    ("一半以上", "1", None, "at_least", "半"),
    ("一半", "1", None, "exact", "半"),
    ("超半数", "1", None, "over", "半"),
    ("三分之一", "1", None, "exact", "三分之"),
    ("三分之二", "2", None, "exact", "三分之"),
    ("近三分之一", "1", None, "nearly", "三分之"),
    ("2至3倍", "2", "3", "exact", "倍"),
    ("2至3万家", "2", "3", "exact", "万家"),
    ("100倍至1万倍", "100", "10000", "exact", "倍"),
    ("100-1万", "100", "10000", "exact", ""),
    ("2—3", "2", "3", "exact", ""),
    ("3-4岁", "3", "4", "exact", "岁"),
    ("第2-4位", "2", "4", "exact", "位"),
    ("44.3%", "44.3", None, "exact", "%"),
    ("9成", "9", None, "exact", "成"),
    ("七成", "7", None, "exact", "成"),
    ("万亿级", "1", None, "about", "万亿"),
    ("千亿元级", "1", None, "about", "千亿元"),
    ("突破万亿元", "1", None, "over", "万亿元"),
    ("突破1万亿元", "1", None, "over", "万亿元"),
    ("前5年", "5", None, "exact", "年"),
    ("每3天", "3", None, "exact", "天"),
    ("并列第5位", "5", None, "exact", "位"),
    ("第一", "1", None, "exact", "位"),
    ("首位", "1", None, "exact", "位"),
    ("9大高新区", "9", None, "exact", "大高新区"),
    ("1000多家", "1000", None, "over", "家"),
    ("5万余个", "5", None, "over", "万个"),
    ("8亿多元", "8", None, "over", "亿元"),
    ("100多万", "100", None, "over", "万"),
    ("3年多", "3", None, "over", "年"),
    ("将近120多个", "120", None, "about", "个"),
    ("约占全国的45%", "45", None, "about", "%"),
    ("4082P左右", "4082", None, "about", "P"),
    ("1万家以上", "1", None, "at_least", "万家"),
    ("不超过3个", "3", None, "at_most", "个"),
    ("低于1%", "1", None, "at_most", "%"),
    ("1,155家", "1155", None, "exact", "家"),
    ("两千四百家", "2400", None, "exact", "家"),
    ("一万二千家", "12000", None, "exact", "家"),
    ("一百零二个", "102", None, "exact", "个"),
    ("十二", "12", None, "exact", ""),
    ("四十四点三%", "44.3", None, "exact", "%"),
    ("超三点零五亿元", "3.05", None, "over", "亿元"),
    ("3个万亿元级", "3", None, "exact", "个万亿元级"),
    ("翻了一番", "2", None, "exact", "倍"),
]


@pytest.mark.parametrize(("fragment", "value", "value_to", "qualifier", "unit"), READ)
def test_a_fragment_is_read_whole(fragment: str, value: str, value_to: str | None, qualifier: str, unit: str) -> None:
    upper = None if value_to is None else Decimal(value_to)
    assert read_printed(fragment) == ParsedFragment(Decimal(value), upper, Qualifier(qualifier), unit)


@pytest.mark.parametrize(
    "fragment",
    [
        *("", "约", "家", "首个", "几十家", "数百台", "上百家", "七八家", "三四岁", "一百二"),
        *("1,15家", "1,5", "12:30", "2.2.2", "0123家", "2４家", "２家", "-5%", "2200家3个", "1" * 31),
        *("16倍至3倍", "2个至3家", "3至3倍", "AI", "1.", ".5", "1e3", "2+8"),
    ],
)
def test_what_is_not_understood_is_refused(fragment: str) -> None:
    with pytest.raises(UnreadableFragmentError):
        read_printed(fragment)


def test_at_most_ten_phrases_go_around_the_grammar() -> None:
    assert len(PHRASES) <= 10


NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2).map(lambda number: number.normalize())
UNITS = st.sampled_from(["家", "万家", "亿元", "%", "成", "倍", "万P", "台套", "亿美元", "款", "家企业", ""])
BEFORE_WORDS = st.sampled_from(sorted(BEFORE))
BEHIND_WORDS = st.sampled_from(sorted(set(BEHIND) - {"级", "多", "余"}))


@given(number=NUMBERS, unit=UNITS)
def test_number_and_unit_are_read_back(number: Decimal, unit: str) -> None:
    assert read_printed(f"{number:f}{unit}") == ParsedFragment(number, None, Qualifier.EXACT, unit)


@given(number=NUMBERS, unit=UNITS, hedge=BEFORE_WORDS)
def test_a_hedge_before_is_read_back(number: Decimal, unit: str, hedge: str) -> None:
    assert read_printed(f"{hedge}{number:f}{unit}") == ParsedFragment(number, None, BEFORE[hedge], unit)


@given(number=NUMBERS, unit=UNITS, hedge=BEHIND_WORDS)
def test_a_hedge_behind_is_read_back(number: Decimal, unit: str, hedge: str) -> None:
    assert read_printed(f"{number:f}{unit}{hedge}") == ParsedFragment(number, None, BEHIND[hedge], unit)


@given(low=st.integers(1, 999), rise=st.integers(1, 999), unit=UNITS, sign=st.sampled_from("至-—～"))
def test_a_range_is_read_back(low: int, rise: int, unit: str, sign: str) -> None:
    expected = ParsedFragment(Decimal(low), Decimal(low + rise), Qualifier.EXACT, unit)
    assert read_printed(f"{low}{sign}{low + rise}{unit}") == expected
    assert read_printed(f"{low}{unit}{sign}{low + rise}{unit}") == expected


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_exactly(number: int) -> None:
    assert read_printed(f"{_chinese(number)}家") == ParsedFragment(Decimal(number), None, Qualifier.EXACT, "家")


@pytest.mark.whole
@given(st.text(max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = read_printed(text)
    except UnreadableFragmentError:
        return
    assert isinstance(reading.value, Decimal)


def _chinese(number: int) -> str:
    digits, places = "零一二三四五六七八九", ["", "十", "百", "千"]
    written = ""
    for place, digit in enumerate(reversed(str(number))):
        written = (digits[int(digit)] + places[place] if digit != "0" else "零") + written
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.rstrip("零")
