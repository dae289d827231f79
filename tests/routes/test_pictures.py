"""Charts as pictures to take along: what can be asked, what is inside, and which headers they have."""

import io
import struct
import zipfile
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.fonts import Fonts
from app.model.text import LANGS, Lang
from app.routes.errors import install_errors
from app.routes.front_door import install_language
from app.routes.pictures import pictures
from app.settings import Settings
from app.site import Site
from tests.conftest import TINY
from tests.renderers.poison import PAYLOADS
from tests.renderers.test_png import chunks

CHART, VIEW = "/zh/charts/firms-series", "/zh/charts/firms-series/facts"
MINUTES = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"


@pytest.mark.parametrize("address", [CHART, VIEW, "/en/charts/share-bars"])
def test_a_chart_and_a_view_are_pictures_in_both_languages(client: FlaskClient, address: str) -> None:
    vector, pixels = client.get(f"{address}.svg"), client.get(f"{address}.png")
    assert (vector.status_code, vector.mimetype) == (200, "image/svg+xml")
    assert (pixels.status_code, pixels.mimetype) == (200, "image/png")
    root = ElementTree.fromstring(vector.data)
    assert root.get("width") == "760"
    assert struct.unpack(">I", pixels.data[16:20]) == (1520,)


def test_title_source_and_version_are_inside(client: FlaskClient, site: Site) -> None:
    text = client.get(f"{CHART}.svg").text
    scene = site.chart("firms-series", Lang.ZH)
    for expected in (scene.title, scene.source_line, f"version: {site.version}"):
        assert expected in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    told = dict(data.split(b"\0\0\0\0\0") for name, data in chunks(client.get(f"{CHART}.png").data) if name == b"iTXt")
    assert told == {
        b"Title": scene.title.encode(),
        b"Source": scene.source_line.encode(),
        b"Data version": site.version.encode(),
    }


def test_the_address_is_inside_where_it_is_known() -> None:
    client = alone(Settings(datasets=TINY, public_url="https://example.org")).test_client()
    drawn = ElementTree.fromstring(client.get(f"{CHART}.svg").data)
    assert f"https://example.org{CHART}" in [text for each in drawn.iter() for text in each.itertext()]
    assert f"URL\0\0\0\0\0https://example.org{CHART}".encode() in client.get(f"{CHART}.png").data


@pytest.mark.parametrize("width", [280, 300, 320, 760, 1600])
@pytest.mark.parametrize("scale", [1, 3])
def test_the_width_is_that_of_the_whole_picture(client: FlaskClient, width: int, scale: int) -> None:
    vector = client.get(f"{CHART}.svg?width={width}").text
    pixels = client.get(f"{CHART}.png?width={width}&scale={scale}").data
    assert ElementTree.fromstring(vector).get("width") == str(width)
    assert struct.unpack(">I", pixels[16:20]) == (width * scale,)


def test_the_theme_is_written_out(client: FlaskClient) -> None:
    light, dark = client.get(f"{CHART}.svg").text, client.get(f"{CHART}.svg?theme=dark").text
    assert "#fbfaf6" in light
    assert "#141312" in dark
    assert "var(" not in light + dark
    assert 'class="f-' not in light + dark


@pytest.mark.parametrize(("aspect", "height"), [("16:9", 428), ("4:3", 570), ("1:1", 760), ("2.35:1", 323)])
def test_an_aspect_is_that_of_the_whole_picture(client: FlaskClient, aspect: str, height: int) -> None:
    vector = ElementTree.fromstring(client.get(f"{CHART}.svg?aspect={aspect}").data)
    assert (vector.get("width"), vector.get("height")) == ("760", str(height))
    pixels = client.get(f"{CHART}.png?aspect={aspect}&scale=1").data
    assert struct.unpack(">II", pixels[16:24]) == (760, height)


def test_a_shape_in_which_nobody_could_read_it_is_refused(client: FlaskClient) -> None:
    answer = client.get(f"{CHART}.svg?width=280&aspect=4:1")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "too-high")


def test_a_transparent_ground_is_one(client: FlaskClient) -> None:
    assert '<rect width="760"' in client.get(f"{CHART}.svg").text
    assert '<rect width="760"' not in client.get(f"{CHART}.svg?ground=transparent").text


SHARED = [("card.png", (1200, 630)), ("square.png", (1080, 1080))]


