"""Opening a page, and the states of it that a test waits for; none of them is a time."""

from playwright.sync_api import Frame, Page

#: Ends when ten frames in a row found everything where it was: a section that came into sight takes its own size a
#: frame after it did, and an embed tells its height eight frames after it changed.
_STILL = """() => new Promise((done) => {
  let last = "", frames = 0;
  const look = () => {
    const parts = [...document.querySelectorAll("main, #workbench, iframe")];
    const places = parts.map((each) => each.getBoundingClientRect()).flatMap(({ top, height }) => [top, height]);
    const now = [scrollY, document.documentElement.scrollHeight, ...places].join();
    frames = now === last ? frames + 1 : 0;
    last = now;
    if (frames < 10) requestAnimationFrame(look); else done();
  };
  look();
})"""


def visit(page: Page, address: str) -> None:
    """Open an address and wait until the page's own scripts listen."""
    page.goto(address)
    wait_for_scripts(page)


def reload(page: Page) -> None:
    page.reload()
    wait_for_scripts(page)


def wait_for_scripts(page: Page | Frame) -> None:
    """They come after the first paint, so later than what the browser calls loaded; where none may run, at once."""
    page.locator("html:not([data-scripts=coming])").wait_for(state="attached")


def wait_until_still(page: Page | Frame) -> None:
    """Until nothing moves any more, after the page was opened, scrolled or given another size."""
    page.evaluate(_STILL)
