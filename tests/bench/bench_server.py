"""Start-up, memory and callback times of the real server. `python -m tests.bench.bench_server`."""

import argparse
import http.client
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from app.model.catalog import Catalog
from app.model.text import LANGS
from app.settings import Settings
from app.site import Site
from app.workbench import guard
from tests.bench.generated import generate
from tests.workbench.body import ASKED, body

WORKERS = 2
PATIENCE = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--datasets", type=Path, default=Settings.read().datasets)
    parser.add_argument("--observations", type=int, default=10_000, help="size of the generated data set")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--callbacks", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="how often each start-up is measured")
    chosen = parser.parse_args()
    print(f"start-up, real data:      {_start_up(chosen.datasets, chosen.rounds):.2f} s (best of {chosen.rounds})")
    with tempfile.TemporaryDirectory() as folder:
        large = generate(Path(folder), chosen.observations)
        seconds = _start_up(large, chosen.rounds)
        print(f"start-up, {chosen.observations:,} generated: {seconds:.2f} s (best of {chosen.rounds})")
    _measure_running(chosen)


def _start_up(datasets: Path, rounds: int) -> float:
    """The least time from the command to the first page answered."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        with served(datasets):
            found.append(time.perf_counter() - began)
    return min(found)


def _measure_running(chosen: argparse.Namespace) -> None:
    catalog = Site.open(Settings(datasets=chosen.datasets)).catalog
    with served(chosen.datasets) as (process, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        before = _memory(process)
        _ask(connection, catalog, chosen.requests)
        after = _memory(process)
        print(f"memory (PSS, {WORKERS} workers): {before:.0f} MB; after {chosen.requests:,} requests {after:.0f} MB")
        times = [_callback(connection, catalog, n) for n in range(chosen.callbacks)]
        print(f"one callback:             {statistics.median(times) * 1000:.1f} ms (median of {chosen.callbacks})")


@contextmanager
def served(datasets: Path) -> Iterator[tuple[psutil.Process, int]]:
    """The server's process and port, once it has answered a page."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "serve"],
        env=os.environ | {"DATASETS": str(datasets), "PORT": str(port), "WEB_CONCURRENCY": str(WORKERS)},
        stdout=subprocess.DEVNULL,
    )
    try:
        _await_page(process, port)
        yield psutil.Process(process.pid), port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def _await_page(process: "subprocess.Popen[bytes]", port: int) -> None:
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if process.poll() is not None:
            raise SystemExit("the server ended before it answered")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            if _get(connection, "/zh/") == http.HTTPStatus.OK:
                return
        except ConnectionError:
            time.sleep(0.01)
    raise SystemExit("the server did not answer in time")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _memory(process: psutil.Process) -> float:
    """Megabytes of the whole process tree, what is shared counted once."""
    tree = [process, *process.children(recursive=True)]
    return float(sum(each.memory_full_info().pss for each in tree)) / 1e6


def _ask(connection: http.client.HTTPConnection, catalog: Catalog, requests: int) -> None:
    """Pages of both languages and callbacks, in turn."""
    paths = [f"/{lang}/{rest}" for rest in ("", *(f"topics/{name}" for name in catalog.topics)) for lang in LANGS]
    for n in range(requests):
        if n % 2:
            _callback(connection, catalog, n)
        else:
            _get(connection, paths[n // 2 % len(paths)])


def _get(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _callback(connection: http.client.HTTPConnection, catalog: Catalog, n: int) -> float:
    """Seconds until the panels of the n-th indicator have come."""
    names = list(catalog.indicators)
    name = names[n % len(names)]
    chosen = [["topic", catalog.indicators[name].topic], ["indicator", name]]
    told = json.dumps(body(asked=ASKED | {"chosen": chosen}))
    began = time.perf_counter()
    connection.request("POST", guard.CALLBACK, told, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise SystemExit(f"the callback for {name} answered {answer.status}")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
