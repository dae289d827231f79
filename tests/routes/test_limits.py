"""What one request may cost: beyond each limit a status and a sentence, at once, through the route itself."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.claims.checker import LONGEST_CLAIM
from app.decks.brief import MOST_ITEMS
from app.model.catalog import Catalog
from app.model.text import Text
from app.routes.claims import LARGEST_BODY
from app.routes.headers import MOST_ANSWER
from app.server import build_server
from app.site import Site
from app.urls import MOST_QUERY, SITE_URLS, Urls
from app.workbench.scripts import scripts
from tests.work import calls

#: Calls of functions; an index or an answer that is made first takes far more.
AT_ONCE = 12_000
LONG = "x" * MOST_QUERY
MANY = ",".join(f"figures/f{n}" for n in range(MOST_ITEMS + 1))
OF_GETS = [
    *((f"{path}?x={LONG}", 414) for path in ("/zh/charts/firms-series.csv", "/data/observations.csv")),
    *((f"/api/v1/{name}?x={LONG}", 414) for name in ("", "openapi.json", "observations", "observations/x", "search")),
    *((f"/en/{name}?x={LONG}", 414) for name in ("brief", "brief.xlsx", "brief.css", "explore.csv", "compare.json")),
    (f"/zh/brief?items={MANY}", 400),
    (f"/zh/brief.xlsx?items={MANY}", 400),
]
OF_POSTS: list[tuple[str, Mapping[str, object], int]] = [
    (SITE_URLS.claims(), {"json": {"text": "a" * (LONGEST_CLAIM + 1)}}, 413),
    (SITE_URLS.claims(), {"data": b" " * (LARGEST_BODY + 1), "content_type": "application/json"}, 413),
    (Urls("zh").check(), {"data": {"text": "京" * (LONGEST_CLAIM + 1)}, "content_type": "multipart/form-data"}, 413),
    (Urls("en").check(), {"data": {"text": "a" * (LARGEST_BODY + 1)}, "content_type": "multipart/form-data"}, 413),
]


@pytest.mark.parametrize(("path", "status"), OF_GETS)
def test_an_address_beyond_a_limit_is_refused_at_once(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert calls(lambda: client.get(path)) < AT_ONCE
    assert answer.status_code == status
    limit = MOST_ITEMS if status == 400 else MOST_QUERY
    assert str(limit) in (answer.text if answer.mimetype == "text/html" else answer.get_json()["error"]["message"])


@pytest.mark.parametrize(("path", "sent", "status"), OF_POSTS)
def test_a_body_beyond_a_limit_is_refused_at_once(
    client: FlaskClient, path: str, sent: dict[str, object], status: int
) -> None:
    answer = client.post(path, **sent)
    assert calls(lambda: client.post(path, **sent)) < AT_ONCE
    assert answer.status_code == status
    assert answer.mimetype == "text/html" or len(answer.get_json()["error"]["message"]) > 10


@pytest.fixture(scope="module")
def large(real_site: Site) -> FlaskClient:
    """The frozen figures, each with a note so long that two hundred of them are more than an answer may hold."""
    catalog = with_notes(real_site.catalog, "长" * 4_000)
    return build_server(Site.over(catalog, real_site.settings), scripts()).test_client()


def with_notes(catalog: Catalog, words: str) -> Catalog:
    note = Text.model_construct(zh=words, en=words)
    indicators = {
        name: one.model_copy(
            update={"observations": tuple(each.model_copy(update={"note": note}) for each in one.observations)}
        )
        for name, one in catalog.indicators.items()
    }
    return replace(catalog, indicators=indicators)


LARGE = [
    ("/api/v1/observations?limit=500", "limit"),
    ("/api/v1/observations?limit=500&format=csv", "limit"),
    ("/zh/compare.json", "query"),
]


@pytest.mark.parametrize(("path", "where"), LARGE)
def test_an_answer_of_more_than_a_megabyte_is_refused_with_what_to_ask_instead(
    large: FlaskClient, path: str, where: str
) -> None:
    answer = large.get(path)
    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"], error["where"]) == (400, "answer-too-large", where)
    assert f"{MOST_ANSWER:,}" in error["message"]
    assert "fewer" in error["message"]


def test_a_smaller_part_of_the_same_is_given(large: FlaskClient) -> None:
    assert large.get("/api/v1/observations?limit=20").status_code == 200
    assert large.get("/zh/explore.csv?i=ai-firms").status_code == 200
