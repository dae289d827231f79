"""The list of all addresses: each answers, none that should be there is missing, and an unknown route is noticed."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.routes.crawlers import UnknownIdError, addresses
from app.settings import Settings
from app.site import Site
from tests.conftest import TINY

#: One of each kind of route, and what is no content.
LISTED = [
    "/zh/",
    "/en/topics/ai",
    "/zh/charts/firms-series",
    "/en/charts/firms-series/facts",
    "/zh/embed/firms-series/facts",
    "/en/charts/firms-series.wechat.zip",
    "/zh/charts/firms-series/facts.csl.json",
    "/zh/card.png",
    "/zh/figures/firms-2024",
    "/en/gallery",
    "/data/package.zip",
    "/api/v1/charts",
    "/embed.js",
    "/robots.txt",
]
UNLISTED = ["/", "/healthz", "/readyz", "/sitemap.xml", "/api/v1/claims"]


def test_every_kind_of_content_is_listed_once(server: Flask, site: Site) -> None:
    found = list(addresses(server.url_map, site))
    assert len(found) == len(set(found))
    assert set(LISTED) <= set(found)
    assert not set(UNLISTED) & set(found)
    assert not [each for each in found if "<" in each or each.startswith("/workbench")]


def test_both_languages_have_the_same_addresses(server: Flask, site: Site) -> None:
    found = list(addresses(server.url_map, site))
    chinese, english = ({each[3:] for each in found if each.startswith(f"/{lang}/")} for lang in LANGS)
    assert chinese == english


def test_each_listed_kind_answers(client: FlaskClient) -> None:
    for path in LISTED:
        assert client.get(path).status_code == 200, path


def test_the_sitemap_is_there_where_the_site_knows_its_address(server: Flask, site: Site) -> None:
    public = Site.over(site.catalog, Settings(datasets=TINY, public_url="https://example.org"))
    assert "/sitemap.xml" in list(addresses(server.url_map, public))


def test_a_route_with_ids_that_nobody_can_list_is_named(site: Site) -> None:
    server = Flask("strange", static_folder=None)
    server.add_url_rule("/zh/strange/<thing_id>", view_func=lambda thing_id: "")
    with pytest.raises(UnknownIdError, match=r"/zh/strange/<thing_id> has ids \(thing_id\)"):
        list(addresses(server.url_map, site))
