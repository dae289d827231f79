"""How often a chart page builds its scene and lays it out: once for each language it carries, once for each drawing."""

import pytest

from app.charts.layout import WIDTHS
from app.model.text import LANGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from app.workbench.scripts import scripts
from tests.beijing import BEIJING
from tests.conftest import PUBLIC
from tests.work import calls_of

WORK = frozenset({"build_scene", "layout_chart"})


@pytest.mark.parametrize("public", ["", PUBLIC])
@pytest.mark.parametrize("chart", ["ai-firms", "biomed-scale", "research-base"])
def test_a_chart_page_builds_each_scene_once_and_lays_out_what_it_sends(chart: str, public: str) -> None:
    site = Site.open(Settings(datasets=BEIJING, public_url=public))
    client = build_server(site, scripts()).test_client()
    first = calls_of(WORK, lambda: client.get(Urls(LANGS[0]).chart(chart)))
    assert first["build_scene"] <= len(LANGS)
    # The frame of the other language is as high as its own drawings, at three widths.
    assert first["layout_chart"] <= len(WIDTHS) + (3 if public else 0)
    again = calls_of(WORK, lambda: client.get(Urls(LANGS[0]).chart(chart)))
    assert again == {"layout_chart": len(WIDTHS)}
