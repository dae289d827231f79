"""The embed as the server sends it: its headers, its size, what is in it, and that no query changes it."""

import base64
import hashlib
import re

import brotli
import pytest
from flask.testing import FlaskClient

from app import inline
from app.data.page_query import PageKind, PageQuery, PageRef
from app.model.text import LANGS, Lang
from app.pages.chart_choice import chart_bench as open_bench
from app.site import Site
from app.urls import SITE_URLS, Urls
from tests import beijing
from tests.pages.reading import Reading
from tests.renderers.poison import PAYLOADS

pytestmark = pytest.mark.whole

EMBED = "/zh/embed/ai-models"
MINUTES = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"
SHORTLY = "public, max-age=10"
POLICY = (
    r"default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; style-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; "
    r"img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    r"object-src 'none'; frame-ancestors \*"
)
#: Compressed, with everything it loads.
FIRST_LOAD = 15 * 1024


def every_address(site: Site) -> list[str]:
    charts = site.catalog.charts
    return [Urls(lang).embed(name, view) for lang in LANGS for name in charts for view in ("", *charts[name].views)]


STATUSES = [
    (EMBED, 200, MINUTES),
    ("/en/embed/plans-timeline/plans-only", 200, MINUTES),
    ("/zh/embed/nothing-of-the-kind", 404, SHORTLY),
    ("/en/embed/ai-models/nothing", 404, SHORTLY),
    ("/zh/embed/", 404, SHORTLY),
    ("/zh/embed/ai-models%0a", 404, SHORTLY),
    ("/zh/embed/%2e%2e%2fcharts", 404, SHORTLY),
]


@pytest.mark.parametrize(("path", "status", "cache"), STATUSES)
def test_any_page_may_frame_an_embed_whatever_its_status(
    reader: FlaskClient, path: str, status: int, cache: str
) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert re.fullmatch(POLICY, answer.headers["Content-Security-Policy"])
    assert "X-Frame-Options" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == cache
    assert answer.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_an_embed_is_only_read(reader: FlaskClient, method: str) -> None:
    answer = reader.open(EMBED, method=method)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (405, "no-store")


def test_an_unchanged_embed_is_not_sent_again(reader: FlaskClient) -> None:
    for encoding in ("br", "gzip", "identity"):
        asked = {"Accept-Encoding": encoding}
        etag = reader.get(EMBED, headers=asked).headers["ETag"]
        again = reader.get(EMBED, headers=asked | {"If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", every_address(beijing.site()))
def test_every_embed_is_whole_and_within_fifteen_kilobytes_and_three_requests(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path, headers={"Accept-Encoding": "br"})
    html = brotli.decompress(answer.data).decode()
    more = re.findall(r'(?:src|href)="(/assets/[^"]+)"', html)
    assert len(more) <= 2, path
    total = len(answer.data) + sum(len(reader.get(each, headers={"Accept-Encoding": "br"}).data) for each in more)
    assert total <= FIRST_LOAD


@pytest.mark.parametrize("path", every_address(beijing.site()))
def test_every_embed_has_its_title_drawings_table_and_source(reader: FlaskClient, path: str) -> None:
    page = Reading(reader.get(path).text)
    scene_title = page.one("h1").text
    assert scene_title, path
    assert page.one("html").attributes["lang"] == {"zh": "zh-CN", "en": "en"}[path[1:3]]
    if page.all("p", **{"class": "empty"}):
        return
    assert len(page.all("svg", **{"class": "drawing"})) >= 2, path
    assert page.all("table"), path
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids)), path
    (link,) = [each for each in page.all("a", rel="noopener") if "figcaption" in each.around]
    assert link.attributes["href"] == path.replace("/embed/", "/charts/")


def test_every_link_of_an_embed_opens_outside_its_frame(reader: FlaskClient) -> None:
    assert '<base target="_blank">' in reader.get(EMBED).text


def test_the_policy_allows_exactly_the_two_inline_pieces(reader: FlaskClient) -> None:
    answer = reader.get(EMBED)
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    for text in (style, script):
        found = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{found}'" in answer.headers["Content-Security-Policy"]
    assert " style=" not in answer.text.replace(script, "").replace(style, "")


