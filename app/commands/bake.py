"""Baking: every address of the site as a file, for any web server or object store to serve without the program."""

import gzip
import json
import os
import re
import shutil
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

import brotli
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.chart_checks import open_checked_site
from app.model.text import Lang
from app.routes.crawlers import addresses
from app.routes.nginx import MISSING, nginx, types
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from app.workbench.scripts import scripts

#: What a server serves; beside it stand its settings and the mark.
PUBLIC = "public"
#: The mark of a baked folder, and what it was baked from.
MARK = "baked.json"
_DOCUMENTS = {"text/html": "index.html", "application/json": "index.json"}
#: A tenth more bytes than the best that brotli can, in a tenth of its time.
_BROTLI, _GZIP = 9, 9
#: Pictures, spreadsheets and archives are compressed already, and a small file gains nothing.
_COMPRESSED = (".png", ".xlsx", ".pptx", ".zip")
_SMALL = 256


class NotBakedError(RuntimeError):
    """A folder holds something that was not baked; its text says which, and what to do."""


class Bakery:
    """Fills a new folder beside `folder`; `finish` puts it in place. Until then what was there before is served."""

    def __init__(self, folder: Path) -> None:
        """Raises NotBakedError for a folder that holds something else."""
        self._folder = folder.absolute()
        self._former = _former(self._folder)
        self._new = self._folder.with_name(f".{folder.name}.baking")
        self._pool = ThreadPoolExecutor()
        self._twins: list[Future[None]] = []
        shutil.rmtree(self._new, ignore_errors=True)
        (self._new / PUBLIC).mkdir(parents=True)
        self.addresses: list[str] = []

    def put(self, address: str, body: bytes, mimetype: str) -> Path:
        """Write what stands at an address, and compress it meanwhile; the file, from the root of what is served."""
        name = _name(address, mimetype)
        path = self._new / PUBLIC / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        self.addresses.append(address)
        if len(body) >= _SMALL and path.suffix not in _COMPRESSED:
            self._twins.append(self._pool.submit(_compress, path, body))
        return name

    def note(self, name: str, text: str) -> None:
        """Write a text beside what is served."""
        path = self._new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def finish(self, told: Mapping[str, Any]) -> tuple[int, int]:
        """Put the new folder in place of the earlier one; how many files are in it, and their bytes."""
        self._pool.shutdown()
        for twin in self._twins:
            twin.result()
        assets = sorted(address for address in self.addresses if address.startswith("/assets/"))
        self.note(MARK, json.dumps({**told, "addresses": len(self.addresses), "assets": assets}, indent=2) + "\n")
        made = [path for path in self._new.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in made)
        self._keep()
        self._swap()
        return len(made), size

    def give_up(self) -> None:
        """Leave everything as it was."""
        self._pool.shutdown(cancel_futures=True)
        shutil.rmtree(self._new, ignore_errors=True)

    def _keep(self) -> None:
        """Take over the age of files that are the same, so that a browser's copy stays good; and the assets that the
        pages before named, for those pages are still in caches."""
        for path in [each for each in (self._new / PUBLIC).rglob("*") if each.is_file()]:
            before = self._folder / path.relative_to(self._new)
            if before.is_file() and before.read_bytes() == path.read_bytes():
                os.utime(path, ns=(before.stat().st_atime_ns, before.stat().st_mtime_ns))
        for address in self._former.get("assets", ()):
            for before in (self._folder / PUBLIC / "assets").glob(f"{Path(address).name}*"):
                after = self._new / before.relative_to(self._folder)
                if not after.exists():
                    shutil.copy2(before, after)

    def _swap(self) -> None:
        old = self._folder.with_name(f".{self._folder.name}.before")
        shutil.rmtree(old, ignore_errors=True)
        if self._folder.exists():
            self._folder.rename(old)
        self._new.rename(self._folder)
        shutil.rmtree(old, ignore_errors=True)


