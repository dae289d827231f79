"""Pages on which the reader chooses: every choice is in the address, and an absurd one falls back with a sentence."""

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.explore import MOST_INDICATORS
from app.site import Site
from app.urls import SITE_URLS, Urls, with_query
from tests.pages.reading import Reading

pytestmark = pytest.mark.whole

ABSURD = ("x" * 5000, "<script>alert(1)</script>", "../../etc/passwd", "%00", "２０２４", "🙂", "'", "-1", "[]")


ASKED = (
    "?indicator=",
    "topics/ai?indicator=",
    "charts/biomed-scale?from=",
    "charts/biomed-scale?unit=",
    "charts/space-top100?as=",
    "charts/milestones-all?lane=",
    "explore?i=",
    "compare?topic=",
    "timeline?year=",
    "indicators?topic=",
    "search?q=",
)


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("value", ABSURD)
def test_an_absurd_choice_is_answered(reader: FlaskClient, path: str, value: str) -> None:
    plain, _, name = path.rstrip("=").partition("?")
    answer = reader.get(f"/zh/{plain}", query_string={name: value})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=80), page=st.sampled_from(["explore", "timeline", "indicators", "search"]))
def test_no_text_in_the_address_is_an_error_of_ours(reader: FlaskClient, query: str, page: str) -> None:
    names = ("i", "q", "topic", "lane", "year", "place", "source", "basis", "sort", "nature", "part")
    answer = reader.get(f"/en/{page}", query_string=dict.fromkeys(names, query))
    assert answer.status_code == 200


def test_a_chart_page_is_a_form_that_gives_the_chart_chosen(reader: FlaskClient, real_site: Site) -> None:
    for name in list(real_site.catalog.charts)[::5]:
        plain = Reading(reader.get(Urls("en").chart(name)).text)
        for select in [each for each in plain.all("select") if each.attributes["id"].startswith("wb-")]:
            value = options(plain, select.attributes["name"])[-1]
            answer = reader.get(Urls("en").chart(name), query_string={select.attributes["name"]: value})
            assert answer.status_code == 200
            assert options(Reading(answer.text), select.attributes["name"]), (name, value)


def options(page: Reading, name: str) -> list[str]:
    """The values of a select, by its name."""
    started = False
    found: list[str] = []
    for each in page.elements:
        if each.tag == "select":
            started = each.attributes["name"] == name
        elif started and each.tag == "option":
            found.append(each.attributes["value"])
    return found


def test_a_chosen_unit_stands_in_chart_table_and_title_line(reader: FlaskClient) -> None:
    main = _main(reader, "/zh/charts/biomed-scale?unit=middle")
    assert "97,610,000万元" in main
    assert "超100,000,000万元" in main
    assert "单位：万元" in main
    assert "9,761亿元" not in main


def test_a_chosen_chart_says_that_its_files_are_of_the_whole(reader: FlaskClient) -> None:
    assert "都是整张图" in _main(reader, "/zh/charts/biomed-scale?from=2023")
    assert "都是整张图" not in _main(reader, "/zh/charts/biomed-scale")


def test_explore_says_why_unlike_units_are_refused(reader: FlaskClient) -> None:
    main = _main(reader, "/zh/explore?i=unicorn-valuation&i=biomed-scale")
    assert "单位不同，不能共用坐标轴" in main
    assert "最新数字一览" in main


def test_explore_refuses_bars_across_definitions(reader: FlaskClient) -> None:
    main = _main(reader, "/zh/explore?i=unicorns&i=unicorns-active")
    assert "口径不同，不能相连、相加或相除" in main


def test_explore_names_what_it_does_not_know(reader: FlaskClient) -> None:
    assert "没有这些指标，已略过：nothing" in _main(reader, "/zh/explore?i=nothing&i=unicorns")


def test_explore_takes_twelve_and_says_so(reader: FlaskClient, real_site: Site) -> None:
    names = list(real_site.catalog.indicators)[: MOST_INDICATORS + 1]
    main = _main(reader, with_query("/zh/explore", tuple(("i", name) for name in names)))
    assert f"一次最多{MOST_INDICATORS}个指标" in main


def test_every_indicator_can_be_explored_alone_and_with_its_neighbour(reader: FlaskClient, real_site: Site) -> None:
    names = list(real_site.catalog.indicators)
    for name, neighbour in zip(names, [*names[1:], names[0]], strict=True):
        for query in ((("i", name),), (("i", name), ("i", neighbour))):
            assert reader.get(with_query("/en/explore", query)).status_code == 200, query


def test_two_floors_of_overlapping_periods_are_not_joined_by_a_falling_line(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/explore?i=ai-firms").text)
    assert "kind-facts" in page.all("figure")[0].attributes["class"]


@pytest.mark.parametrize(
    ("query", "present", "absent"),
    [
        ("year=undated", "未定期限", "悟道1.0"),
        ("lane=plan", "2024—2028年", "悟道1.0"),
        ("topic=ai", "悟道1.0", "投资北京大会"),
        ("year=2021", "悟道1.0", "悟道3.0"),
        ("place=shanghai", "重型燃气轮机", "悟道1.0"),
    ],
)
def test_the_timeline_is_narrowed(reader: FlaskClient, query: str, present: str, absent: str) -> None:
    main = _main(reader, f"/zh/timeline?{query}")
    assert present in main
    assert absent not in main


def test_the_other_language_keeps_the_choice(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/timeline?topic=ai&nonsense=1").text)
    assert any(link.attributes["href"] == "/en/timeline?topic=ai" for link in page.all("a"))


def test_compare_holds_shares_rankings_places_and_change(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/compare").text)
    assert {heading.attributes.get("id") for heading in page.all("h2")} >= {"shares", "rankings", "places", "change"}


def test_the_catalogue_holds_every_indicator(reader: FlaskClient, real_site: Site) -> None:
    page = Reading(reader.get("/en/indicators").text)
    assert {row.attributes["id"] for row in page.all("tr") if "id" in row.attributes} == set(
        real_site.catalog.indicators
    )


def test_suggestions_are_a_fragment(reader: FlaskClient) -> None:
    answer = reader.get("/zh/search?q=djs&part=1")
    assert answer.text.lstrip().startswith("<ul")
    assert "<html" not in answer.text


def test_a_computed_figure_shows_its_formula(reader: FlaskClient) -> None:
    assert "约135项 = 超270项 ÷ 2" in _main(reader, "/zh/figures/results-landed-2022")


def test_a_printed_rate_is_checked_against_its_parts(reader: FlaskClient) -> None:
    main = _main(reader, "/zh/figures/biomed-growth-2023")
    assert "文中所印9.48%与(9,761亿元 − 8,916亿元) ÷ 8,916亿元 = 9.48%相符" in main


def test_the_key_to_the_marks_is_drawn(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/about").text)
    assert len(page.all("figure")) == 7
    assert "5个（共5个）" in page.one("main").text


def test_there_is_a_sitemap_only_where_the_address_is_known(reader: FlaskClient, public_reader: FlaskClient) -> None:
    missing = reader.get(SITE_URLS.sitemap())
    assert missing.status_code == 404
    assert "PUBLIC_URL" in missing.text
    assert "https://figures.example/beijing/zh/figures/ai-firms-2024" in public_reader.get(SITE_URLS.sitemap()).text
    assert "Sitemap: https://figures.example/beijing/sitemap.xml" in public_reader.get(SITE_URLS.robots()).text


def _main(reader: FlaskClient, address: str) -> str:
    return Reading(reader.get(address).text).one("main").text
