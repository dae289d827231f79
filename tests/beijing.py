"""The frozen data set, opened once a process: for fixtures, and for the names that tests take as parameters."""

from functools import cache
from pathlib import Path

from app.model.chart import ChartKind
from app.settings import Settings
from app.site import Site

#: `datasets/` as it stood on 30 November 2026, without its releases.
BEIJING = Path(__file__).parent / "data" / "beijing"


@cache
def site() -> Site:
    return Site.open(Settings(datasets=BEIJING))


def charts(*kinds: ChartKind) -> list[str]:
    """Those of the kinds; all of them where none is named."""
    return [name for name, chart in site().catalog.charts.items() if not kinds or chart.kind in kinds]


def views() -> list[tuple[str, str]]:
    """Every chart with each of its views; the chart itself is the one of an empty name."""
    return [(name, view) for name, chart in site().catalog.charts.items() for view in ("", *chart.views)]
