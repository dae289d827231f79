"""A real Chromium at the real dashboard; every page is held to a silent console."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests import beijing
from tests.browser.live import live
from tests.browser.page_state import visit
from tests.browser.stage import STAGE


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with live(beijing.site()) as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of; a test that provokes a complaint takes it out of this list."""
    return []


@pytest.fixture
def context(browser: Browser, address: str, complaints: list[str]) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="zh-CN")
    opened.on("console", lambda message: _note(message, complaints))
    opened.on("weberror", lambda error: complaints.append(str(error.error)))
    yield opened
    opened.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Where no script runs."""
    opened = browser.new_context(base_url=address, java_script_enabled=False)
    yield opened
    opened.close()


@pytest.fixture
def stage(page: Page) -> Page:
    visit(page, STAGE)
    return page


def _note(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in ("error", "warning"):
        complaints.append(message.text)
