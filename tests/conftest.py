"""The tiny data set behind the real server, made once for all tests that ask it something."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.server import build
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts

TINY = Path(__file__).parent / "data" / "tiny"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.open(Settings(datasets=TINY))


@pytest.fixture(scope="session")
def server(site: Site) -> Flask:
    return build(site, scripts())


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()
