"""The dashboard on a port of its own, for a browser to open."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from app.server import build_server
from app.site import Site
from app.workbench.scripts import scripts


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the tests' own output is what is read."""


@contextmanager
def serve(site: Site) -> Iterator[str]:
    """The address of a running server, without a trailing slash."""
    with serve_app(build_server(site, scripts())) as address:
        yield address


@contextmanager
def serve_app(app: Flask) -> Iterator[str]:
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
