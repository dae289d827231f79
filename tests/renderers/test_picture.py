"""A standalone picture: its words, colours and imprint inside, its QR code readable, the pack the same each time."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
import segno

from app.charts.layout import Box
from app.charts.pictures import poster
from app.charts.registry import layout_chart
from app.model.chart import ChartKind
from app.model.text import Lang
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.picture import PictureMetadata, write_picture, write_qr
from app.renderers.snippet import write_caption, write_pack
from tests.figures import datum, scene

ADDRESS = "https://example.org/zh/charts/chart"
CHART = scene(datum("a", "2200", period="2023"), datum("b", period="2024"), kind=ChartKind.SERIES)
IMPRINT = PictureMetadata("题目", "来源：paper", "1.0", ADDRESS)


def drawn(palette: Palette = LIGHT, ground: str = "paper") -> str:
    made = poster(layout_chart(CHART, 530), signed=ADDRESS)
    return write_picture(made, id_prefix="x", palette=palette, imprint=IMPRINT, ground=ground)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_it_carries_words_colours_and_provenance(palette: Palette) -> None:
    assert 'class="f-' not in drawn(palette)
    text = " ".join(ElementTree.fromstring(drawn(palette)).itertext())
    for expected in ("题目", "量度", "来源：paper", ADDRESS, "version: 1.0"):
        assert expected in text


def test_its_marks_lead_nowhere() -> None:
    assert "href" not in drawn()


def test_without_a_ground_nothing_is_under_it() -> None:
    ground = re.compile(rf'<rect width="\d+" height="\d+" fill="{LIGHT.paper}"/>')
    assert len(ground.findall(drawn())) == 1
    assert not ground.findall(drawn(ground=""))


@pytest.mark.parametrize("address", [ADDRESS, "https://figures.example/a/" + "long-" * 30 + "zh/charts/x/view"])
def test_a_code_is_the_standards_own_with_its_quiet_zone(address: str) -> None:
    root = ElementTree.fromstring(write_qr(address, Box(10, 20, 96, 96)))
    ground, path = list(root)
    expected = [list(map(bool, row)) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    side = int(ground.get("width") or "")
    assert side == len(expected) + 8
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path.get("d") or "")]
    found = {(x + more, y) for x, y, long in runs for more in range(long)}
    assert found == {(x + 4, y + 4) for y, row in enumerate(expected) for x, dark in enumerate(row) if dark}
    assert f"scale({96 / side:.4f})" in (root.get("transform") or "")


def test_a_pack_is_a_picture_and_two_captions_and_the_same_each_time() -> None:
    made = write_pack("chart", Lang.ZH, b"png", {Lang.ZH: "说明", Lang.EN: "Caption"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["chart-zh.png", "caption-zh.txt", "caption-en.txt"]
        assert archive.read("caption-zh.txt").decode() == "说明"
    assert write_pack("chart", Lang.ZH, b"png", {Lang.ZH: "说明", Lang.EN: "Caption"}) == made


def test_a_caption_says_source_and_address_or_why_there_is_no_code() -> None:
    told, untold = write_caption(CHART, address=ADDRESS), write_caption(CHART, address="")
    for text in (told, untold):
        assert text.startswith("题目\n\n量度\n\n")
        assert "来源：paper" in text
    assert told.endswith(f"{ADDRESS}\n")
    assert "PUBLIC_URL" in untold
    assert "http" not in untold