def _former(folder: Path) -> Mapping[str, Any]:
    """What an earlier bake told of itself; nothing for a folder that is empty or not there."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    try:
        log: Mapping[str, Any] = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotBakedError(f"{folder} holds something that was not baked; name a new or empty folder") from error
    return log


def _name(address: str, mimetype: str) -> Path:
    """A page is the index of a folder of its name, for a page may stand below another; a file has its own name."""
    name = Path(address.strip("/"))
    return name if name.suffix else name / _DOCUMENTS[mimetype]


def _compress(path: Path, body: bytes) -> None:
    """Write the twins that are smaller than the file."""
    twins = {".br": brotli.compress(body, quality=_BROTLI), ".gz": gzip.compress(body, _GZIP, mtime=0)}
    for ending, small in twins.items():
        if len(small) < len(body):
            path.with_name(path.name + ending).write_bytes(small)


_ASSET = re.compile(rb"/assets/[A-Za-z0-9._/-]+")


class BakeError(RuntimeError):
    """An address did not answer as it must; the text names it and what it said."""


@dataclass(frozen=True)
class BakeReport:
    """What was baked: addresses, files with their compressed twins, the bytes of all, and the seconds it took."""

    addresses: int
    files: int
    size: int
    seconds: float


@dataclass
class _BakeLog:
    """What the answers said besides their bodies.

    Named assets, the media type of each ending, endings to be kept, and addresses that answer only to a query.
    """

    assets: set[str] = field(default_factory=set)
    asking: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)
    attached: set[str] = field(default_factory=set)


def bake(settings: Settings, folder: Path) -> BakeReport:
    """Write the site into a folder that is new, empty or an earlier bake.

    Raises NotBakedError, DatasetError or BakeError; then the folder is as it was.
    """
    began = time.monotonic()
    bakery = Bakery(folder)
    try:
        files, size = _baked(bakery, open_checked_site(settings))
    except BaseException:
        bakery.give_up()
        raise
    return BakeReport(len(bakery.addresses), files, size, time.monotonic() - began)


def _baked(bakery: Bakery, site: Site) -> tuple[int, int]:
    server = build_server(site, scripts())
    log = _write(bakery, server, site)
    public_url = site.settings.public_url
    headers = nginx(
        public_url=public_url,
        data_version=site.version,
        released={frozen.version: frozen.release.data_version for frozen in site.releases.ordered},
        attached=sorted(log.attached),
        asking=sorted(log.asking),
    )
    bakery.note("nginx/headers.conf", headers)
    bakery.note("nginx/types.conf", types(log.types))
    return bakery.finish({"data_version": site.version, "public_url": public_url})


def _write(bakery: Bakery, server: Flask, site: Site) -> _BakeLog:
    client, log = server.test_client(), _BakeLog()
    for address in addresses(server.url_map, site):
        _take(bakery, client, address, log)
    for address in sorted(log.assets):
        _take(bakery, client, address, log)
    for address in dict.fromkeys(MISSING.values()):
        _take(bakery, client, address, log, status=HTTPStatus.NOT_FOUND)
    # A server of files alone has no front door that asks for the language.
    bakery.put("/", client.get(Urls(Lang.ZH).root()).data, "text/html")
    return log


def _take(
    bakery: Bakery, client: FlaskClient, address: str, log: _BakeLog, *, status: HTTPStatus = HTTPStatus.OK
) -> None:
    """Put what the address is answered with where it belongs; raises BakeError where the status is another."""
    answer = client.get(address)
    if _asks(answer):
        log.asking.add(address)
        return
    if answer.status_code != status:
        raise BakeError(f"{address} answered {answer.status_code}: {' '.join(answer.text.split())[:300]}")
    mimetype = answer.mimetype or ""
    name = bakery.put(address, answer.data, mimetype).name
    ending = name.partition(".")[2]
    log.assets |= {href.decode() for href in _ASSET.findall(answer.data)} if "html" in mimetype else set()
    # The plain ending (json) comes before one that has another in front of it (csl.json), and keeps its type.
    log.types.setdefault(ending.rpartition(".")[2], answer.content_type or mimetype)
    if "attachment" in answer.headers.get("Content-Disposition", ""):
        log.attached.add(ending)


def _asks(answer: TestResponse) -> bool:
    """Whether the address answers only to a query: its refusal names the part of one that is missing."""
    if answer.status_code != HTTPStatus.BAD_REQUEST or answer.mimetype != "application/json":
        return False
    where: str = json.loads(answer.data)["error"]["where"]
    return where not in ("", "path")
