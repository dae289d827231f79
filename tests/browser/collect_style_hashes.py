"""Collect the hashes of all style sheets that scripts insert, and write them where the policy reads them.

Run `python -m tests.browser.collect_style_hashes` after Dash or Plotly has changed.
"""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

from app.inline import PAGE, source_hash
from app.routes.headers import STYLE_HASHES, STYLE_HASHES_FILE
from app.urls import Urls
from app.workbench.scripts import BASIC_BUNDLE, PLOTLY, scripts
from tests import beijing
from tests.browser.chromium import chromium
from tests.browser.page_state import visit
from tests.browser.server import serve
from tests.browser.workbench import choose_another_topic, expect_answer, start, wait_until_drawn


def main() -> None:
    small, full = (_collect(bundle) for bundle in (BASIC_BUNDLE, Path()))
    hashes = small | full
    STYLE_HASHES_FILE.write_text(_text(sorted(hashes)), encoding="utf-8")
    print(f"{STYLE_HASHES_FILE}: {len(hashes)} hashes")


def _text(hashes: list[str]) -> str:
    content = {"collected_by": "python -m tests.browser.collect_style_hashes", "hashes": hashes}
    return json.dumps(content, indent=2) + "\n"


def _collect(bundle: Path) -> set[str]:
    """What Chromium says it has refused while the workbench starts, is used, and changes its theme."""
    plotly = scripts(bundle).bodies[PLOTLY]
    refused: list[str] = []
    with serve(beijing.site()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.route(address + Urls("zh").root(), _without_hashes)
        page.route("**/assets/plotly.*.js", lambda route: route.fulfill(body=plotly, content_type="text/javascript"))
        page.on("console", lambda message: refused.append(message.text))
        visit(page, address + Urls("zh").root())
        _tour(page)
        browser.close()
    return set(re.findall(r"a hash \('(sha256-[^']+)'\)", " ".join(refused)))


def _without_hashes(route: Route) -> None:
    """The page with its own style and scripts alone allowed."""
    answer = route.fetch()
    policy = answer.headers["content-security-policy"]
    for hash_ in set(STYLE_HASHES) - {source_hash(PAGE.style)}:
        policy = policy.replace(f" {hash_}", "")
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})


def _tour(page: Page) -> None:
    start(page)
    choose_another_topic(page)
    with expect_answer(page):
        page.locator("[data-theme-switch]").click()
    wait_until_drawn(page)
    page.locator(".plot:visible").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".hoverlayer .hovertext").first.wait_for()


if __name__ == "__main__":
    main()
