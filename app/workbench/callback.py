"""The workbench's one callback: read what the reader chose, open the bench, draw, return."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash, Input, Output

from app.benches.bench import Bench
from app.benches.open import open_bench
from app.data.page_query import PageQuery
from app.model.text import Lang
from app.site import Site
from app.workbench import ids
from app.workbench.drawing import drawing
from app.workbench.message import WorkbenchRequest

#: The HTML of each part of a page that follows the choice; the pages write it, the server hands it over.
PartsHtml = Callable[[Bench, Lang], Mapping[str, str]]


def register(app: Dash, site: Site, parts: PartsHtml) -> None:
    """Tie the callback to the app: what is asked goes in, what is shown comes out."""

    @app.callback(
        Output(ids.BENCH, ids.ANSWER),
        Input(ids.BENCH, ids.ASKED),
        prevent_initial_call=True,
    )
    def follow(asked: dict[str, Any]) -> dict[str, Any]:
        return workbench_answer(site, parts, WorkbenchRequest.model_validate(asked))


def workbench_answer(site: Site, parts: PartsHtml, asked: WorkbenchRequest) -> dict[str, Any]:
    """The address's query, the parts of the page, and the drawing of each panel by its name."""
    bench = open_bench(site, PageQuery(asked.place, asked.pairs), asked.lang)
    return {
        "query": bench.query,
        "parts": parts(bench, asked.lang),
        "drawings": {
            panel.name: drawing(panel.scene, asked.width_of(panel.name), asked.theme)
            for panel in bench.panels
            if not panel.scene.empty
        },
    }
