"""The real data set behind the real server, for what is taken along from it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.server import build
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts


@pytest.fixture(scope="session")
def real_site() -> Site:
    return Site.open(Settings(datasets=Path("datasets")))


@pytest.fixture(scope="session")
def reader(real_site: Site) -> FlaskClient:
    return build(real_site, scripts()).test_client()
