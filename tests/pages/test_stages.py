"""Stages and their files: what there is, what there is not, what they weigh, and that a file needs nothing else."""

import re

import pytest
from flask.testing import FlaskClient

from app import stage_head
from app.inline import source_hash
from app.model.text import LANGS
from app.urls import Urls
from tests.conftest import PUBLIC

STORIES = ("beijing-overview", "ai", "biomed", "unicorns")
MOST_OF_A_DECK, MOST_OF_A_FILE = 150_000, 600_000
ODD = ["slide=99", "slide=-1", "slide=x", "lang=fr", "theme=neon", "auto=never&kiosk=2", "show=nope,,", "slide=%00"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_its_page_its_stage_and_its_file(reader: FlaskClient, story: str, lang: str) -> None:
    for path in (Urls(lang).story(story), Urls(lang).stage(story), Urls(lang).story(story, format="html")):
        answer = reader.get(path)
        assert answer.status_code == 200, path
        assert answer.mimetype == "text/html"
        assert not re.search(r"<[^>]+ style=", answer.text), path


@pytest.mark.parametrize("path", ["stories/nope", "present/nope", "stories/nope.html", "stories/ai.html.html"])
def test_an_unknown_story_is_a_404_with_a_page(reader: FlaskClient, path: str) -> None:
    answer = reader.get(f"/en/{path}")
    assert answer.status_code == 404
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "</html>" in answer.text


@pytest.mark.parametrize("query", ODD)
def test_what_a_stage_does_not_understand_leaves_it_as_it_is(reader: FlaskClient, query: str) -> None:
    assert reader.get(f"/zh/present/ai?{query}").data == reader.get("/zh/present/ai").data


def test_a_whole_deck_is_light(reader: FlaskClient) -> None:
    for story in STORIES:
        answer = reader.get(Urls("zh").stage(story), headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        parts = re.findall(r'(?:src|href)="(/assets/[^"]+)"', reader.get(Urls("zh").stage(story)).text)
        assert len(parts) == len(stage_head.SCRIPTS)
        total = len(answer.data) + sum(len(reader.get(p, headers={"Accept-Encoding": "br"}).data) for p in parts)
        assert total <= MOST_OF_A_DECK, (story, total)


def test_a_stage_holds_both_languages_and_shows_its_own_first(reader: FlaskClient) -> None:
    for lang, other in (LANGS, ("en", "zh")):
        html = reader.get(Urls(lang).stage("ai")).text
        first = re.findall(r'<section class="frame [^"]*current" lang="[^"]+" data-lang="(..)"', html)
        assert first == [lang]
        assert html.count(f'class="frame kind-chart" lang="{"zh-CN" if other == "zh" else "en"}"') == 5


def test_every_slide_says_its_source_and_up_to_when_the_data_go(reader: FlaskClient) -> None:
    html = reader.get(Urls("en").stage("biomed")).text
    assert html.count('<span class="source">Source: ') == html.count('<span class="source">来源：') == 9
    assert html.count('<span class="until">Data up to Jun 2025') == 9


def test_codes_lead_to_the_charts_only_where_the_site_knows_its_address(
    reader: FlaskClient, public_reader: FlaskClient
) -> None:
    assert 'class="qr"' not in reader.get(Urls("zh").stage("ai")).text
    assert "data-codes" not in reader.get(Urls("zh").stage("ai")).text
    assert public_reader.get(Urls("zh").stage("ai")).text.count('class="qr"') == 20


@pytest.mark.parametrize("story", STORIES)
def test_a_file_holds_all_it_needs_and_its_policy_allows_exactly_that(public_reader: FlaskClient, story: str) -> None:
    answer = public_reader.get(Urls("en").story(story, format="html") + "?download=1")
    html = answer.text
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{story}-en.html"'
    assert len(answer.data) <= MOST_OF_A_FILE
    assert not re.search(r"<(?:link|script|img|iframe)[^>]+(?:src|href)=\"(?!data:)", html)
    assert all(href.startswith(PUBLIC) for href in re.findall(r'<a [^>]*href="([^"]+)"', html))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    assert len(inline) == 3
    assert all(source_hash(each) in policy.replace("&#39;", "'") for each in inline)
    assert all(source_hash(each) in answer.headers["Content-Security-Policy"] for each in inline)


def test_without_a_public_address_a_file_leads_nowhere(reader: FlaskClient) -> None:
    html = reader.get(Urls("zh").story("ai", format="html")).text
    assert not re.findall(r'<a [^>]*href="', html)


def test_the_list_offers_every_story_in_its_order(reader: FlaskClient) -> None:
    found = re.findall(r'<h2><a href="/zh/stories/([^"]+)">', reader.get(Urls("zh").stories()).text)
    assert found == list(STORIES)


def test_a_story_page_links_to_stage_and_file_and_has_every_note(reader: FlaskClient) -> None:
    html = reader.get(Urls("zh").story("ai")).text
    assert 'href="/zh/present/ai"' in html
    assert 'href="/zh/stories/ai.html?download=1"' in html
    assert html.count("<summary>讲者备注</summary>") == 8


BRIEF = "charts/ai-firms,figures/ai-models-2025-06,charts/unicorns"


def test_a_brief_is_shown_straight_from_its_address(reader: FlaskClient) -> None:
    html = reader.get(f"/en/present?items={BRIEF}").text
    ids = re.findall(r'<section class="frame kind-(\w+)[^"]*" lang="en" data-lang="en" data-id="([^"]+)"', html)
    assert ids == [
        ("cover", "cover"),
        ("chart", "item-1"),
        ("figure", "item-2"),
        ("chart", "item-3"),
        ("sources", "sources"),
    ]
    assert f'href="/en/brief?items={BRIEF}"' in html
    assert f'href="/en/present?items={BRIEF}"' in reader.get(f"/en/brief?items={BRIEF}").text


def test_a_chart_of_many_rows_is_shown_on_several_slides(reader: FlaskClient) -> None:
    html = reader.get("/zh/present?items=charts/not-beijing,charts/plans-timeline,charts/company-speed").text
    ids = re.findall(r'data-lang="zh" data-id="([^"]+)"', html)
    assert ids == ["cover", "item-1-1", "item-1-2", *(f"item-2-{n}" for n in range(1, 5)), "item-3", "sources"]


@pytest.mark.parametrize(
    ("items", "status"),
    [("", 200), ("charts/nope", 200), (",".join(f"charts/x{n}" for n in range(51)), 400), ("x" * 9000, 414)],
)
def test_a_brief_that_cannot_be_shown_says_so_on_its_own_page(reader: FlaskClient, items: str, status: int) -> None:
    answer = reader.get(f"/zh/present?items={items}")
    assert answer.status_code == status
    assert "<h1" in answer.text
    assert 'class="deck"' not in answer.text
