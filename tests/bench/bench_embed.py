"""Bytes and requests of the embeds, and how many a second the app serves. `python -m tests.bench.bench_embed`."""

import argparse
import http.client
import statistics
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from app import urls
from app.model.text import LANGS
from app.server import build
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests.bench.bench_server import PATIENCE, WORKERS, _served
from tests.pages.reading import Reading

EMBED = urls.embed("zh", "ai-models")
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
    client = build(site, scripts()).test_client()
    loads: dict[str, int] = {}
    first: list[float] = []
    more: Mapping[str, int] = {}
    for path in (urls.embed(lang, name) for lang in LANGS for name in site.catalog.charts):
        began = time.perf_counter()
        body = client.get(path, headers=BR).data
        first.append(time.perf_counter() - began)
        loads[path] = len(body)
        if not more:
            page = Reading(client.get(path).text)
            linked = [each.attributes.get("src", "") for each in page.all("script")]
            more = {each: len(client.get(each, headers=BR).data) for each in linked if each}
    shared = sum(more.values())
    ordered = sorted(loads.values())
    print(f"requests of a first load:    {1 + len(more)} (the page and {shared:,} bytes of cached scripts)")
    print(f"bytes of {EMBED}: {loads[EMBED]:,}; with scripts {loads[EMBED] + shared:,} (brotli)")
    print(
        f"bytes over all {len(loads)} embeds, with scripts: median {ordered[len(ordered) // 2] + shared:,}, "
        f"largest {ordered[-1] + shared:,}"
    )
    print(
        f"written for the first time:  {statistics.median(first) * 1000:.0f} ms (median), {max(first) * 1000:.0f} ms (most)"
    )
    print(f"the loader:                  {len(client.get(urls.loader(), headers=BR).data):,} bytes")


def _rate(chosen: argparse.Namespace) -> None:
    with _served(chosen.datasets) as (_, port):
        done: list[float] = []
        threads = [threading.Thread(target=_ask, args=(port, chosen.seconds, done)) for _ in range(chosen.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    done.sort()
    print(
        f"served by {WORKERS} workers:        {len(done) / chosen.seconds:,.0f} a second with {chosen.connections} connections, "
        f"p95 {done[int(len(done) * 0.95)] * 1000:.0f} ms (the asker shares the machine)"
    )


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
