"""The real data set behind the real server: these tests are about what readers get."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import urls
from app.model.text import LANGS
from app.server import build
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests.pages.reading import Reading

PUBLIC = "https://figures.example/beijing"


@pytest.fixture(scope="session")
def real_site() -> Site:
    return Site.open(Settings(datasets=Path("datasets")))


@pytest.fixture(scope="session")
def reader(real_site: Site) -> FlaskClient:
    return build(real_site, scripts()).test_client()


@pytest.fixture(scope="session")
def public_reader(real_site: Site) -> FlaskClient:
    """The same server told its public address."""
    settings = Settings(datasets=real_site.settings.datasets, public_url=PUBLIC)
    return build(Site.over(real_site.catalog, settings), scripts()).test_client()


@pytest.fixture(scope="session")
def pages(real_site: Site, reader: FlaskClient) -> Mapping[str, Reading]:
    """Every page there is, by its path."""
    found = {}
    for path in addresses(real_site):
        answer = reader.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        found[path] = Reading(answer.text)
    return found


_ONE_OF_A_KIND = (
    urls.root,
    urls.explore,
    urls.compare,
    urls.timeline,
    urls.indicators,
    urls.search,
    urls.sources,
    urls.about,
    urls.data,
    urls.api_page,
    urls.check,
    urls.gallery,
)


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
            urls.sources(lang),
            *(urls.topic(lang, name) for name in catalog.topics),
            *(urls.source(lang, name) for name in catalog.sources),
            *(urls.figure(lang, name) for name in catalog.observations),
            *(urls.chart(lang, name, view) for name, chart in catalog.charts.items() for view in ("", *chart.views)),
        )
    ]
