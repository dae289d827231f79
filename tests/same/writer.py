"""Writes every artefact of the project in the working folder: `python -m tests.same.writer STORE INDEX LIST`.

It runs in folders of other commits too, so it knows of the project only `app.server.create_app`,
`app.settings.Settings` and the commands.
"""

import argparse
import gc
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import brotli
import yaml
from flask.testing import FlaskClient

from tests.same.artefact import Normaliser
from tests.same.crawl import LANGS, first_requests, next_requests
from tests.same.dump import Dump, Store
from tests.same.request import PUBLIC, Request

_FOLDER = Path(__file__).parent
_PROCESSES = 2
_MARK = "X-Data-Version"
#: Where a command writes, in a copy of the data.
_WRITES = {"schema": "datasets/schema", "release": "datasets/releases/2099.01", "bake": "baked"}


@dataclass(frozen=True)
class Writer:
    """Asks one project; what it answers goes into the store."""

    store: Store
    clients: dict[str, FlaskClient]
    normaliser: Normaliser
    looks: tuple[str, ...]

    def write(self, request: Request) -> tuple[dict[str, str], list[Request]]:
        """The artefacts of one request, and the requests that its answer leads to."""
        if request.way == "COMMAND":
            return {name: self.store.put(content) for name, content in self._run(request)}, []
        client = self.clients["PLAIN" if request.way == "PLAIN" else "PUBLIC"]
        answer = client.open(**request.arguments())
        body = answer.get_data()
        name = self.normaliser.body(request.name.encode()).decode()
        written = {f"headers {name}": self.normaliser.headers(answer.status_code, dict(answer.headers), body)}
        if answer.status_code == 404 and request.what in {f"/{lang}/gallery" for lang in LANGS}:
            body = gallery(request.what[1:3]) or body
        written.update(self.normaliser.parts(name, body))
        found = list(next_requests(request, body, self.looks)) if answer.status_code == 200 else []
        return {each: self.store.put(content) for each, content in written.items()}, found

    def _run(self, request: Request) -> Iterator[tuple[str, bytes]]:
        """What a command prints and writes, run on a copy of the data."""
        words = request.what.split(" ")
        with tempfile.TemporaryDirectory() as folder:
            datasets = Path(folder) / "datasets"
            shutil.copytree("tests/data/tiny" if words[0] == "bake" else "datasets", datasets)
            environment = os.environ | {"DATASETS": str(datasets), "PUBLIC_URL": PUBLIC}
            words += [f"{folder}/baked"] if words[0] == "bake" else []
            done = subprocess.run([sys.executable, "-m", "app", *words], capture_output=True, env=environment)
            said = f"status: {done.returncode}\n".encode() + done.stdout + done.stderr
            yield request.name, _without_seconds(self.normaliser.body(said.replace(folder.encode(), b"FOLDER")))
            written = Path(folder) / _WRITES.get(words[0], "nothing")
            for path in sorted(written.rglob("*")):
                if path.is_file() and path.suffix not in (".br", ".gz"):
                    name = f"{request.name}: {path.relative_to(written)}"
                    yield from self.normaliser.parts(self.normaliser.body(name.encode()).decode(), path.read_bytes())


def _without_seconds(said: bytes) -> bytes:
    return b"\n".join(line.rpartition(b", in ")[0] or line for line in said.split(b"\n"))


def gallery(lang: str) -> bytes:
    """The gallery of a project that serves it no longer; empty where it has none."""
    if importlib.util.find_spec("tests.gallery") is None:
        return b""
    written: str = importlib.import_module("tests.gallery").pages(lang)
    return written.encode()


def _open_writer(store: Store) -> Writer:
    # How well an answer is compressed is not compared, and good compression takes most of an embed's time.
    compress = brotli.compress
    brotli.compress = lambda body, **_: compress(body, quality=0)
    from app.server import create_app
    from app.settings import Settings

    servers = {"PUBLIC": Settings(public_url=PUBLIC, contact="desk@figures.example"), "PLAIN": Settings()}
    clients = {name: create_app(settings).test_client() for name, settings in servers.items()}
    version = clients["PUBLIC"].get("/robots.txt").headers[_MARK]
    looks = yaml.safe_load((_FOLDER / "requests.yaml").read_text(encoding="utf-8"))["pictures"]
    return Writer(store, clients, Normaliser(version), tuple(looks))


def write(store: Store, lines: Iterable[str], *, crawl: bool) -> Dump:
    """Ask what the lines say; unless that is all, everything else in rounds: what an answer names is asked next."""
    began = time.monotonic()
    global _writer
    _writer = _open_writer(store)
    gc.freeze()
    gc.set_threshold(50_000)
    version = _writer.clients["PUBLIC"].get("/robots.txt").headers[_MARK]
    artefacts = {"data-version": store.put(version.encode())}
    asked: set[Request] = set()
    pending = {*map(Request.read, lines), *(first_requests(_FOLDER) if crawl else ())}
    with get_context("fork").Pool(_PROCESSES) as pool:
        while pending:
            asked |= pending
            found: set[Request] = set()
            for names, requests in pool.imap_unordered(_write, sorted(pending, key=_slowest_first), chunksize=4):
                artefacts.update(names)
                found.update(requests)
            pending = found - asked if crawl else set()
    lines = sorted(str(each) for each in asked if not each.what.startswith("/assets/"))
    return Dump(store, artefacts, tuple(lines), time.monotonic() - began)


_writer: Any = None


def _write(request: Request) -> tuple[dict[str, str], list[Request]]:
    answer: tuple[dict[str, str], list[Request]] = _writer.write(request)
    return answer


def _slowest_first(request: Request) -> tuple[bool, str]:
    return request.way != "COMMAND", str(request)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("list", type=Path, help="a file with requests, one a line, to be asked besides")
    parser.add_argument("--no-crawl", action="store_true", help="ask only those")
    chosen = parser.parse_args()
    lines = chosen.list.read_text(encoding="utf-8").splitlines()
    write(Store(chosen.store), lines, crawl=not chosen.no_crawl).save(chosen.index)


if __name__ == "__main__":
    main()
