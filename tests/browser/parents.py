"""Pages of somebody else: a server of another origin whose pages a test writes, with the headers it wants."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: In the head of a page: every message that it hears, in their order.
HEAR = "<script>window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data));</script>"


@dataclass
class Parents:
    """`put` a page and open its address."""

    address: str = ""
    pages: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def put(self, body: str, *, head: str = "", headers: dict[str, str] | None = None) -> str:
        path = f"/{len(self.pages)}"
        html = (
            "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>parent</title><link rel=icon href='data:,'>"
            f"{head}<body>{body}"
        )
        self.pages[path] = (html, headers or {})
        return self.address + path


@contextmanager
def parents() -> Iterator[Parents]:
    """A running server of such pages."""
    running = Parents()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, headers = running.pages.get(self.path, ("", {}))
            self.send_response(200 if html else 404)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *args: object) -> None:
            """Say nothing: the tests' own output is what is read."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    running.address = f"http://localhost:{server.server_port}"
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
