"""Every page of the real data set: these tests are about what readers get."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.site import Site
from app.urls import Urls
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
            Urls(lang).root(),
            Urls(lang).explore(),
            Urls(lang).compare(),
            Urls(lang).timeline(),
            Urls(lang).indicators(),
            Urls(lang).search(),
            Urls(lang).about(),
            Urls(lang).changes(),
            Urls(lang).sources(),
            Urls(lang).stories(),
            *(Urls(lang).story(name) for name in catalog.stories),
            Urls(lang).brief(BRIEF),
            *(Urls(lang).topic(name) for name in catalog.topics),
            *(Urls(lang).source(name) for name in catalog.sources),
            *(Urls(lang).figure(name) for name in catalog.observations),
            *(Urls(lang).chart(name, view) for name, chart in catalog.charts.items() for view in ("", *chart.views)),
        )
    ]
