"""The board's page: whole without JavaScript, at every address a reader may make."""

import re

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.facets import Facet
from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import Urls
from tests.pages.reading import Reading

KNOWN = ["ai", "2024", "floor", "goal", "", "nope", "<script>", "ai,biomed", "haidian"]
values = st.sampled_from(KNOWN) | st.text(max_size=30)
names = st.one_of(st.sampled_from([*map(str, Facet), "q", "i", "from", "to", "order", "hold"]), st.text(max_size=12))


@pytest.fixture(scope="module")
def own_scripts(reader: FlaskClient) -> int:
    """How many scripts the board of no choice has."""
    return reader.get(Urls("zh").board()).text.count("<script")


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_how_many_figures_it_holds(reader: FlaskClient, real_site: Site, lang: Lang) -> None:
    whole = Reading(reader.get(Urls(lang).board()).text)
    assert str(len(real_site.data)) in whole.one("p", **{"class": "board-count"}).text
    ai = Reading(reader.get(Urls(lang).board(query=(("topic", "ai"),))).text)
    count = sum(datum.indicator.topic == "ai" for datum in real_site.data.values())
    assert str(count) in ai.one("p", **{"class": "board-count"}).text


@pytest.mark.parametrize("lang", LANGS)
def test_each_preset_has_its_address(reader: FlaskClient, real_site: Site, lang: Lang) -> None:
    for name, preset in real_site.catalog.board.presets.items():
        answer = reader.get(Urls(lang).board(name))
        assert answer.status_code == 200
        assert preset.about[lang] in Reading(answer.text).one("main").text
    assert reader.get(Urls(lang).board("no-such-preset")).status_code == 404


def test_a_held_figure_shows_what_was_printed(reader: FlaskClient, real_site: Site) -> None:
    answer = reader.get(Urls("zh").board(query=(("hold", "ai-firms-2024"),)))
    evidence = answer.text.partition('class="evidence-panel"')[2].partition("</aside>")[0]
    assert f"“{real_site.data['ai-firms-2024'].observation.printed}”" in evidence
    assert "evidence-panel" not in reader.get(Urls("zh").board(query=(("hold", "nope"),))).text


def test_each_value_of_a_facet_leads_to_the_board_with_it(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/board?topic=ai").text)
    links = {each.attributes["href"] for each in page.all("a", **{"class": "facet"})}
    assert "/zh/board?topic=ai,biomed" in links
    assert "/zh/board" in links


def test_words_narrow_it(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/board", query_string={"q": "独角兽"}).text)
    assert "unicorns-2024" in {each.attributes.get("data-id") for each in page.all("li")}
    assert "ai-firms-2024" not in {each.attributes.get("data-id") for each in page.all("li")}


def test_a_choice_that_leaves_nothing_says_what_would_bring_most_back(reader: FlaskClient) -> None:
    text = Reading(reader.get("/zh/board?topic=plans&measure=growth").text).one("p", **{"class": "empty"}).text
    assert "去掉" in text


@pytest.mark.whole
@settings(max_examples=60, deadline=None)
@given(lang=st.sampled_from(LANGS), query=st.lists(st.tuples(names, values), max_size=5))
def test_no_address_breaks_it(reader: FlaskClient, own_scripts: int, lang: Lang, query: list[tuple[str, str]]) -> None:
    answer = reader.get(Urls(lang).board(), query_string=query)
    assert answer.status_code == 200
    assert answer.text.count("<script") == own_scripts


def test_a_range_is_drawn_in_the_colour_of_whose_it_is(reader: FlaskClient, real_site: Site) -> None:
    """Beijing's red is Beijing's alone, and an open end of a range stays open."""
    page = reader.get("/zh/board").text
    spans = dict(re.findall(r'data-id="([a-z0-9-]+)"(?:(?!</li>).)*?class="s-(\w+) span', page, re.S))
    ranges = {name for name, datum in real_site.data.items() if datum.quantity.is_range}
    assert spans
    assert set(spans) <= ranges
    for name, hue in spans.items():
        assert hue == ("beijing" if real_site.data[name].is_at_home else "other"), name


def test_each_figure_known_by_its_article_only_fades(reader: FlaskClient, real_site: Site) -> None:
    page = reader.get("/zh/board?topic=space").text.partition('data-part="time"')[2]
    fading = set(re.findall(r'data-id="([a-z0-9-]+)"(?:(?!</a>).)*?url\(#fade-', page, re.S))
    as_of = {
        name
        for name, datum in real_site.data.items()
        if datum.indicator.topic == "space" and datum.observation.period_basis == "as_of" and not datum.is_derived
    }
    assert fading == as_of


def test_years_that_bound_the_board_can_be_taken_away(reader: FlaskClient) -> None:
    page = Reading(reader.get("/zh/board?topic=ai&from=2023&to=2024").text)
    chip = next(each for each in page.all("a") if "2023–2024" in each.text)
    assert chip.attributes["href"] == "/zh/board?topic=ai"
