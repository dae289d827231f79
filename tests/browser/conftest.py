"""A real Chromium at the real dashboard; every page is held to a silent console."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests import beijing
from tests.browser.page_state import visit
from tests.browser.server import serve
from tests.browser.stage import STAGE


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serve(beijing.site()) as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of; a test that provokes a complaint takes it out of this list."""
    return []


@pytest.fixture
def context(browser: Browser, address: str, complaints: list[str]) -> Iterator[BrowserContext]:
    new_context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="zh-CN")
    new_context.on("console", lambda message: _note(message, complaints))
    new_context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield new_context
    new_context.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Where no script runs."""
    new_context = browser.new_context(base_url=address, java_script_enabled=False)
    yield new_context
    new_context.close()


@pytest.fixture
def stage(page: Page) -> Page:
    visit(page, STAGE)
    return page


def _note(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in ("error", "warning"):
        complaints.append(message.text)
