"""The workbench's one callback: read what the reader chose, open the bench, draw, return."""

from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output

from app.benches.bench import LivePage
from app.data.page_query import PageQuery
from app.model.text import Lang
from app.workbench import ids
from app.workbench.drawing import drawing
from app.workbench.message import WorkbenchRequest

#: What of a page follows a choice; the pages write it, the server hands it over.
OpenPage = Callable[[PageQuery, Lang], LivePage]


def register_callback(app: Dash, open_page: OpenPage) -> None:
    """Tie the callback to the app: what is asked goes in, what is shown comes out."""

    @app.callback(
        Output(ids.BENCH, ids.ANSWER),
        Input(ids.BENCH, ids.ASKED),
        prevent_initial_call=True,
    )
    def follow(asked: dict[str, Any]) -> dict[str, Any]:
        return workbench_answer(open_page, WorkbenchRequest.model_validate(asked))


def workbench_answer(open_page: OpenPage, asked: WorkbenchRequest) -> dict[str, Any]:
    """The address's query, the parts of the page, and the drawing of each panel by its name."""
    page = open_page(PageQuery(asked.place, asked.pairs), asked.lang)
    return {
        "query": page.bench.query,
        "parts": {**page.parts, "title": page.title},
        "drawings": {
            panel.name: drawing(panel.scene, asked.width_of(panel.name), asked.theme)
            for panel in page.bench.panels
            if not panel.scene.empty
        },
    }
