"""The tiny data set and a frozen copy of the real one behind the real server, made once for all tests that ask them.

What tests the program runs on these two, which stand still; what holds for any good data is in `tests/datasets`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests import beijing
from tests.browser.chromium import NoBrowserError, chromium
from tests.walk import Walk

#: How long an example takes says more of the machine than of the program.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

TINY = Path(__file__).parent / "data" / "tiny"
PUBLIC = "https://figures.example/beijing"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.open(Settings(datasets=TINY))


@pytest.fixture(scope="session")
def server(site: Site) -> Flask:
    return build_server(site, scripts())


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.fixture(scope="session")
def real_site() -> Site:
    return beijing.site()


@pytest.fixture(scope="session")
def reader(real_site: Site) -> FlaskClient:
    """Of the frozen data; the server does not know its public address."""
    return build_server(real_site, scripts()).test_client()


@pytest.fixture(scope="session")
def public_reader(real_site: Site) -> FlaskClient:
    """The same server told its public address."""
    settings = Settings(datasets=real_site.settings.datasets, public_url=PUBLIC)
    return build_server(Site.over(real_site.catalog, settings), scripts()).test_client()


@pytest.fixture
def walk() -> Iterator[Walk]:
    """`with walk(path):` around what is held at each stop: one failure hides none, and all are told at the end."""
    faults: list[str] = []

    @contextmanager
    def stop(where: object) -> Iterator[None]:
        try:
            yield
        except AssertionError as error:
            faults.append(f"{where}: {error}")

    yield stop
    assert not faults, "\n\n".join(faults)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = chromium()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        expect.set_options(timeout=30_000)  # as patient as playwright is with all else: other work may take the cores
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
