"""What a reader does at the workbench, as the browser tests say it."""

from playwright.sync_api import Page

TOPIC = "#wb-topic"
INDICATOR = "#wb-indicator"
DRAWN = "figure[data-panel='series'] .plot .main-svg"


def start(page: Page) -> None:
    """Show intent and wait until Dash has taken over."""
    page.locator(TOPIC).focus()
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until Dash has taken over."""
    page.locator(DRAWN).first.wait_for(state="visible", timeout=20_000)


def choose(page: Page, selector: str, value: str) -> None:
    """Choose an option and wait for the answer that follows from it."""
    with page.expect_response("**/_dash-update-component"):
        page.locator(selector).select_option(value)
    page.wait_for_timeout(300)


def choose_another_topic(page: Page) -> str:
    """The second topic, chosen."""
    value = page.locator(f"{TOPIC} option").nth(1).get_attribute("value") or ""
    choose(page, TOPIC, value)
    return value


def titles(page: Page) -> list[str]:
    """What the three panels are headed by."""
    return page.locator("figure[data-panel] .title").all_inner_texts()
