"""What `app.api` promises for version 1: nothing named here may go away or change."""

import csv
import html
import io
import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from app.model.text import LANGS
from app.site import Site
from app.urls import SITE_URLS, Urls

#: Parameters and fields of version 1. Lines may be added here, never taken away or changed.
PROMISED = {
    "observations": (
        "indicator topic geography qualifier source from to limit after format",
        "observation indicator indicator_zh indicator_en topic geography definition period period_start period_end "
        "period_basis value value_low value_high qualifier unit value_base base_unit printed subject category share_of "
        "disputed_by derived target source section attributed_to note_zh note_en shown_zh shown_en when_zh when_en",
    ),
    "indicators": (
        "topic limit after format",
        "indicator name_zh name_en short_zh short_en description_zh description_en topic unit definitions aliases_zh "
        "aliases_en observations",
    ),
    "definitions": (
        "indicator limit after format",
        "id indicator definition name_zh name_en text_zh text_en comparable_with",
    ),
    "charts": (
        "topic limit after format",
        "chart topic kind finding_zh finding_en title_zh title_en subtitle_zh subtitle_en observations views",
    ),
    "sources": (
        "limit after format",
        "source article title_zh title_en short_zh short_en publisher_zh publisher_en author_zh author_en published "
        "published_basis address dating_zh dating_en observations",
    ),
    "milestones": (
        "topic lane geography source from to limit after format",
        "milestone topic lane title_zh title_en period period_start period_end period_basis geography subject source "
        "section printed note_zh note_en observations",
    ),
    "search": (
        "q kind limit format",
        "kind id title_zh title_en reason address_zh address_en",
    ),
}
#: One request that is refused for each reason, and the code it is refused with.
REFUSED = [
    ("observations?nope=1", 400, "bad-parameter", "nope"),
    ("observations?topic=nope", 400, "bad-parameter", "topic"),
    ("observations?from=2024-13", 400, "bad-parameter", "from"),
    ("observations?limit=0", 400, "bad-parameter", "limit"),
    ("observations?limit=501", 400, "bad-parameter", "limit"),
    ("observations?limit=1&limit=2", 400, "bad-parameter", "limit"),
    ("observations?after=%00", 400, "bad-parameter", "after"),
    ("observations?format=xml", 400, "bad-parameter", "format"),
    ("observations/nope", 404, "not-found", "path"),
    ("search", 400, "bad-parameter", "q"),
    ("search?q=", 400, "bad-parameter", "q"),
    ("nope", 404, "not-found", "path"),
    ("observations?q=" + "9" * 3000, 414, "too-long", "query"),
]


def test_the_description_is_valid(client: FlaskClient) -> None:
    document = client.get(SITE_URLS.api("openapi.json")).get_json()
    assert document["openapi"].startswith("3.1")
    validate(document)


@pytest.mark.parametrize("name", PROMISED)
def test_parameters_and_fields_are_those_promised(client: FlaskClient, name: str) -> None:
    document = client.get(SITE_URLS.api("openapi.json")).get_json()
    parameters, fields = (set(words.split()) for words in PROMISED[name])
    assert parameters <= {one["name"] for one in document["paths"][f"/{name}"]["get"]["parameters"]}
    assert fields <= set(document["components"]["schemas"][name.capitalize()]["required"])
    query = "?q=firms" if name == "search" else ""
    answer = client.get(SITE_URLS.api(name) + query).get_json()
    assert set(answer) == {"data", "meta"}
    assert {"count", "total", "next", "data_version"} <= set(answer["meta"])
    assert answer["data"]
    assert all(fields <= set(row) for row in answer["data"])


@pytest.mark.parametrize("name", PROMISED)
def test_csv_holds_the_same_rows_and_fields(client: FlaskClient, name: str) -> None:
    query = "q=firms&" if name == "search" else ""
    rows = client.get(f"{SITE_URLS.api(name)}?{query}").get_json()["data"]
    text = client.get(f"{SITE_URLS.api(name)}?{query}format=csv").text
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(lines) == len(rows)
    assert list(lines[0]) == list(rows[0])


@pytest.mark.parametrize(("rest", "status", "code", "where"), REFUSED)
def test_a_refusal_has_one_shape(client: FlaskClient, rest: str, status: int, code: str, where: str) -> None:
    answer = client.get(SITE_URLS.api(rest))
    error = answer.get_json()["error"]
    assert set(error) == {"code", "message", "where"}
    assert (answer.status_code, error["code"], error["where"]) == (status, code, where)
    assert len(error["message"]) > 5


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("name", ["", *PROMISED])
def test_it_can_only_be_read(client: FlaskClient, name: str, method: str) -> None:
    answer = client.open(SITE_URLS.api(name), method=method)
    assert (answer.status_code, answer.get_json()["error"]["where"]) == (405, "method")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("name", [name for name in PROMISED if name != "search"])
