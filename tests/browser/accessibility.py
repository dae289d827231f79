"""What axe-core finds wrong in a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Each as its rule, how many elements break it, and the first of them; once no colour is on its way to another."""
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((each) => each.finished))")
    response = Axe().run(page).response
    return [
        f"{each['id']}, {len(each['nodes'])} times: {each['nodes'][0]['html'][:300]}" for each in response["violations"]
    ]
