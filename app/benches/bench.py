"""What every workbench is: controls, and scenes in panels."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.benches.control import Control
from app.charts.scene import Scene
from app.data.page_ref import PageRef
from app.urls import Query


@dataclass(frozen=True)
class Panel:
    """A scene and the name of the figure it is drawn in, one of its kind on a page."""

    name: str
    scene: Scene


@dataclass(frozen=True)
class ViewModel:
    """What a workbench shows. `title` heads the page; `query` is what differs from the page's default."""

    place: PageRef
    title: str
    query: Query
    controls: tuple[Control, ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class LivePage:
    """What of a page follows a choice: its bench, what the window is called, and the HTML of its parts by name."""

    bench: ViewModel
    title: str
    parts: Mapping[str, str]
