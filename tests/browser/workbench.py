"""What a reader does at the workbench, as the browser tests say it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

TOPIC = "#wb-topic"
INDICATOR = "#wb-indicator"
DRAWN = "figure[data-panel] .plot .main-svg"


#: Installed before anything else runs: layout shifts that no input explains, and refusals by the policy.
WATCH = """
window.shifted = 0;
window.refused = [];
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shifted += e.value; })
  .observe({ type: "layout-shift", buffered: true });
addEventListener("securitypolicyviolation", (e) => window.refused.push(e.violatedDirective + " " + e.blockedURI));
"""
#: Hears when an answer has been written into the page.
HEAR = """() => {
  window.written = false;
  addEventListener("written", () => { window.written = true; }, { once: true });
}"""
#: One page of each kind that holds a workbench, the control that a reader goes to first, and another of its values.
PAGES = {
    "": (INDICATOR, "ai-firms"),
    "topics/biomed": (INDICATOR, "biomed-growth"),
    "charts/biomed-scale": ("#wb-unit", "middle"),
    "charts/milestones-all": ("#wb-lane", "plan"),
    "explore?i=ai-firms&i=ai-models": ("#workbench input[value='ai-size']", ""),
    "compare": (TOPIC, "biomed"),
}


def start(page: Page) -> None:
    """Show intent and wait until Dash has taken over."""
    page.locator(TOPIC).focus()
    wait_until_drawn(page)


def take(page: Page, selector: str, value: str) -> None:
    """Choose at a control, be it a select or a box to be ticked, and wait for what follows."""
    control = page.locator(selector)
    with expect_answer(page):
        if value:
            control.select_option(value)
        else:
            control.check()


def choose(page: Page, selector: str, value: str) -> None:
    """Choose an option and wait for the answer that follows from it."""
    with expect_answer(page):
        page.locator(selector).select_option(value)


@contextmanager
def expect_answer(page: Page) -> Iterator[None]:
    """What is done inside has its answer written into the page at the end."""
    page.evaluate(HEAR)
    yield
    page.wait_for_function("() => window.written")


def choose_another_topic(page: Page) -> str:
    """The second topic, chosen."""
    value = page.locator(f"{TOPIC} option").nth(1).get_attribute("value") or ""
    choose(page, TOPIC, value)
    return value


def wait_until_drawn(page: Page) -> None:
    """Wait until Plotly has drawn every panel, those out of sight too."""
    page.locator(DRAWN).first.wait_for()
    page.wait_for_function("() => !document.querySelector('figure[data-panel] .w')")


def titles(page: Page) -> list[str]:
    """What the three panels are headed by."""
    return page.locator("figure[data-panel] .title").all_inner_texts()
