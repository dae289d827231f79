"""Whatever good data hold, every word of every chart and view has room, in both languages, at every width."""

import pytest

from app.charts.registry import layout_chart
from app.model.text import LANGS, Lang
from app.site import Site
from tests.charts.test_room import WIDTHS, faults

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_has_room_for_its_words(any_site: Site, lang: Lang) -> None:
    charts = any_site.catalog.charts
    scenes = [any_site.chart(name, lang, view) for name, chart in charts.items() for view in ("", *chart.views)]
    found = {(one.href, width): faults(layout_chart(one, width)) for one in scenes for width in WIDTHS}
    assert len(found) >= len(charts) * len(WIDTHS)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}
