"""What a reader does at the workbench, as the browser tests say it."""

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
#: Ends when ten frames in a row found the page where it was: a section that came into sight takes its own size a frame
#: after it did, and what stands below it moves.
STILL = """() => new Promise((done) => {
  let last = "", frames = 0;
  const look = () => {
    const bench = document.querySelector("#workbench").getBoundingClientRect();
    const now = [scrollY, document.documentElement.scrollHeight, bench.top, bench.height].join();
    frames = now === last ? frames + 1 : 0;
    last = now;
    if (frames < 10) requestAnimationFrame(look); else done();
  };
  look();
})"""
#: One page of each kind that holds a workbench, the control that a reader goes to first, and another of its values.
PAGES = {
    "": (INDICATOR, "ai-firms"),
    "topics/biomed": (INDICATOR, "biomed-growth"),
    "charts/biomed-scale": ("#wb-unit", "middle"),
    "charts/milestones-all": ("#wb-lane", "plan"),
    "explore?i=ai-firms&i=ai-models": ("#workbench input[value='ai-size']", ""),
    "compare": (TOPIC, "biomed"),
}


def settled(page: Page) -> None:
    """Wait until nothing moves any more after the page was scrolled or opened."""
    page.evaluate(STILL)


def start(page: Page) -> None:
    """Show intent and wait until Dash has taken over."""
    page.locator(TOPIC).focus()
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until Dash has taken over."""
    page.locator(DRAWN).first.wait_for(state="visible", timeout=20_000)


def take(page: Page, selector: str, value: str) -> None:
    """Choose at a control, be it a select or a box to be ticked, and wait for what follows."""
    control = page.locator(selector)
    with page.expect_response("**/_dash-update-component"):
        if value:
            control.select_option(value)
        else:
            control.check()
    page.wait_for_timeout(300)


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