@pytest.mark.parametrize(("ending", "size"), SHARED)
@pytest.mark.parametrize("address", [CHART, VIEW, "/en/charts/share-bars"])
def test_pictures_for_shared_links_have_their_size_and_their_source(
    client: FlaskClient, address: str, ending: str, size: tuple[int, int]
) -> None:
    answer = client.get(f"{address}.{ending}")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert struct.unpack(">II", answer.data[16:24]) == size
    assert any(name == b"iTXt" and data.startswith(b"Source") for name, data in chunks(answer.data))
    assert client.get(f"{address}.{ending}?theme=neon").data == answer.data


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_without_a_chart_has_a_picture_too(client: FlaskClient, lang: str) -> None:
    answer = client.get(f"/{lang}/card.png")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert struct.unpack(">II", answer.data[16:24]) == (1200, 630)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("public", ["", "https://example.org"])
def test_the_wechat_pack_has_a_picture_1080_wide_and_captions(public: str) -> None:
    client = alone(Settings(datasets=TINY, public_url=public)).test_client()
    answer = client.get(f"{CHART}.wechat.zip")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="firms-series-zh-wechat.zip"'
    assert client.get(f"{CHART}.wechat.zip").data == answer.data
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        long, chinese, english = (archive.read(name) for name in archive.namelist())
    assert struct.unpack(">I", long[16:20]) == (1080,)
    assert (f"{public}{CHART}" if public else "PUBLIC_URL") in chinese.decode()
    assert (f"{public}/en/charts/firms-series" if public else "PUBLIC_URL") in english.decode()


ABSURD = [
    ("width", "279"),
    ("width", "1601"),
    ("width", "-5"),
    ("width", "١٢٣٤"),
    ("width", "1e3"),
    ("width", "9" * 4000),
    ("width", ""),
    ("scale", "0"),
    ("scale", "4"),
    ("scale", "1.5"),
    ("theme", "sepia"),
    ("theme", "<script>"),
    ("ground", "glass"),
    ("aspect", "16x9"),
    ("aspect", ""),
    ("aspect", "0:1"),
    ("aspect", "5:1"),
    ("aspect", "1:4.01"),
    ("aspect", "16:9:1"),
    ("aspect", "１:１"),
]


@pytest.mark.parametrize("ending", ["svg", "png"])
@pytest.mark.parametrize(("name", "value"), ABSURD)
def test_an_absurd_value_is_a_400_with_a_sentence(client: FlaskClient, name: str, value: str, ending: str) -> None:
    answer = client.get(f"{CHART}.{ending}", query_string={name: value})
    assert answer.status_code == 400
    error = answer.get_json()["error"]
    assert (error["code"], error["where"]) == (f"bad-{name}", name)
    assert error["message"].startswith(f"{name} must be")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "address",
    [
        "/zh/charts/nope.svg",
        "/zh/charts/firms-series/nope.png",
        "/zh/charts/.png",
        "/zh/charts/nope.card.png",
        "/zh/charts/nope.wechat.zip",
    ],
)
def test_an_unknown_picture_is_a_404_in_json(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "not-found")


@pytest.mark.parametrize("name", ["width", "scale", "theme", "aspect", "ground"])
def test_no_payload_in_a_parameter_comes_back(client: FlaskClient, name: str) -> None:
    for payload in PAYLOADS:
        answer = client.get(f"{CHART}.svg", query_string={name: payload})
        assert (answer.status_code, answer.mimetype) == (400, "application/json")
        assert payload not in answer.text
        assert "evil.example" not in answer.text


@pytest.mark.parametrize("ending", ["card.png", "square.png", "wechat.zip"])
def test_no_query_changes_a_picture_of_a_fixed_size(client: FlaskClient, ending: str) -> None:
    expected = client.get(f"{CHART}.{ending}").data
    for payload in PAYLOADS[::20]:
        assert client.get(f"{CHART}.{ending}", query_string={"theme": payload, "q": payload}).data == expected


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_may_be_used_elsewhere_and_run_nothing(client: FlaskClient, ending: str) -> None:
    answer = client.get(f"{CHART}.{ending}")
    expected = {
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": MINUTES,
    }
    assert {name: answer.headers.get(name) for name in expected} == expected
    again = client.get(f"{CHART}.{ending}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_machine_without_fonts_answers_503_with_a_sentence() -> None:
    client = alone(Settings(datasets=TINY), Fonts(())).test_client()
    answer = client.get(f"{CHART}.png")
    assert answer.status_code == 503
    assert answer.get_json()["error"]["code"] == "no-font"
    assert "fonts-noto-cjk" in answer.get_json()["error"]["message"]
    assert client.get(f"{CHART}.svg").status_code == 200


def alone(settings: Settings, fonts: Fonts | None = None) -> Flask:
    """A server that serves pictures and nothing else."""
    server = Flask("pictures")
    install_language(server)
    server.register_blueprint(pictures(Site.open(settings), Fonts.find() if fonts is None else fonts))
    install_errors(server, lambda status, path: "")
    return server