PARAMETERS = ["theme", "accent", "title", "table", "view", "q", "url", "callback"]


@pytest.mark.parametrize("name", PARAMETERS)
def test_no_query_changes_an_embed(reader: FlaskClient, name: str) -> None:
    expected = reader.get(EMBED).data
    for payload in PAYLOADS:
        assert reader.get(EMBED, query_string={name: payload}).data == expected


def test_no_path_is_written_into_the_answer(reader: FlaskClient) -> None:
    for payload in PAYLOADS:
        answer = reader.get(f"/zh/embed/{payload.replace('/', '')}".replace("?", "").replace("#", "").replace("%", ""))
        assert answer.status_code == 404
        assert "window.ran" not in answer.text
        assert "evil.example" not in answer.text


def test_a_frame_that_leads_nowhere_says_so_in_its_language(reader: FlaskClient) -> None:
    assert Reading(reader.get("/zh/embed/nothing").text).one("h1").text == "没有这个页面"
    assert Reading(reader.get("/en/embed/nothing").text).one("h1").text == "There is no such page"


def test_canonical_is_the_charts_page_where_the_address_is_known(
    reader: FlaskClient, public_reader: FlaskClient
) -> None:
    assert not Reading(reader.get(EMBED).text).all("link", rel="canonical")
    link = Reading(public_reader.get(EMBED).text).one("link", rel="canonical")
    assert link.attributes["href"] == "https://figures.example/beijing/zh/charts/ai-models"


def test_the_loader_is_small_and_may_be_loaded_by_any_page(reader: FlaskClient) -> None:
    answer = reader.get(SITE_URLS.loader(), headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")
    assert len(answer.data) <= 2048
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == MINUTES


def narrowing(real_site: Site) -> list[str]:
    """A query that narrows each of some charts, as its own workbench offers it."""
    found = []
    for name in list(real_site.catalog.charts)[::6]:
        bench = open_bench(real_site, PageQuery(PageRef(PageKind.CHART, name)), Lang.EN)
        for control in bench.controls[:1]:
            other = next(option.value for option in control.options if option.value != control.chosen)
            found.append(f"{name}?{control.name}={other}")
    return found


def test_a_selection_is_drawn_live_and_says_so(real_site: Site, reader: FlaskClient) -> None:
    asked = narrowing(real_site)
    assert len(asked) > 3
    for each in asked:
        chosen, fixed = reader.get(f"/en/embed/{each}"), reader.get(f"/en/embed/{each.partition('?')[0]}")
        page = Reading(chosen.text)
        assert chosen.status_code == 200, each
        assert re.fullmatch(POLICY, chosen.headers["Content-Security-Policy"])
        assert page.one("p", **{"class": "live"}).text.startswith("Drawn live for a selection")
        assert "live" not in [element.attributes.get("class") for element in Reading(fixed.text).all("p")]
        assert chosen.data != fixed.data
        (link,) = [link for link in page.all("a", rel="noopener") if "figcaption" in link.around]
        assert link.attributes["href"] == f"/en/charts/{each}"


NOT_CHOSEN = ["from=", "from=1066", "place=nowhere", "from=<script>", "utm_source=x", "x=" + "9" * 3000]


@pytest.mark.parametrize("query", NOT_CHOSEN)
def test_what_cannot_be_chosen_gives_the_whole_chart(reader: FlaskClient, query: str) -> None:
    assert reader.get(f"{EMBED}?{query}").data == reader.get(EMBED).data


def test_the_script_knows_every_choice_that_a_chart_offers(real_site: Site) -> None:
    written = re.search(r"CHOICES = \[(.*?)\]", inline.EMBED.script)
    assert written
    known = set(re.findall(r'"([a-z]+)"', written[1]))
    benches = [
        open_bench(real_site, PageQuery(PageRef(PageKind.CHART, name)), Lang.EN) for name in real_site.catalog.charts
    ]
    assert {control.name for bench in benches for control in bench.controls} <= known
