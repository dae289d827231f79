"""The brief as readers get it: in order, with numbered notes, and with a sentence for what cannot be given."""

import re

import pytest
from flask.testing import FlaskClient

from app.decks.brief import MOST_ITEMS
from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import MOST_QUERY, Urls
from tests.conftest import PUBLIC
from tests.pages.conftest import BRIEF
from tests.pages.reading import Reading


def opened(reader: FlaskClient, lang: Lang, *items: str) -> Reading:
    return Reading(reader.get(Urls(lang).brief(items)).text)


def rows(page: Reading) -> list[str]:
    return [each.attributes["data-row"] for each in page.all("li") if "data-row" in each.attributes]


def addresses(page: Reading, act: str) -> list[str]:
    return [each.attributes["href"] for each in page.all("a", **{"data-act": act})]


@pytest.mark.parametrize("lang", LANGS)
def test_items_stand_in_the_order_of_the_address(reader: FlaskClient, lang: Lang) -> None:
    page = opened(reader, lang, *BRIEF)
    assert rows(page) == list(BRIEF)
    assert page.one("article", **{"class": "brief phones2"}).attributes["data-items"] == ",".join(BRIEF)


def test_without_script_links_move_and_remove(reader: FlaskClient) -> None:
    page = opened(reader, Lang.ZH, *BRIEF[:3])
    first, second, third = BRIEF[:3]
    assert addresses(page, "up") == [Urls("zh").brief([second, first, third]), Urls("zh").brief([first, third, second])]
    assert addresses(page, "down") == addresses(page, "up")
    assert rows(Reading(reader.get(addresses(page, "remove")[1]).text)) == [first, third]


def test_the_last_one_removed_leaves_an_empty_brief_that_says_how_to_collect(reader: FlaskClient) -> None:
    page = opened(reader, Lang.EN, BRIEF[0])
    empty = Reading(reader.get(addresses(page, "remove")[0]).text)
    assert "press “Add to brief”" in empty.one("main").text
    assert not rows(empty)


@pytest.mark.parametrize("lang", LANGS)
def test_every_reference_has_its_note_and_every_note_is_referred_to(reader: FlaskClient, lang: Lang) -> None:
    page = opened(reader, lang, *BRIEF)
    referred = [each.attributes["href"][1:] for each in page.all("a", **{"class": "ref"})]
    notes = [each.attributes["id"] for each in page.all("li") if each.attributes.get("id", "").startswith("note-")]
    assert notes == [f"note-{number}" for number in range(1, len(notes) + 1)]
    assert set(referred) == set(notes)


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_is_a_line_with_bound_period_definition_and_source(
    reader: FlaskClient, real_site: Site, lang: Lang
) -> None:
    text = opened(reader, lang, "figures/ai-firms-2024").one("li", **{"class": "brief-item"}).text
    found = real_site.data["ai-firms-2024"]
    assert found.source is not None
    label = found.label(lang)
    told = (
        f"{label.qualifier} {label.amount}",
        found.period_text(lang).text,
        found.definition.name[lang],
        found.source.short[lang],
    )
    assert all(words in text for words in told), text


def test_an_unknown_item_is_named_with_what_may_be_meant_and_the_rest_is_shown(reader: FlaskClient) -> None:
    page = opened(reader, Lang.ZH, "charts/ai-firm", "figures/ai-firms-2024")
    assert rows(page) == ["figures/ai-firms-2024"]
    assert "没有这一项，已略过： charts/ai-firm" in page.one("main").text
    assert Urls("zh").brief(["figures/ai-firms-2024", "charts/ai-firms"]) in [
        each.attributes["href"] for each in page.all("a")
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_more_than_fifty_items_are_refused_with_a_sentence(reader: FlaskClient, lang: Lang) -> None:
    answer = reader.get(Urls(lang).brief([f"charts/x{n}" for n in range(MOST_ITEMS + 1)]))
    assert (answer.status_code, answer.mimetype) == (400, "text/html")
    assert str(MOST_ITEMS) in Reading(answer.text).one("p", **{"class": "notice"}).text
    assert "x1" not in Reading(answer.text).one("main").text


@pytest.mark.parametrize("lang", LANGS)
def test_a_query_beyond_two_kilobytes_is_refused_with_a_sentence(reader: FlaskClient, lang: Lang) -> None:
    answer = reader.get(Urls(lang).brief(["x" * MOST_QUERY]))
    assert (answer.status_code, answer.mimetype) == (414, "text/html")
    assert str(MOST_QUERY) in Reading(answer.text).one("p", **{"class": "notice"}).text


def test_any_fifty_items_fit_into_an_address(real_site: Site) -> None:
    every = [f"figures/{name}" for name in real_site.data]
    every += [f"charts/{name}/{view}" for name, one in real_site.catalog.charts.items() for view in one.views]
    every += [f"charts/{name}" for name in real_site.catalog.charts]
    longest = Urls("zh").brief(sorted(every, key=len)[-MOST_ITEMS:])
    assert len(longest.partition("?")[2]) <= MOST_QUERY


def test_the_fullest_page_stays_below_what_an_answer_may_hold(reader: FlaskClient, real_site: Site) -> None:
    sizes = {name: len(reader.get(Urls("zh").chart(name, format="svg")).data) for name in real_site.catalog.charts}
    largest = sorted(sizes, key=sizes.__getitem__)[-MOST_ITEMS:]
    assert len(reader.get(Urls("zh").brief([f"charts/{name}" for name in largest])).data) < 1_000_000


def test_every_chart_and_figure_can_be_collected(reader: FlaskClient, real_site: Site) -> None:
    for path, item in (
        ("/zh/charts/ai-firms", "charts/ai-firms"),
        ("/en/charts/ai-models/since-late-2024", "charts/ai-models/since-late-2024"),
        ("/en/figures/ai-firms-2024", "figures/ai-firms-2024"),
        ("/zh/", f"figures/{real_site.catalog.overview.figures[0]}"),
        ("/zh/topics/ai", f"charts/{real_site.catalog.topics['ai'].charts[0]}"),
    ):
        page = Reading(reader.get(path).text)
        (link,) = page.all("a", **{"data-item": item})
        assert link.attributes["href"] == Urls(path[1:3]).brief([item])
    assert not Reading(reader.get("/zh/embed/ai-firms").text).all("a", **{"class": "collect"})


def test_the_address_is_printed_where_the_site_knows_its_own(public_reader: FlaskClient) -> None:
    page = opened(public_reader, Lang.EN, *BRIEF[:2])
    assert f"{PUBLIC}/en/brief?items={BRIEF[0]},{BRIEF[1]}" in page.one("main").text
    assert PUBLIC in public_reader.get(Urls("en").brief(format="css")).text


@pytest.mark.parametrize(
    ("lang", "number"), [("zh", '"第" counter(page) "页，共" counter(pages) "页"'), ("en", '"Page ')]
)
def test_the_sheet_for_paper_has_heads_and_page_numbers(reader: FlaskClient, lang: Lang, number: str) -> None:
    answer = reader.get(Urls(lang).brief(format="css"))
    assert answer.mimetype == "text/css"
    assert all(part in answer.text for part in ("size: A4", "@top-left", "@top-right", number))
    assert re.search(r"@top-left \{ content: \"[^\"]+\"", answer.text)
