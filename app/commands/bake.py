"""Baking: every address of the site as a file, for any web server or object store to serve without the program."""

import json
import re
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.chart_checks import open_checked_site
from app.commands.bakery import Bakery
from app.model.text import Lang
from app.routes.addresses import addresses
from app.routes.nginx import MISSING, nginx, types
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from app.workbench.scripts import scripts

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
    told = _write(bakery, server, site)
    public_url = site.settings.public_url
    headers = nginx(
        public_url=public_url,
        data_version=site.version,
        released={frozen.version: frozen.release.data_version for frozen in site.releases.ordered},
        attached=sorted(told.attached),
        asking=sorted(told.asking),
    )
    bakery.note("nginx/headers.conf", headers)
    bakery.note("nginx/types.conf", types(told.types))
    return bakery.finish({"data_version": site.version, "public_url": public_url})


def _write(bakery: Bakery, server: Flask, site: Site) -> _BakeLog:
    client, told = server.test_client(), _BakeLog()
    for address in addresses(server.url_map, site):
        _take(bakery, client, address, told)
    for address in sorted(told.assets):
        _take(bakery, client, address, told)
    for address in dict.fromkeys(MISSING.values()):
        _take(bakery, client, address, told, status=HTTPStatus.NOT_FOUND)
    # A server of files alone has no front door that asks for the language.
    bakery.put("/", client.get(Urls(Lang.ZH).root()).data, "text/html")
    return told


def _take(
    bakery: Bakery, client: FlaskClient, address: str, told: _BakeLog, *, status: HTTPStatus = HTTPStatus.OK
) -> None:
    """Put what the address is answered with where it belongs; raises BakeError where the status is another."""
    answer = client.get(address)
    if _asks(answer):
        told.asking.add(address)
        return
    if answer.status_code != status:
        raise BakeError(f"{address} answered {answer.status_code}: {' '.join(answer.text.split())[:300]}")
    mimetype = answer.mimetype or ""
    name = bakery.put(address, answer.data, mimetype).name
    ending = name.partition(".")[2]
    told.assets |= {found.decode() for found in _ASSET.findall(answer.data)} if "html" in mimetype else set()
    # The plain ending (json) comes before one that has another in front of it (csl.json), and keeps its type.
    told.types.setdefault(ending.rpartition(".")[2], answer.content_type or mimetype)
    if "attachment" in answer.headers.get("Content-Disposition", ""):
        told.attached.add(ending)


def _asks(answer: TestResponse) -> bool:
    """Whether the address answers only to a query: its refusal names the part of one that is missing."""
    if answer.status_code != HTTPStatus.BAD_REQUEST or answer.mimetype != "application/json":
        return False
    where: str = json.loads(answer.data)["error"]["where"]
    return where not in ("", "path")
