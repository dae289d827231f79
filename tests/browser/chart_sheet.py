"""All charts of a width and language on one page, as the site draws them, for a browser to measure."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from app.charts.layout import Layout
from app.charts.registry import layout_chart
from app.charts.samples import samples
from app.charts.scene import Scene
from app.inline import PAGE
from app.model.text import Lang
from app.renderers.svg import write_svg
from tests import beijing

ROOT = Path(__file__).parents[2]


@cache
def every_scene(lang: Lang) -> list[Scene]:
    """The real charts, their views and all samples."""
    site = beijing.site()
    charts = site.catalog.charts
    real = [site.chart(name, lang, view) for name, chart in charts.items() for view in ("", *chart.views)]
    return [*real, *samples(lang)]


def layouts(lang: Lang, width: int) -> list[Layout]:
    return [layout_chart(scene, width) for scene in every_scene(lang)]


def show(page: Page, drawn: Sequence[Layout], lang: Lang, *, theme: str = "light") -> None:
    """One `<figure id=c0, c1 …>` a layout, one under the other."""
    css = "".join((ROOT / "assets" / name).read_text(encoding="utf-8") for name in PAGE.styles)
    body = "".join(
        f'<figure id="c{n}">{write_svg(layout, id_prefix=f"c{n}")}</figure>' for n, layout in enumerate(drawn)
    )
    page.set_content(f'<!doctype html><html lang="{lang}" data-theme="{theme}"><style>{css}</style><main>{body}</main>')
