"""The SVG is real text, safe, small, the same everywhere, and every mark leads to its evidence."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.charts.pictures import poster
from app.charts.registry import layout_chart
from app.charts.scene import Scene
from app.model.chart import ChartKind, LabelBy
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.renderers.palette import LIGHT
from app.renderers.picture import PictureMetadata, write_picture
from app.renderers.svg import write_svg
from app.settings import Settings
from app.site import Site
from tests.figures import TIMES, YI_CNY, datum, scene

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("golden")

FLOOR = datum("floor", qualifier=Qualifier.OVER)
SCENES: dict[str, Scene] = {
    "series-gap": scene(
        datum("a", "8916", unit=YI_CNY, period="2022", definition="size"),
        datum("b", "9761", unit=YI_CNY, period="2023", definition="size"),
        datum("c", "10000", unit=YI_CNY, qualifier=Qualifier.OVER, definition="revenue"),
        kind=ChartKind.SERIES,
    ),
    "bars-bounds": scene(
        FLOOR,
        datum("ceiling", "2000", qualifier=Qualifier.NEARLY, place="shanghai"),
        datum("about", "900", qualifier=Qualifier.ABOUT, derived=True, period="2023"),
        kind=ChartKind.BARS,
        label_by=LabelBy.GEOGRAPHY,
        lang=Lang.EN,
    ),
    "range-log": scene(datum("span", "100", to="10000", unit=TIMES, scale="log"), kind=ChartKind.RANGE),
    "target": scene(datum("now", "368"), datum("goal", "500", period="2027", target=True), kind=ChartKind.TARGET),
}


@pytest.mark.parametrize("name", SCENES)
def test_the_svg_is_the_golden_one(name: str) -> None:
    """UPDATE_GOLDEN=1 writes the files anew; look at them before committing."""
    path = GOLDEN / f"{name}.svg"
    made, imprint = SCENES[name], PictureMetadata(source=SCENES[name].source_line)
    drawn = write_picture(poster(layout_chart(made, 530)), id_prefix=name, palette=LIGHT, imprint=imprint) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.whole
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "America/New_York", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4", "TZ": "Pacific/Apia", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "5", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    ],
)
def test_every_machine_draws_the_same_bytes(environment: dict[str, str]) -> None:
    code = (
        "import hashlib; from pathlib import Path; from app.site import Site; from app.settings import Settings\n"
        "from app.charts.registry import layout_chart; from app.model.text import LANGS\n"
        "from app.renderers.svg import write_svg\n"
        "site = Site.open(Settings(datasets=Path('tests/data/tiny')))\n"
        "scenes = (site.chart(c, lang) for c in site.catalog.charts for lang in LANGS)\n"
        "drawn = ''.join(write_svg(layout_chart(scene, 530), id_prefix=scene.chart_id) for scene in scenes)\n"
        "print(hashlib.sha256(drawn.encode()).hexdigest())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=True
    )
    assert found.stdout.decode().strip() == _digest()


def _digest() -> str:
    site = Site.open(Settings(datasets=ROOT / "tests" / "data" / "tiny"))
    drawn = (
        write_svg(layout_chart(site.chart(c, lang), 530), id_prefix=c) for c in site.catalog.charts for lang in LANGS
    )
    return hashlib.sha256("".join(drawn).encode()).hexdigest()


@pytest.mark.parametrize("name", SCENES)
def test_an_inline_svg_has_no_colour_style_or_script_of_its_own(name: str) -> None:
    drawn = write_svg(layout_chart(SCENES[name], 326), id_prefix="x")
    assert not re.search(r"style|<script|#[0-9a-f]{3,6}\"|\bon[a-z]+=|http(?!://www\.w3\.org/2000/svg)", drawn)
    assert len(drawn.encode()) < 12_000


def test_text_from_the_data_cannot_become_markup() -> None:
    evil = '"><script>alert(1)</script><a href="https://evil.example">'
    drawn = write_svg(layout_chart(scene(datum("a", source=evil), kind=ChartKind.DISAGREEMENT), 530), id_prefix="x")
    root = ElementTree.fromstring(drawn)
    assert [each.tag for each in root.iter() if each.tag.endswith("script")] == []
    assert [each.get("href") for each in root.iter("{http://www.w3.org/2000/svg}a")] == ["/zh/figures/a"]


def test_every_mark_is_a_link_that_says_its_figure() -> None:
    root = ElementTree.fromstring(write_svg(layout_chart(SCENES["series-gap"], 530), id_prefix="x"))
    links = list(root.iter("{http://www.w3.org/2000/svg}a"))
    assert [link.get("href") for link in links] == ["/zh/figures/a", "/zh/figures/b", "/zh/figures/c"]
    assert links[2].findtext("{*}title") == "超10,000亿元 · 2024年 · revenue · paper"
    assert all(link.get("tabindex") == "-1" for link in links)


def test_coordinates_have_at_most_one_decimal() -> None:
    drawn = write_svg(layout_chart(SCENES["bars-bounds"], 326), id_prefix="x")
    assert not re.search(r"[xydr]=\"[^\"]*\d\.\d\d", drawn)


def test_the_real_charts_are_small_and_well_formed(real_site: Site) -> None:
    sizes = []
    for name in real_site.catalog.charts:
        for lang in LANGS:
            drawn = write_svg(layout_chart(real_site.chart(name, lang), 530), id_prefix=name)
            ElementTree.fromstring(drawn)
            sizes.append(len(drawn.encode()))
    assert sorted(sizes)[len(sizes) // 2] < 12_000


#: A typical chart; and for those with many figures, what one of these takes: its link, its spoken line, its words.
TYPICAL, A_FIGURE = 12_000, 1_100


@pytest.mark.parametrize("width", [288, 530, 720])
def test_no_real_chart_is_heavy(real_site: Site, width: int) -> None:
    scenes = [real_site.chart(name, lang) for name in real_site.catalog.charts for lang in LANGS]
    heavy = {
        (scene.chart_id, scene.lang): size
        for scene in scenes
        if (size := len(write_svg(layout_chart(scene, width), id_prefix=scene.chart_id).encode())) > limit(scene)
    }
    assert heavy == {}


def limit(scene: Scene) -> int:
    return max(TYPICAL, A_FIGURE * (len(scene.points) or len(scene.events)))
