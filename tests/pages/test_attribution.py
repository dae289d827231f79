"""Who says a figure: on its page, in what is copied from it, and in what is taken along."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from app.model.text import Lang
from app.site import Site
from app.urls import SITE_URLS, Urls

SAID = (
    (Lang.ZH, "computing-total-2023-11", "北京市经信局", "据北京市经信局"),
    (Lang.EN, "computing-total-2023-11", "Beijing bureau of economy", "according to Beijing bureau of economy"),
    (Lang.ZH, "ai-models-2025-06", "北京市科委、中关村管委会", "据北京市科委、中关村管委会"),
    (Lang.EN, "unicorns-active-2025", "Startup Genome", "according to Startup Genome"),
)


@pytest.mark.parametrize(("lang", "name", "who", "quoted"), SAID)
def test_the_page_of_a_figure_says_who_says_it(
    reader: FlaskClient, lang: str, name: str, who: str, quoted: str
) -> None:
    html = reader.get(Urls(lang).figure(name)).text
    assert f"<dd>{who}" in html
    assert quoted in html.partition('id="quotation">')[2].partition("</span>")[0]


def test_who_nobody_names_is_not_made_up(real_site: Site, reader: FlaskClient) -> None:
    name = next(name for name, datum in real_site.data.items() if datum.speaker is None and datum.source)
    html = reader.get(Urls(Lang.ZH).figure(name)).text
    assert "谁说的" not in html
    assert "；据" not in html.partition('id="quotation">')[2].partition("</span>")[0]


def test_the_data_have_it(real_site: Site, reader: FlaskClient) -> None:
    text = reader.get(SITE_URLS.observations(format="csv")).data.decode("utf-8-sig")
    rows = {row["observation"]: row["attributed_to"] for row in csv.DictReader(io.StringIO(text))}
    assert rows["computing-total-2023-11"] == "beijing-economy-bureau"
    assert {name for name, who in rows.items() if who} == {
        name for name, datum in real_site.data.items() if datum.speaker
    }
