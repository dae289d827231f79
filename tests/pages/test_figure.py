"""The evidence page of a figure says how its period is known."""

import pytest
from flask.testing import FlaskClient

from app.model.period import PeriodBasis
from app.model.text import LANGS, Lang
from app.site import Site
from app.strings import word
from app.urls import Urls
from tests.pages.reading import Reading


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("basis", PeriodBasis)
def test_it_says_how_the_period_is_known(reader: FlaskClient, real_site: Site, basis: PeriodBasis, lang: Lang) -> None:
    name = next(
        name
        for name, datum in real_site.data.items()
        if datum.observation.period_basis is basis and not datum.is_derived and not datum.observation.is_undated
    )
    text = Reading(reader.get(Urls(lang).figure(name)).text).one("main").text
    assert word(f"period_{basis.value}", lang) in text


@pytest.mark.parametrize("lang", LANGS)
def test_of_a_computed_figure_it_says_that_its_period_is_computed_too(
    reader: FlaskClient, real_site: Site, lang: Lang
) -> None:
    name = next(name for name, datum in real_site.data.items() if datum.period_known == "computed")
    assert word("period_computed", lang) in Reading(reader.get(Urls(lang).figure(name)).text).one("main").text


@pytest.mark.parametrize("lang", LANGS)
def test_it_gives_the_curators_note(reader: FlaskClient, real_site: Site, lang: Lang) -> None:
    name, note = next(
        (name, datum.observation.note) for name, datum in real_site.data.items() if datum.observation.note is not None
    )
    assert note is not None
    assert note[lang] in Reading(reader.get(Urls(lang).figure(name)).text).one("main").text
