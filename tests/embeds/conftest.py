"""The real data set behind two servers: one that knows its public address, and one that does not."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.server import build
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts

PUBLIC = "https://figures.example/beijing"


@pytest.fixture(scope="session")
def real_site() -> Site:
    return Site.open(Settings(datasets=Path("datasets")))


@pytest.fixture(scope="session")
def reader(real_site: Site) -> FlaskClient:
    return build(real_site, scripts()).test_client()


@pytest.fixture(scope="session")
def public_reader(real_site: Site) -> FlaskClient:
    settings = Settings(datasets=real_site.settings.datasets, public_url=PUBLIC)
    return build(Site.over(real_site.catalog, settings), scripts()).test_client()
