"""What hosting costs: a baked embed from nginx, a live one from gunicorn, pictures, and the time until a chart is seen.

`python -m tests.bench.bench_hosting BAKED`, where BAKED was made by `python -m app bake BAKED`. Needs wrk and nginx.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from app.commands.bake import Bakery
from app.model.text import LANGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from app.workbench.scripts import scripts
from tests.bench.bench_server import WORKERS, served
from tests.browser.chromium import chromium
from tests.deploy.nginx import fronted

EMBED = Urls("zh").embed("ai-models")
_CONNECTIONS = 16
#: A phone on a slow network, as DevTools throttles it: bytes a second, milliseconds, and how much slower its processor.
_PHONE = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "latency": 150}
_SLOWER = 4
#: When the drawing of this width has been painted, in milliseconds since the navigation began.
_SEEN = """() => new Promise((seen) => {
  const check = () => [...document.querySelectorAll("svg")].some((each) => each.getBoundingClientRect().height > 100)
    ? requestAnimationFrame(() => setTimeout(() => seen(performance.now()))) : requestAnimationFrame(check);
  check();
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("baked", type=Path)
    parser.add_argument("--datasets", type=Path, default=Settings.read().datasets)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    site = Site.open(Settings(datasets=chosen.datasets))
    client = build_server(site, scripts()).test_client()
    _rates(chosen)
    _pictures(client, sorted(site.catalog.charts)[::4])
    _visible(chosen, client)


def _rates(chosen: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder, fronted(chosen.baked, Path(folder)) as port:
        print(f"baked embed, nginx, 1 worker:    {_wrk(port, chosen.seconds)}")
    with served(chosen.datasets) as (_, port):
        print(f"live embed, gunicorn, {WORKERS} workers: {_wrk(port, chosen.seconds)}")


def _wrk(port: int, seconds: int) -> str:
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not there; apt-get install wrk")
    asked = ["wrk", "-t1", f"-c{_CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: br"]
    told = subprocess.run(
        [*asked, f"http://127.0.0.1:{port}{EMBED}"], capture_output=True, text=True, check=True
    ).stdout
    rate, slow = re.search(r"Requests/sec:\s+([\d.]+)", told), re.search(r"99%\s+(\S+)", told)
    if rate is None or slow is None or "Non-2xx" in told:
        raise SystemExit(told)
    return f"{float(rate[1]):,.0f} a second to {_CONNECTIONS} connections, p99 {slow[1]}"


def _pictures(client: FlaskClient, names: list[str]) -> None:
    """Every fourth chart in each of its pictures."""
    for ending in ("png", "card.png", "square.png", "wechat.zip"):
        times = []
        for lang in LANGS:
            for name in names:
                began = time.perf_counter()
                client.get(Urls(lang).chart(name, format=ending))
                times.append((time.perf_counter() - began) * 1000)
        p95 = sorted(times)[int(len(times) * 0.95)]
        print(f"{ending + ':':<32} median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, of {len(times)}")


def _visible(chosen: argparse.Namespace, client: FlaskClient) -> None:
    """Alternately, so that what else the machine does falls on both."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        _write_by_hand(client, folder / "site", chosen.baked)
        (folder / "hand").mkdir()
        (folder / "ours").mkdir()
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with (
            fronted(folder / "site", folder / "hand") as hand,
            fronted(chosen.baked, folder / "ours") as ours,
        ):
            found: dict[int, list[float]] = {hand: [], ours: []}
            for _ in range(chosen.rounds):
                for port, times in found.items():
                    times.append(_seen(browser, f"http://127.0.0.1:{port}{EMBED}"))
        browser.close()
    by_hand, embed = (statistics.median(times) for times in found.values())
    print(
        f"seen on a slow phone:            by hand {by_hand:.0f} ms, embed {embed:.0f} ms, {embed / by_hand:.2f} times"
    )


def _write_by_hand(client: FlaskClient, folder: Path, baked: Path) -> None:
    """A page as one would write it by hand around the same drawing, at one width, served in the same way."""
    drawing = client.get(Urls("zh").chart("ai-models", format="svg") + "?width=396").text
    html = (
        "<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>图</title><link rel=icon href='data:,'><body>{drawing}"
    )
    bakery = Bakery(folder)
    bakery.put(EMBED, html.encode(), "text/html")
    bakery.put("/robots.txt", b"", "text/plain")
    for each in (baked / "nginx").iterdir():
        bakery.note(f"nginx/{each.name}", each.read_text())
    bakery.finish({})


def _seen(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _PHONE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto(address, wait_until="commit")
    seen = float(page.evaluate(_SEEN))
    context.close()
    return seen


if __name__ == "__main__":
    main()
