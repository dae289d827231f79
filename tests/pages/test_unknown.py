"""Addresses that name nothing, and addresses that make no sense."""

from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.text import LANGS
from tests.pages.reading import Reading

UNKNOWN = [
    "/en/topics/ia",
    "/zh/topics/biomedicine-and-more",
    "/en/charts/ai-firm",
    "/zh/charts/ai-firms/no-such-view",
    "/en/figures/ai-firms-2042",
    "/zh/sources/hot-beijing",
    "/en/sources/",
    "/de/",
    "/zh/charts",
    "/en/../etc/passwd",
]


@pytest.mark.parametrize("path", UNKNOWN)
def test_what_is_not_there_is_a_404_with_a_way_on(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    page = Reading(answer.text)
    assert answer.status_code == 404
    assert page.one("html").attributes["lang"] == ("en" if path.startswith("/en/") else "zh-CN")
    assert [each for each in page.all("a") if each.attributes["href"] == path[:4].replace("/de/", "/zh/")]


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("/en/charts/ai-firm", "/en/charts/ai-firms"),
        ("/zh/figures/ai-firms-2042", "/zh/figures/ai-firms-2024"),
        ("/en/topics/biomedd", "/en/topics/biomed"),
        ("/zh/sources/hot-beijing-2024", "/zh/sources/hot-beijing-2025"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(reader: FlaskClient, path: str, suggestion: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert suggestion in [each.attributes["href"] for each in Reading(answer.text).all("a")]


anything = st.text(st.characters(codec="utf-8"), max_size=80)
names = st.one_of(st.sampled_from(["topic", "indicator", "view", "lang", "i"]), anything)
values = st.one_of(st.sampled_from(["ai", "ai-firms", "", "0", "-1", "NaN", "ai'--", "<script>", "../.."]), anything)


@pytest.mark.whole
@settings(max_examples=40)
@given(lang=st.sampled_from(LANGS), query=st.lists(st.tuples(names, values), max_size=4))
def test_an_absurd_query_gives_a_page_all_the_same(
    reader: FlaskClient, lang: str, query: list[tuple[str, str]]
) -> None:
    answer = reader.get(f"/{lang}/?{urlencode(query)}")
    assert answer.status_code == 200
    Reading(answer.text)


@pytest.mark.whole
@settings(max_examples=150)
@given(
    parts=st.lists(
        st.one_of(st.sampled_from(["zh", "en", "charts", "figures", "topics", "ai-firms"]), anything), max_size=5
    )
)
def test_an_absurd_address_never_breaks_the_server(reader: FlaskClient, parts: list[str]) -> None:
    answer = reader.get("/zh/" + "/".join(quote(part, safe="") for part in parts))
    assert answer.status_code in (200, 302, 308, 400, 404)
