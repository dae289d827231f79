"""The Dash app in the Flask server: its layout, its configuration in the page, and its one callback."""

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from dash import Dash
from flask import Flask

from app.charts.layout import WIDTHS
from app.renderers import plotly
from app.site import Site
from app.urls import WORKBENCH
from app.workbench import callback, guard, ids
from app.workbench.callback import OpenPage
from app.workbench.components import Bench
from app.workbench.message import asked_on

#: What Dash would tell the browser and nobody needs to know: versions, and a token that makes every page differ.
_UNTOLD = {
    "python_version",
    "dash_version",
    "plotly_version",
    "ddk_version",
    "dash_version_url",
    "plotly_cloud_installed",
    "end_id",
}
#: What Dash answers to a GET.
GETS = tuple(path for path, methods in guard.METHODS.items() if "GET" in methods)


class Workbench(Dash):
    """Dash without its version numbers; it serves no page and no file, only its layout and callbacks."""

    _untold: ClassVar[frozenset[str]] = frozenset(_UNTOLD)

    def _config(self) -> dict[str, Any]:
        return {name: value for name, value in super()._config().items() if name not in self._untold}

    def start_json(self, scripts: Sequence[str], plotly_script: str) -> str:
        """What the page carries for the starter: scripts in order, what Dash and Plotly are told, drawings' widths."""
        told = {
            "scripts": scripts,
            "plotly_script": plotly_script,
            "dash": self._config(),
            "widths": WIDTHS,
            "plotly": plotly.CONFIG,
        }
        return json.dumps(told).replace("<", "\\u003c")


def mount(server: Flask, site: Site, open_page: OpenPage) -> Workbench:
    """Put the workbench and its guard under their prefix."""
    app = Workbench(
        __name__,
        server=server,
        requests_pathname_prefix=WORKBENCH,
        routes_pathname_prefix=WORKBENCH,
        include_assets_files=False,
        assets_folder="no-assets-of-its-own",
        add_log_handler=False,
        update_title=None,
        use_async=False,
        enable_mcp=False,
    )
    app.layout = [Bench(id=ids.BENCH)]
    callback.register_callback(app, open_page)
    guard.install_guard(server, app.callback_map, {f"{ids.BENCH}.{ids.ASKED}": asked_on(site.catalog)})
    return app
