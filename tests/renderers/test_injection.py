"""Texts of the data stay texts: no markup, link, picture or script of theirs gets into a chart, in any form."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from app.charts.pictures import CARD, TextCard, poster, text_card
from app.charts.registry import layout_chart
from app.charts.samples import samples
from app.charts.scene import Scene
from app.model.chart import ChartKind
from app.model.text import Lang
from app.renderers import plotly
from app.renderers.palette import LIGHT
from app.renderers.picture import PictureMetadata, write_picture
from app.renderers.svg import write_svg
from app.renderers.words import write_table
from tests.renderers.poison import PAYLOADS, poisoned

pytestmark = pytest.mark.whole

#: One full chart of each kind.
_STATES = ("mixed", "over", "crowded", "about")
SVG_TAGS = {"svg", "title", "desc", "metadata", "defs", "pattern", "g", "a", "path", "rect", "circle", "text"}
TABLE_TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "a"}
OUR_ADDRESS = re.compile(r"/zh/(figures|sources)/[a-z0-9-]*")


def one_of_each_kind() -> list[Scene]:
    found: dict[ChartKind, Scene] = {}
    for state in _STATES:
        for scene in samples(Lang.ZH):
            if scene.chart_id.endswith(state):
                found.setdefault(scene.kind, scene)
    assert set(found) == set(ChartKind)
    return list(found.values())


SCENES = one_of_each_kind()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_gets_into_an_svg(payload: str) -> None:
    for scene in SCENES:
        for width in (326, 720):
            layout = layout_chart(poisoned(scene, payload), width)
            _check_svg(write_svg(layout, id_prefix="x"))
            imprint = PictureMetadata(payload, payload, payload, payload)
            for made in (poster(layout, signed=payload), text_card(TextCard(Lang.ZH, *[payload] * 4), CARD)):
                _check_svg(write_picture(made, id_prefix="x", palette=LIGHT, imprint=imprint))


def _check_svg(drawn: str) -> None:
    for each in ElementTree.fromstring(drawn).iter():
        assert each.tag.removeprefix("{http://www.w3.org/2000/svg}") in SVG_TAGS
        for name, value in each.attrib.items():
            assert not name.lower().startswith("on")
            assert name != "style"
            assert "{" not in name, f"an attribute of another namespace: {name}"
            assert name != "href" or OUR_ADDRESS.fullmatch(value), value
            assert name not in ("fill", "stroke") or re.fullmatch(r"none|#[0-9a-f]{6}|url\(#x-h\d\)", value), value


class _Tags(HTMLParser):
    """What a browser would make of the table."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_gets_into_a_table(payload: str) -> None:
    for scene in SCENES:
        tags = _Tags()
        tags.feed(write_table(poisoned(scene, payload)))
        for tag, attributes in tags.found:
            assert tag in TABLE_TAGS
            assert set(attributes) <= {"class", "scope", "href"}
            assert OUR_ADDRESS.fullmatch(attributes.get("href") or "/zh/figures/")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_gets_into_a_plotly_figure(payload: str) -> None:
    for scene in SCENES:
        figure = plotly.plotly_figure(layout_chart(poisoned(scene, payload), 530), LIGHT)
        for text in _texts(figure):
            bare = text.replace("<br>", "").removesuffix("<extra></extra>")
            assert "<" not in bare
            assert "%{" not in bare or text not in _templates(figure)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(each)


def _templates(figure: dict[str, Any]) -> list[str]:
    return [trace["hovertemplate"] for trace in figure["data"] if "hovertemplate" in trace]
