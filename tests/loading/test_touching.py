"""A fragment that leaves its hedge or its digits outside is caught; a neighbour that only looks so is not."""

import pytest

from app.loading.articles import occurrences, touching

CUT = [
    ("突破2400家", "2400家", "突破"),
    ("超 2400\n家", "2400家", "超"),
    ("超过2200家", "2200家", "超过"),
    ("近4成", "4成", "近"),
    ("约占全国的45%", "45%", "约占全国的"),
    ("占过半。", "半", "过"),
    ("将近120多个", "120多个", "将近"),
    ("1万家以上", "1万家", "以上"),
    ("4082P左右。", "4082P", "左右"),
    ("1000多家", "1000", "多"),
    ("100亿元以上的", "100亿", "元以上"),
    ("千亿元级产业", "千亿元", "级"),
    ("3年多来", "3年", "多"),
    ("增长9.48%", "48%", "9."),
    ("增长9.48%", "9", ".4"),
    ("共1,155家", "155家", "1,"),
    ("共1,155家", "1", ",155"),
    ("共12400家", "2400家", "1"),
    ("共5949亿美元", "5949", "亿"),
    ("共两千四百家", "四百家", "千"),
    ("一半以上", "半", "一"),
    ("第2-4位", "4位", "2-"),
    ("提高2至3倍", "3倍", "2至"),
    ("提高2至3倍", "2", "至3"),
    ("居第5位", "5位", "第"),
    ("三分之一", "一", "分之"),
]


@pytest.mark.parametrize(("article", "fragment", "outside"), CUT)
def test_a_cut_fragment_is_caught(article: str, fragment: str, outside: str) -> None:
    assert outside in touching(article, fragment) != ""


WHOLE = [
    ("突破2400家", "突破2400家"),
    ("附近15个", "15个"),
    ("最近3天", "3天"),
    ("签约23个", "23个"),
    ("通过15个", "15个"),
    ("众多12家", "12家"),
    ("2023年,115家", "115家"),
    ("8月,3家", "3家"),
    ("3家上下游企业", "3家"),
    ("有10款，20家", "10款"),
    ("近4成，又说有4成", "4成"),
    ("3个万亿元级", "3个"),
    ("40多项政策", "40多项"),
    ("唯一5家", "5家"),
    ("增长9.48%。", "9.48%"),
]


@pytest.mark.parametrize(("article", "fragment"), WHOLE)
def test_a_whole_fragment_passes(article: str, fragment: str) -> None:
    assert touching(article, fragment) == ""


def test_white_space_of_the_article_and_the_fragment_does_not_count() -> None:
    assert len(occurrences("超 24\n00 家，又 2400家", "2400 家")) == 2
