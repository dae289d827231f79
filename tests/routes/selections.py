"""Every chart and view, by address; and the files of what is chosen on a page."""

from collections.abc import Iterator

from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.site import Site


def extracts(site: Site, lang: Lang) -> Iterator[ChartExport]:
    """What the files of each are made of."""
    for name, chart in site.catalog.charts.items():
        for view in ("", *chart.views):
            yield site.export(name, lang, view)


def file_of(page: str, *, format: str) -> str:
    """The address of the file of what is chosen in a page's address."""
    path, mark, query = page.partition("?")
    return f"{path}.{format}{mark}{query}"
