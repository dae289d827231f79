"""The tiny data set baked, served by the real nginx with the program stopped, and with it running."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.commands.bake import bake
from app.settings import Settings
from app.site import Site
from tests.deploy.nginx import fronted
from tests.deploy.response import Response, fetch
from tests.loading.tiny import copy
from tests.releases.conftest import change, released

PUBLIC = "https://figures.example"


@dataclass(frozen=True)
class Front:
    """A running nginx."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> Response:
        """One request, as it is written; a header's name has `_` for `-`."""
        return fetch(self.port, path, method=method, headers=headers)


@pytest.fixture(scope="session")
def files(baked: Path) -> Iterator[str]:
    """The address of a server that knows nothing but files."""
    handler = partial(Quiet, directory=str(baked / "public"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing: the tests' own output is what is read."""

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The tiny data set with a release of its own, after which a figure was corrected."""
    root = copy(tmp_path_factory.mktemp("released"))
    released(root)
    change(root)
    return Settings(datasets=root, public_url=PUBLIC)


@pytest.fixture(scope="session")
def site(settings: Settings) -> Site:
    return Site.open(settings)


@pytest.fixture(scope="session")
def baked(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baked") / "site"
    bake(settings, folder)
    return folder


@pytest.fixture(scope="session")
def stopped(baked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """In front of nothing: nobody listens where the program would."""
    with fronted(baked, tmp_path_factory.mktemp("stopped")) as port:
        yield Front(port)
