"""The workbench's one callback: read what the reader chose, select, draw, return."""

from typing import Any

from dash import Dash, Input, Output

from app.query import wish as wishes
from app.query.wish import Wish
from app.site import Option, Site
from app.workbench import ids
from app.workbench.drawing import FigureHtml, graph, label

Answer = tuple[Any, ...]


def register(app: Dash, site: Site, figure_html: FigureHtml) -> None:
    """Tie the callback to the app: two selects, two outputs a panel, and the address."""

    @app.callback(
        Output(ids.TOPIC, "options"),
        Output(ids.TOPIC, "value"),
        Output(ids.INDICATOR, "options"),
        Output(ids.INDICATOR, "value"),
        Output(ids.READER, "query"),
        *(Output(panel, what) for panel in ids.PANELS for what in ("html", "label", "children")),
        Input(ids.READER, "page"),
        Input(ids.TOPIC, "value"),
        Input(ids.INDICATOR, "value"),
        prevent_initial_call=True,
    )
    def follow(page: dict[str, Any], topic: str | None, indicator: str | None) -> Answer:
        return answer(site, figure_html, page, {wishes.TOPIC: topic, wishes.INDICATOR: indicator})


def answer(site: Site, figure_html: FigureHtml, page: dict[str, Any], chosen: dict[str, str | None]) -> Answer:
    """What the panel shows for a choice; before the first answer the page's own form says what is chosen."""
    args = {name: page[name] if value is None else value for name, value in chosen.items()}
    bench = site.bench(Wish.read(args, site.catalog), page["lang"])
    panels = zip(ids.PANELS, bench.scenes, page["widths"], strict=True)
    drawn = [
        (figure_html(scene, panel), label(scene), graph(scene, panel, width, page["theme"]))
        for panel, scene, width in panels
    ]
    return (
        [_option(option) for option in bench.topics],
        bench.wish.topic,
        [_option(option) for option in bench.indicators],
        bench.wish.indicator,
        bench.wish.query(site.catalog),
        *(part for parts in drawn for part in parts),
    )


def _option(option: Option) -> dict[str, str]:
    return {"value": option.value, "label": option.label}
