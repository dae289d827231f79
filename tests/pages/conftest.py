"""Every page of the real data set: these tests are about what readers get."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from app import urls
from app.model.text import LANGS
from app.site import Site
from tests.pages.reading import Reading

#: A brief of charts of unlike kinds, a view, and figures that are bounds, computed and ranks.
BRIEF = (
    "charts/ai-models",
    "figures/ai-firms-2024",
    "charts/milestones-all",
    "figures/results-landed-2022",
    "figures/startup-rank-beijing-2025",
    "charts/biomed-scale",
)


@pytest.fixture(scope="session")
def pages(real_site: Site, reader: FlaskClient) -> Mapping[str, Reading]:
    """Every page there is, by its path."""
    found = {}
    for path in addresses(real_site):
        answer = reader.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        found[path] = Reading(answer.text)
    return found


def addresses(site: Site) -> list[str]:
    """The path of every page in both languages."""
    catalog = site.catalog
    return [
        path
        for lang in LANGS
        for path in (
            urls.root(lang),
            urls.explore(lang),
            urls.compare(lang),
            urls.timeline(lang),
            urls.indicators(lang),
            urls.search(lang),
            urls.about(lang),
            urls.changes(lang),
            urls.sources(lang),
            urls.stories(lang),
            *(urls.story(lang, name) for name in catalog.stories),
            urls.brief(lang, BRIEF),
            *(urls.topic(lang, name) for name in catalog.topics),
            *(urls.source(lang, name) for name in catalog.sources),
            *(urls.figure(lang, name) for name in catalog.observations),
            *(urls.chart(lang, name, view) for name, chart in catalog.charts.items() for view in ("", *chart.views)),
        )
    ]
