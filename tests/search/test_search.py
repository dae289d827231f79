"""Everything is found by name, pinyin, English word and number, and no text makes the search fail."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.search.entries import EntrySort, SearchEntry
from app.search.finder import Finder, Request, SearchResult
from app.search.match import MatchReason
from app.search.term import terms
from app.settings import Settings
from app.site import Site


@pytest.fixture(scope="module")
def finder(real_site: Site) -> Finder:
    return real_site.finder


#: What is typed, and the sort and id of what must come first.
FIRST = (
    ("2400", EntrySort.FIGURE, "ai-firms-2024"),
    ("2,400", EntrySort.FIGURE, "ai-firms-2024"),
    ("２４００", EntrySort.FIGURE, "ai-firms-2024"),
    ("超2,400家", EntrySort.FIGURE, "ai-firms-2024"),
    ("两千四百", EntrySort.FIGURE, "ai-firms-2024"),
    ("两千四百家", EntrySort.FIGURE, "ai-firms-2024"),
    ("2400 firms", EntrySort.FIGURE, "ai-firms-2024"),
    ("9761亿", EntrySort.FIGURE, "biomed-scale-2023"),
    ("9,761亿元", EntrySort.FIGURE, "biomed-scale-2023"),
    ("976.1 billion", EntrySort.FIGURE, "biomed-scale-2023"),
    ("¥976.1 billion", EntrySort.FIGURE, "biomed-scale-2023"),
    ("1.2万P", EntrySort.FIGURE, "computing-total-2023-11"),
    ("12000P", EntrySort.FIGURE, "computing-total-2023-11"),
    ("44.3%", EntrySort.FIGURE, "digital-gdp-share-2023"),
    ("备案上线的大模型", EntrySort.INDICATOR, "ai-models"),
    ("独角兽企业", EntrySort.INDICATOR, "unicorns"),
    ("ＵＮＩＣＯＲＮＳ", EntrySort.INDICATOR, "unicorns"),
    ("Unicorns", EntrySort.INDICATOR, "unicorns"),
    ("悟道1.0", EntrySort.MILESTONE, "wudao-1"),
    ("三城一区成果", EntrySort.INDICATOR, "results-landed"),
    ("2024年人工智能企业", EntrySort.INDICATOR, "ai-firms"),
    ("2024年独角兽企业数量", EntrySort.INDICATOR, "unicorns"),
    ("unicorn", EntrySort.INDICATOR, "unicorns"),
    ("2400家人工智能企业", EntrySort.FIGURE, "ai-firms-2024"),
    ("132款大模型", EntrySort.FIGURE, "ai-models-2025-06"),
    ("近2400家", EntrySort.FIGURE, "ai-firms-2024"),
    ("2400多家企业", EntrySort.FIGURE, "ai-firms-2024"),
    ("两千四百家以上", EntrySort.FIGURE, "ai-firms-2024"),
    ("百分之四十四点三", EntrySort.FIGURE, "digital-gdp-share-2023"),
    ("44.3 per cent", EntrySort.FIGURE, "digital-gdp-share-2023"),
    ("六成", EntrySort.FIGURE, "unicorns-space-share-2023"),
    ("6成以上", EntrySort.FIGURE, "unicorns-space-share-2023"),
)
#: What is typed, and what must be among the hits.
AMONG = (
    ("dujiaoshou", "unicorns"),
    ("djs", "unicorns"),
    ("djsqy", "unicorns"),
    ("du jiao shou", "unicorns"),
    ("shangyehangtian", "space-firms"),
    ("unicorn", "unicorns"),
    ("unic", "unicorns"),
    ("2024年人工智能企业", "ai-firms-2024"),
    ("一万亿", "biomed-revenue-2024"),
    ("company", "ai-firms"),
    ("companies", "ai-firms"),
    ("LLM", "ai-models"),
    ("北京有多少独角兽", "unicorns"),
    ("how many unicorns does Beijing have", "unicorns"),
    ("数字经济占北京地区生产总值的比例", "digital-gdp-share"),
    ("AI企业", "ai-firms"),
)


@pytest.mark.parametrize(("query", "sort", "wanted"), FIRST)
def test_what_was_meant_comes_first(finder: Finder, query: str, sort: EntrySort, wanted: str) -> None:
    first = finder.find(Request(query)).hits[0].entry
    assert (first.sort, first.id) == (sort, wanted)


@pytest.mark.parametrize(("query", "wanted"), AMONG)
def test_it_is_found(finder: Finder, query: str, wanted: str) -> None:
    assert wanted in {hit.entry.id for hit in finder.find(Request(query)).hits}


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("2400", MatchReason.NUMBER),
        ("独角兽企业", MatchReason.NAME),
        ("LLM", MatchReason.ALIAS),
        ("dujiaoshou", MatchReason.PINYIN),
    ],
)
def test_the_first_hit_says_why(finder: Finder, query: str, reason: MatchReason) -> None:
    assert finder.find(Request(query)).hits[0].reason is reason


def test_an_indicator_stands_before_its_figures(finder: Finder) -> None:
    sorts = [hit.entry.sort for hit in finder.find(Request("独角兽企业")).hits if hit.entry.id.startswith("unicorns")]
    assert sorts.index(EntrySort.INDICATOR) < sorts.index(EntrySort.FIGURE)


@pytest.mark.parametrize(
    ("name", "value"),
    [("topic", "ai"), ("source", "forum-2024"), ("year", "2023"), ("nature", "derived"), ("sort", "milestone")],
)
def test_a_filter_alone_lists_what_passes_it(finder: Finder, name: str, value: str) -> None:
    found = finder.find(Request("", ((name, value),)), limit=1000)
    assert found.total
    assert all(value in _values(hit.entry, name) for hit in found.hits)


def _values(entry: SearchEntry, name: str) -> set[str]:
    if name == "sort":
        return {entry.sort.value}
    return {str(value) for value in getattr(entry, {"nature": "natures"}.get(name, f"{name}s"))}


def test_filters_narrow_a_query(finder: Finder) -> None:
    everything = finder.find(Request("独角兽")).total
    narrowed = finder.find(Request("独角兽", (("topic", "space"),))).total
    assert 0 < narrowed < everything


def test_an_unknown_filter_value_falls_away() -> None:
    known = {"sort": {}, "topic": {"ai": "AI"}, "source": {}, "year": {}, "nature": {}}
    assert Request.read({"q": " x ", "topic": "nothing", "year": "9"}, known) == Request("x")
    assert Request.read({"topic": "ai"}, known).query() == (("topic", "ai"),)


def test_words_that_are_never_together_are_still_answered_and_it_says_so(finder: Finder) -> None:
    found = finder.find(Request("独角兽 unobtainium"))
    assert found.total
    assert not found.strict


#: What readers look for and the articles do not print, though they print pieces of it.
ABSENT = (
    "60家",
    "七成",
    "2400%",
    "研发投入强度",
    "技术合同成交额",
    "5G",
    "5g base",
    "3D打印",
    "R&D",
    "R&D spending",
    "出口额",
)


@pytest.mark.parametrize("query", ABSENT)
def test_what_is_not_printed_is_not_answered_with_what_looks_like_it(finder: Finder, query: str) -> None:
    found = finder.find(Request(query))
    assert found.missing
    assert found.total <= 2


@pytest.mark.parametrize(("query", "said"), [("60家", "60家"), ("百分之七十", "70%"), ("R&D", "r&d"), ("5g", "5g")])
def test_what_is_missing_is_named_as_it_was_meant(finder: Finder, query: str, said: str) -> None:
    assert finder.find(Request(query)).missing == (said,)


def test_a_percentage_and_a_count_of_the_same_number_are_two_things(finder: Finder) -> None:
    shares = {hit.entry.id for hit in finder.find(Request("40%"), limit=100).hits}
    everything = {hit.entry.id for hit in finder.find(Request("40"), limit=100).hits}
    assert "ai-firms-share-2024-q4" in shares
    assert "ecosystems-ranked-2025" in everything - shares


def test_a_question_in_one_run_whose_words_are_never_together_says_so(finder: Finder) -> None:
    found = finder.find(Request("小巨人的脑机接口通道"))
    assert found.missing == ("小巨人的脑机接口通道",)


#: What readers ask as they speak, and what must come first.
ASKED = (
    ("2024年北京有多少家人工智能企业", EntrySort.INDICATOR, "ai-firms"),
    ("北京的独角兽企业数量", EntrySort.INDICATOR, "unicorns"),
    ("北京市独角兽", EntrySort.INDICATOR, "unicorns"),
    ("北京人工智能核心产业规模是多少", EntrySort.INDICATOR, "ai-size"),
    ("小巨人数量", EntrySort.INDICATOR, "little-giants"),
    ("千亿级产业集群", EntrySort.CHART, "industry-clusters"),
    ("北京全球排名", EntrySort.INDICATOR, "startup-rank"),
    ("how many unicorns does Beijing have", EntrySort.INDICATOR, "unicorns"),
    ("how many researchers in Beijing", EntrySort.INDICATOR, "researchers"),
    ("number of AI companies in Beijing 2024", EntrySort.INDICATOR, "ai-firms"),
    ("AI companies", EntrySort.INDICATOR, "ai-firms"),
    ("2023年医药健康产业规模是多少", EntrySort.INDICATOR, "biomed-scale"),
    ("which city was ranked first in startup ecosystem", EntrySort.FIGURE, "startup-rank-silicon-valley-2025"),
    ("how many people work in research in Beijing", EntrySort.CHART, "research-base"),
    ("北京人工智能企业占全国一半吗", EntrySort.FIGURE, "ai-firms-share-2024"),
    ("北京有哪三个万亿级产业集群", EntrySort.CHART, "industry-clusters"),
    ("第七届前沿科技大赛冠军是谁", EntrySort.MILESTONE, "contest-7-final"),
    ("投资北京大会签约金额超过多少", EntrySort.INDICATOR, "invest-amount"),
    ("第一款创新药是哪一年", EntrySort.CHART, "new-drugs"),
)


@pytest.mark.parametrize(("query", "sort", "wanted"), ASKED)
def test_a_question_as_it_is_spoken_finds_what_it_is_about(
    finder: Finder, query: str, sort: EntrySort, wanted: str
) -> None:
    found = finder.find(Request(query))
    assert (found.hits[0].entry.sort, found.hits[0].entry.id) == (sort, wanted)
    assert (found.missing, found.strict) == ((), True)


def test_a_year_that_only_a_note_names_is_not_the_year_of_a_figure(finder: Finder) -> None:
    found = finder.find(Request("2024年数字经济占比"))
    assert not found.strict
    assert found.hits[0].entry.id == "digital-gdp-share"


def test_what_shares_only_the_year_with_a_query_is_not_listed(finder: Finder) -> None:
    found = finder.find(Request("谁获得2024年未来科学大奖"))
    assert (found.strict, [hit.entry.id for hit in found.hits]) == (False, ["future-science-prize"])


def test_the_name_of_the_place_alone_still_finds_what_has_it(finder: Finder) -> None:
    assert finder.find(Request("北京")).total > 100
    assert "meg-wireless" in {hit.entry.id for hit in finder.find(Request("北京大学")).hits[:5]}


def test_pinyin_may_be_typed_with_hyphens(finder: Finder) -> None:
    assert finder.find(Request("jing-jin-ji")).total == finder.find(Request("jingjinji")).total > 0


PRINTED = ("2400", "unicorns", "dujiaoshou", "悟道1.0", "12000P", "976.1 billion", "北京 独角兽", "2024年独角兽")


@pytest.mark.parametrize("query", PRINTED)
def test_what_stands_as_it_was_typed_is_not_called_missing(finder: Finder, query: str) -> None:
    assert finder.find(Request(query)).missing == ()


def test_nothing_is_found_for_nonsense(finder: Finder) -> None:
    assert finder.find(Request("qqqqzzzz")).total == 0
    assert finder.find(Request("")).total == 0


def test_a_number_takes_its_scale_and_its_unit_is_optional() -> None:
    scaled, unit = terms("9761亿元")
    assert scaled.number == 976_100_000_000
    assert (unit.text, unit.optional) == ("元", True)


@settings(max_examples=300)
@given(st.text(max_size=300))
def test_no_text_makes_the_search_fail(query: str) -> None:
    assert is_whole(_FINDER.find(Request(query)))


@settings(max_examples=200)
@given(st.text(alphabet="0123456789,.亿万千百十两三一二零北京独角兽ab ％%¥-+", max_size=40))
def test_no_number_makes_the_search_fail(query: str) -> None:
    assert is_whole(_FINDER.find(Request(query)))


def is_whole(found: SearchResult) -> bool:
    """Whether all that is counted is listed, once each, by its sort; the tiny data have no more than a list holds."""
    return Counter(hit.entry.sort for hit in found.hits) == +Counter(found.counts) and len(
        {(hit.entry.sort, hit.entry.id) for hit in found.hits}
    ) == len(found.hits)


_FINDER = Site.open(Settings(datasets=Path("tests/data/tiny"))).finder
