"""Serves the site, and asks a running one whether it answers."""

import errno
import gc
import http.client
import socket
import sys
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from threading import Thread

from flask import Flask
from gunicorn.app.base import Application

from app import assets, pages
from app.chart_checks import open_checked_site
from app.model.catalog import Catalog
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.urls import SITE_URLS
from app.workbench.scripts import scripts

GUNICORN = Path(__file__).parents[2] / "deploy" / "gunicorn.conf.py"


class PortError(OSError):
    """The address cannot be listened on; its text says why and what to do."""


def serve(settings: Settings) -> int:
    """Serve until told to stop; raises DatasetError or PortError before the first worker starts."""
    check_port(settings)
    site = open_checked_site(settings)
    server = _build(site)
    greeting = f"http://{_shown(settings.host)}:{settings.port}/  {summary(site.catalog)}"
    _Gunicorn(server, greeting, site.prepare).run()
    return 0


def develop(settings: Settings) -> int:
    """Serve from one process that starts again whenever code, data, texts or templates change."""
    site = open_checked_site(settings)
    server = _build(site)
    gc.enable()
    _say(f"http://{_shown(settings.host)}:{settings.port}/  {summary(site.catalog)}  (development)")
    server.run(settings.host, settings.port, debug=settings.debug, extra_files=_watched(settings))
    return 0


def summary(catalog: Catalog) -> str:
    """What was loaded, in one line."""
    counts = {
        "sources": len(catalog.sources),
        "indicators": len(catalog.indicators),
        "observations": len(catalog.observations),
        "charts": len(catalog.charts),
    }
    return ", ".join(f"{count} {noun}" for noun, count in counts.items())


def check_port(settings: Settings) -> None:
    """Bind once and let go, so that a taken port is a sentence and not five retries of gunicorn's."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortError(_why(error, settings)) from error


def _why(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {settings.port} on {settings.host} is taken; stop what listens there, or set PORT to another"
    if error.errno == errno.EACCES:
        return f"port {settings.port} needs rights this process does not have; set PORT to 1024 or more"
    return f"cannot listen on {settings.host}, port {settings.port} ({error.strerror or error}); check HOST and PORT"


def _build(site: Site) -> Flask:
    dash_scripts = scripts()
    if dash_scripts.notice:
        _say(dash_scripts.notice)
    return build_server(site, dash_scripts)


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _watched(settings: Settings) -> list[str]:
    folders = (settings.datasets, assets.FOLDER, Path(pages.__file__).parent / "templates")
    return [str(path) for folder in folders for path in folder.rglob("*") if path.is_file()]


class _Gunicorn(Application):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with the settings that deploy/ holds, around a server that is built and warm before the fork.

    `greeting` is printed when it listens, and not before.
    """

    def __init__(self, server: Flask, greeting: str, prepare: Callable[[], None]) -> None:
        self._server = server
        self._prepare = prepare
        self._greeting = greeting
        super().__init__(prog="python -m app serve")

    def init(self, parser: object, options: object, arguments: object) -> None:
        """Nothing comes from the command line."""

    def load_config(self) -> None:
        self.load_config_from_file(str(GUNICORN))
        self.cfg.set("when_ready", lambda _arbiter: self._ready())
        self.cfg.set("post_worker_init", lambda _worker: Thread(target=self._prepare, daemon=True).start())

    def load(self) -> Flask:
        return self._server

    def _ready(self) -> None:
        """Before the first fork: what is loaded stays, so a worker's collector need not touch and thereby copy it."""
        gc.collect()
        gc.freeze()
        gc.enable()
        _say(self._greeting)


#: A server bound to every address answers on the loopback one.
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound to
_PATIENCE = 2.0


def is_alive(settings: Settings) -> bool:
    """Whether `/healthz` answers 200 within two seconds."""
    host = _EVERYWHERE.get(settings.host, settings.host)
    connection = http.client.HTTPConnection(host, settings.port, timeout=_PATIENCE)
    try:
        connection.request("GET", SITE_URLS.health())
        return connection.getresponse().status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
