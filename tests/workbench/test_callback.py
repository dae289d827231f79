"""The callback's answer: the bench's scenes, drawn for the page that asks."""

from pathlib import Path
from typing import Any, get_args

import pytest
from flask.testing import FlaskClient

from app.layout.widths import WIDTHS
from app.model.text import LANGS, Lang
from app.pages.panel import panel
from app.query.wish import Wish
from app.settings import Settings
from app.site import Site
from app.workbench import callback, ids
from tests.workbench.body import PAGE, body, post

DATASETS = Path(__file__).parents[2] / "datasets"


def answer(site: Site, *, lang: Lang = "zh", width: int = 530, **chosen: str | None) -> tuple[Any, ...]:
    page = PAGE | {"lang": lang, "widths": [width] * len(ids.PANELS)}
    return callback.answer(site, panel, page, {"topic": None, "indicator": None, **chosen})


def test_the_first_answer_is_what_the_pages_form_says(site: Site) -> None:
    page = PAGE | {"topic": "ai", "indicator": "output"}
    told = callback.answer(site, panel, page, {"topic": None, "indicator": None})
    assert told[1] == "ai"
    assert told[3] == "output"


def test_a_select_goes_before_what_the_form_once_said(site: Site) -> None:
    page = PAGE | {"topic": "ai", "indicator": "output"}
    assert callback.answer(site, panel, page, {"topic": "ai", "indicator": "firms"})[3] == "firms"


def test_the_address_holds_only_what_differs_from_the_default(site: Site) -> None:
    default = Wish.default(site.catalog)
    assert answer(site)[4] == ()
    assert answer(site, topic=default.topic, indicator=default.indicator)[4] == ()
    assert answer(site, indicator="output")[4] == (("indicator", "output"),)


@pytest.mark.parametrize("width", [0, 287, 288, 500, 5000])
def test_the_graph_is_as_wide_as_the_widest_drawing_that_fits(site: Site, width: int) -> None:
    graph = answer(site, width=width)[7]
    assert graph.figure["layout"]["width"] == max((w for w in WIDTHS if w <= width), default=WIDTHS[0])


def test_an_answer_reaches_the_browser_in_its_language(client: FlaskClient) -> None:
    told = post(client, body(page=PAGE | {"lang": "en"})).get_json()["response"]
    assert told[ids.TOPIC]["options"][0]["label"].isascii()
    assert "<figure" in told["series"]["html"]


@pytest.fixture(scope="module")
def real() -> Site:
    return Site.open(Settings(datasets=DATASETS))


@pytest.mark.parametrize("lang", get_args(Lang) or LANGS)
def test_every_indicator_of_the_real_data_can_be_drawn_at_every_width(real: Site, lang: Lang) -> None:
    for name, indicator in real.catalog.indicators.items():
        for width in (WIDTHS[0], WIDTHS[-1]):
            told = answer(real, lang=lang, width=width, topic=indicator.topic, indicator=name)
            assert told[3] == name
