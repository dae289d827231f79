"""The page of an indicator: every figure of it with its bound, a period that holds another never before it."""

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS, Lang
from app.site import Site
from app.urls import Urls
from tests.pages.reading import Reading


@pytest.mark.whole
@pytest.mark.parametrize("lang", LANGS)
def test_it_shows_every_figure_of_every_indicator(reader: FlaskClient, real_site: Site, lang: Lang) -> None:
    for name, indicator in real_site.catalog.indicators.items():
        page = Reading(reader.get(Urls(lang).indicator_page(name)).text)
        links = {each.attributes["href"]: each.text for each in page.all("a")}
        for observation in indicator.observations:
            assert links[Urls(lang).figure(observation.id)] == str(real_site.data[observation.id].label(lang))


def test_a_year_stands_after_its_last_quarter(reader: FlaskClient) -> None:
    text = reader.get(Urls("zh").indicator_page("ai-firms")).text.partition('id="figures"')[2]
    assert text.index("figures/ai-firms-2024-q4") < text.index('figures/ai-firms-2024"')


def test_it_leads_to_its_charts_and_to_the_board(reader: FlaskClient) -> None:
    page = Reading(reader.get(Urls("en").indicator_page("ai-firms")).text)
    links = {each.attributes["href"] for each in page.all("a")}
    assert {"/en/board?i=ai-firms", "/en/charts/ai-firms", "/en/topics/ai"} <= links


def test_one_that_is_not_there_is_not_found(reader: FlaskClient) -> None:
    assert reader.get(Urls("en").indicator_page("ai-firm")).status_code == 404
