"""What a presenter does on the stage, as the browser tests say it."""

from urllib.parse import parse_qs

from playwright.sync_api import Page, expect

STAGE = "/zh/present/ai"


SLIDES = 10


def slide(page: Page) -> int:
    """The number in the address; the address leaves out what is usual."""
    return int(query_value(page, "slide") or "1")


def headline(page: Page) -> str:
    return page.locator(".frame.current h2").inner_text()


def query_value(page: Page, name: str) -> str:
    # The browser's own word: what Playwright knows of the address comes a little later.
    query: str = page.evaluate("() => location.search.slice(1)")
    return parse_qs(query).get(name, [""])[0]


def root(page: Page, name: str) -> str:
    value: str = page.evaluate(f"document.documentElement.dataset.{name} ?? ''")
    return value


def open_speaker(page: Page) -> Page:
    page.evaluate("() => { const open = window.open; window.open = (...args) => (window.lastOpened = open(...args)); }")
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator(".desk:visible .link")).not_to_be_empty()
    return opened.value


def close_speaker(page: Page, speaker: Page) -> None:
    """Closes the window, and waits until the stage sees it gone: a name still taken would swallow the next one."""
    speaker.close()
    page.wait_for_function("() => window.lastOpened.closed")


def in_step(one: Page, other: Page, number: int) -> None:
    for page in (one, other):
        page.wait_for_function(f"() => (new URLSearchParams(location.search).get('slide') || '1') === '{number}'")
