"""The dashboard on a port of its own, for a browser to open; with the frozen data unless others are given."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from app.server import create_app
from app.settings import Settings
from tests.beijing import BEIJING


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the tests' own output is what is read."""


@contextmanager
def live(datasets: Path = BEIJING) -> Iterator[str]:
    """The address of a running server, without a trailing slash."""
    with listening(create_app(Settings(datasets=datasets))) as address:
        yield address


@contextmanager
def listening(app: Flask) -> Iterator[str]:
    """The address of a server for an app that is made already."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
