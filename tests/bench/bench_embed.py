"""Bytes and requests of the embeds, and how many a second the app serves. `python -m tests.bench.bench_embed`."""

import argparse
import http.client
import statistics
import threading
import time
from pathlib import Path

from flask.testing import FlaskClient

from app.model.text import LANGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import SITE_URLS, Urls
from app.workbench.scripts import scripts
from tests.bench.bench_server import PATIENCE, WORKERS, served
from tests.pages.reading import Reading

EMBED = Urls("zh").embed("ai-models")
BR = {"Accept-Encoding": "br"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--datasets", type=Path, default=Settings.read().datasets)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=5.0)
    chosen = parser.parse_args()
    _sizes(Site.open(Settings(datasets=chosen.datasets)))
    _rate(chosen)


def _sizes(site: Site) -> None:
    client = build_server(site, scripts()).test_client()
    page = Reading(client.get(EMBED).text)
    scripted = [each.attributes["src"] for each in page.all("script") if "src" in each.attributes]
    shared = sum(len(client.get(each, headers=BR).data) for each in scripted)
    loads, times = _write_all(client, site)
    median, most = statistics.median(loads.values()) + shared, max(loads.values()) + shared
    print(f"requests of a first load:   {1 + len(scripted)}, of them scripts {shared:,} bytes, cached for a year")
    print(f"{EMBED}:        {loads[EMBED]:,} bytes, with scripts {loads[EMBED] + shared:,} (brotli)")
    print(f"all {len(loads)}, with scripts:      median {median:,.0f}, most {most:,}")
    print(
        f"written the first time in:  {statistics.median(times) * 1000:.0f} ms (median), {max(times) * 1000:.0f} (most)"
    )
    print(f"the loader:                 {len(client.get(SITE_URLS.loader(), headers=BR).data):,} bytes")


def _write_all(client: FlaskClient, site: Site) -> tuple[dict[str, int], list[float]]:
    """The compressed size of every embed by its path, and how long each took the first time."""
    loads, times = {}, []
    for path in (Urls(lang).embed(name) for lang in LANGS for name in site.catalog.charts):
        began = time.perf_counter()
        loads[path] = len(client.get(path, headers=BR).data)
        times.append(time.perf_counter() - began)
    return loads, times


def _rate(chosen: argparse.Namespace) -> None:
    with served(chosen.datasets) as (_, port):
        done: list[float] = []
        threads = [threading.Thread(target=_ask, args=(port, chosen.seconds, done)) for _ in range(chosen.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    p95 = sorted(done)[int(len(done) * 0.95)] * 1000
    rate = len(done) / chosen.seconds
    print(
        f"served by {WORKERS} workers:       {rate:,.0f} a second to {chosen.connections} connections, p95 {p95:.0f} ms"
    )
    print("                            (the asker is one Python process on the same machine)")


def _ask(port: int, seconds: float, done: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        connection.request("GET", EMBED, headers=BR)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"{EMBED} answered {answer.status}")
        done.append(time.perf_counter() - began)


if __name__ == "__main__":
    main()