def test_following_next_gives_each_row_once_in_order(client: FlaskClient, name: str) -> None:
    whole = client.get(SITE_URLS.api(name)).get_json()
    key = next(iter(whole["data"][0]))
    path, found = f"{SITE_URLS.api(name)}?limit=1", []
    while path:
        answer = client.get(path).get_json()
        assert answer["meta"]["total"] == whole["meta"]["total"]
        found += [row[key] for row in answer["data"]]
        path = answer["meta"]["next"]
    assert found == sorted(row[key] for row in whole["data"])
    assert len(found) == whole["meta"]["total"]


def test_one_thing_by_its_id_is_a_list_of_one(client: FlaskClient, site: Site) -> None:
    for name in site.data:
        answer = client.get(SITE_URLS.api(f"observations/{name}")).get_json()
        assert [row["observation"] for row in answer["data"]] == [name]
        assert answer["meta"]["count"] == 1


def test_filters_narrow(client: FlaskClient, site: Site) -> None:
    for datum in site.data.values():
        o = datum.observation
        wanted = {
            "indicator": datum.indicator_id,
            "geography": o.geography,
            "qualifier": datum.quantity.qualifier.value,
        }
        year = {"from": str(o.period.start.year), "to": str(o.period.end.year)}
        rows = client.get(SITE_URLS.api("observations"), query_string=wanted | year).get_json()["data"]
        assert o.id in [row["observation"] for row in rows]
        assert all({name: row[name] for name in wanted} == wanted for row in rows)
        assert all(row["period_end"][:4] >= year["from"] and row["period_start"][:4] <= year["to"] for row in rows)


def test_it_is_open_cached_and_names_its_data(client: FlaskClient, site: Site) -> None:
    answer = client.get(SITE_URLS.api("sources"), headers={"Origin": "https://other.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["X-Data-Version"] == answer.get_json()["meta"]["data_version"] == site.version
    assert "Set-Cookie" not in answer.headers
    again = client.get(SITE_URLS.api("sources"), headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ["/zh/", "/data/package.zip", "/zh/nope", "/healthz", "/api/v1/nope"])
def test_every_answer_of_the_site_names_its_data(client: FlaskClient, site: Site, path: str) -> None:
    assert client.get(path).headers["X-Data-Version"] == site.version


def test_what_the_check_of_a_claim_answers_is_as_promised(client: FlaskClient) -> None:
    answer = client.post(SITE_URLS.claims(), json={"text": "北京有12家"}).get_json()
    assert {"count", "numbers", "cut", "verdicts", "data_version"} <= set(answer["meta"])
    promised = "start end text value value_to qualifier verdict verdict_words reason matched figures"
    assert set(promised.split()) <= set(answer["data"][0])
    assert "claims" in [row["name"] for row in client.get(SITE_URLS.api()).get_json()["data"]]


def test_every_route_is_described_and_every_path_is_there(server: Flask, client: FlaskClient) -> None:
    paths = set(client.get(SITE_URLS.api("openapi.json")).get_json()["paths"])
    rules = {rule.rule.removeprefix("/api/v1") for rule in server.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert {rule.replace("<path:name>", "{id}") for rule in rules} == paths


def test_the_page_for_people_tells_every_parameter_and_its_lines_run(client: FlaskClient) -> None:
    for lang in LANGS:
        text = client.get(Urls(lang).api_page()).text
        for name, (parameters, _) in PROMISED.items():
            section = text.partition(f'id="{name}"')[2].partition("</section>")[0]
            assert all(f"<code>{one}</code>" in section for one in parameters.split())
        section = text.partition('id="claims"')[2].partition("</section>")[0]
        assert all(f"<code>{one}</code>" in section for one in ("text", "lang"))
        sent = json.loads(html.unescape(section).partition("-d '")[2].partition("'")[0])
        answer = client.post(SITE_URLS.claims(), json=sent)
        assert (answer.status_code, answer.get_json()["meta"]["count"]) == (200, 2)
        lines = [
            line.partition("$SITE")[2].partition("&#34;")[0].replace("&amp;", "&")
            for line in text.splitlines()
            if "$SITE/" in line and " -d " not in line
        ]
        assert len(lines) == len(PROMISED) + 3
        assert [client.get(line).status_code for line in lines] == [200] * len(lines)
