"""How soon the first slide is seen, beside a page written by hand of it alone; and what a slide's change costs.

`python -m tests.bench.bench_stage`. Both come from one server, compressed alike; line and processor are slowed as
DevTools do it, and the two take turns, so that what else the machine does falls on both.
"""

import argparse
import re
import statistics
from typing import Any

import brotli
from flask import Flask, Response
from playwright.sync_api import Browser, sync_playwright

from app import stage_head
from app.model.text import LANGS, Lang
from app.server import create_app
from app.settings import Settings
from app.urls import Urls
from tests.browser.chromium import chromium
from tests.browser.page_state import visit
from tests.browser.server import serve_app

#: The story's name of the page by hand: an address of a stage, where a policy stands that lets the stage's style in.
_HAND = "by-hand"
#: Kilobits a second, milliseconds there and back, and how much slower the processor is.
_PROFILES = {"loopback": (0, 0, 1), "office": (10_000, 40, 1), "mobile": (1_600, 150, 4)}
#: Runs before the page: tells when the frame in which a headline has a box has been painted.
_WATCH = """window.seen = new Promise((seen) => {
  const painted = new MessageChannel();
  painted.port1.onmessage = () => seen(performance.now());
  const check = () => [...document.querySelectorAll("h2")].some((each) => each.getBoundingClientRect().height > 0)
    ? painted.port2.postMessage(0) : requestAnimationFrame(check);
  requestAnimationFrame(check);
})"""
#: The script's own time for a slide's change, and the time until it is painted.
_CHANGE = """() => new Promise((told) => {
  const began = performance.now();
  dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
  const script = performance.now() - began;
  requestAnimationFrame(() => setTimeout(() => told([script, performance.now() - began])));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", default="beijing-overview")
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    server = create_app(Settings.read())
    for lang in LANGS:
        _add_by_hand(server, lang, chosen.story)
    with serve_app(server) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, profile in _PROFILES.items():
            for lang in LANGS:
                pages = [address + Urls(lang).stage(story) for story in (_HAND, chosen.story)]
                taken = [[_seen(browser, page, profile) for page in pages] for _ in range(chosen.rounds)]
                hand, ours = (statistics.median(times) for times in zip(*taken, strict=True))
                print(f"first slide, {name} {lang}: by hand {hand:.0f} ms, ours {ours:.0f} ms, {ours / hand:.2f} times")
        _tell_changes(browser, f"{address}{Urls('zh').stage(chosen.story)}")
        browser.close()


def _add_by_hand(server: Flask, lang: Lang, story: str) -> None:
    """The first slide and its style alone, as one would write the page by hand."""
    html = server.test_client().get(Urls(lang).stage(story)).text
    slide = next(
        each for each in re.findall(r"<section .*?</section>", html, re.DOTALL) if f'data-lang="{lang}"' in each
    )
    bare = re.sub(r'<aside.*?</aside>|<div class="tile">.*?</div>', "", slide, flags=re.DOTALL)
    page = (
        f'<!doctype html><html lang="{lang}" data-lang="{lang}"><meta charset=utf-8><link rel=icon href="data:,">'
        f'<meta name=viewport content="width=device-width"><title>1</title><style>{stage_head.style()}</style>{bare}'
    )
    body = brotli.compress(page.encode())
    headers = {"Content-Encoding": "br", "Content-Type": "text/html; charset=utf-8"}
    server.view_functions[f"{_HAND}-{lang}"] = lambda: Response(body, headers=headers)
    server.url_map.add(server.url_rule_class(Urls(lang).stage(_HAND), endpoint=f"{_HAND}-{lang}", methods=["GET"]))


def _seen(browser: Browser, address: str, profile: tuple[int, int, int]) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    session = context.new_cdp_session(page)
    speed, latency, slower = profile
    if speed:
        line: dict[str, Any] = {"offline": False, "downloadThroughput": speed * 125, "uploadThroughput": speed * 60}
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", line | {"latency": latency})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.add_init_script(_WATCH)
    page.goto(address)
    seen = float(page.evaluate("window.seen"))
    context.close()
    if complaints:
        raise RuntimeError(f"{address} is not what it should be, so its time says nothing: {complaints}")
    return seen


def _tell_changes(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, address)
    taken = [page.evaluate(_CHANGE) for _ in range(20)]
    scripts, painted = zip(*taken, strict=True)
    print(
        f"a slide's change: script median {statistics.median(scripts):.1f} ms, longest {max(scripts):.1f} ms;"
        f" painted after {statistics.median(painted):.0f} ms, longest {max(painted):.0f} ms"
    )
    page.close()


if __name__ == "__main__":
    main()
