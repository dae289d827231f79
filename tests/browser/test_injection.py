"""Malicious texts in a browser: nothing runs, nothing is fetched, no link leads away."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.charts.registry import layout_chart
from app.charts.samples import samples
from app.model.chart import ChartKind
from app.model.text import Lang
from app.renderers import plotly
from app.renderers.palette import LIGHT
from app.renderers.svg import write_svg
from app.renderers.words import write_table
from app.workbench.scripts import PLOTLY, scripts
from tests.renderers.poison import PAYLOADS, poisoned

pytestmark = pytest.mark.browser

FOREIGN = """() => [...document.querySelectorAll("main *")].filter((each) => {
  const address = each.getAttribute("href") ?? each.getAttribute("xlink:href") ?? each.getAttribute("src");
  return (address !== null && !/^(\\/zh\\/|#)/.test(address))
    || ["script", "img", "image", "iframe", "style", "foreignobject"].includes(each.localName.toLowerCase());
}).map((each) => each.outerHTML)"""
DRAW = """async ([figures, config]) => {
  for (const { data, layout } of JSON.parse(figures)) {
    const host = document.querySelector("main").appendChild(document.createElement("div"));
    await Plotly.newPlot(host, data, layout, config);
    for (const n of data.keys()) Plotly.Fx.hover(host, [{ curveNumber: n, pointNumber: 0 }]);
    await new Promise(requestAnimationFrame);
  }
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: this test needs no server."""
    new_page = browser.new_page()
    yield new_page
    new_page.close()


def test_no_text_of_the_data_does_anything(page: Page) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    scene = next(each for each in samples(Lang.ZH) if each.kind is ChartKind.DISAGREEMENT and len(each.points) > 1)
    layouts = [layout_chart(poisoned(scene, payload), 530) for payload in PAYLOADS]
    drawn = "".join(write_svg(each, id_prefix=f"c{n}") + write_table(each.scene) for n, each in enumerate(layouts))
    page.set_content(f"<!doctype html><html lang=zh-CN><meta charset=utf-8><main>{drawn}</main>")
    page.add_script_tag(content=scripts().bodies[PLOTLY].decode())
    page.evaluate(DRAW, [json.dumps([plotly.plotly_figure(each, LIGHT) for each in layouts]), plotly.CONFIG])
    assert page.evaluate(FOREIGN) == []
    assert page.evaluate("window.ran") is None
    assert [url for url in urls if not url.startswith(("about:", "data:"))] == []
