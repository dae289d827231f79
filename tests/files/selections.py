"""Every chart and view, by address."""

from collections.abc import Iterator

from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.site import Site


def extracts(site: Site, lang: Lang) -> Iterator[ChartExport]:
    """What the files of each are made of."""
    for name, chart in site.catalog.charts.items():
        for view in ("", *chart.views):
            yield site.export(name, lang, view)
