"""The scripts of Dash and Plotly, taken out of their Python packages and served as assets of ours.

Dash would serve them itself, but takes any invented fingerprint for a year and answers unknown files with a 500.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dash import _dash_renderer
from plotly.offline import get_plotlyjs_version

#: What `make setup` copies from npm: scatter, bar and pie only, a quarter of the full bundle.
BASIC_BUNDLE = Path(__file__).parents[2] / "static" / "vendor" / "plotly-basic.min.js"
PLOTLY = "plotly.js"
#: Ours, in assets/.
_OWN = ("workbench-marks.js", "workbench-morph.js", "workbench-drawings.js", "workbench-components.js")

#: Dash's renderer alone: our component draws with Plotly itself, so that half a megabyte of others' stays away.
_DASH = {"dash-renderer.js": "dash-renderer/build/dash_renderer.min.js"}


@dataclass(frozen=True)
class Scripts:
    """File bodies by asset name, in the order in which they must run. `notice` is a sentence for the operator."""

    bodies: Mapping[str, bytes]
    notice: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that must run before Dash starts, ours among them; Plotly is asked for when it has something to draw."""
        return (*(name for name in self.bodies if name != PLOTLY), *_OWN)


def scripts(bundle: Path = BASIC_BUNDLE) -> Scripts:
    """Dash's scripts and one of Plotly's bundles."""
    plotly, notice = _plotly(bundle)
    dash = {name: _file("dash", path) for name, path in _DASH.items()}
    return Scripts(_react() | dash | {PLOTLY: plotly}, notice)


def _react() -> dict[str, bytes]:
    """React and what Dash loads before it, in the versions that this Dash wants."""
    paths = _dash_renderer._js_dist_dependencies[0]["relative_package_path"]["prod"]
    return {f"{_stem(path)}.js": _file("dash", path) for path in paths}


def _stem(path: str) -> str:
    """deps/react-dom@18.3.1.min.js is react-dom: the address names no version."""
    return Path(path).name.partition("@")[0]


def _file(package: str, path: str) -> bytes:
    return (resources.files(package) / path).read_bytes()


def _plotly(bundle: Path) -> tuple[bytes, str]:
    wanted = get_plotlyjs_version()
    if not bundle.is_file():
        return _full(), "The small Plotly bundle is not there (make setup fetches it with npm); serving the full one."
    body = bundle.read_bytes()
    found = re.search(rb"plotly\.js \(basic - minified\) v([0-9.]+)", body[:400])
    if found is None or found[1].decode() != wanted:
        return _full(), f"{bundle} is not Plotly's basic bundle {wanted}; serving the full one instead."
    return body, ""


def _full() -> bytes:
    return _file("plotly", "package_data/plotly.min.js")
