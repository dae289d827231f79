"""Scripts and styles under names that change with their content, so that a browser may keep them for a year."""

import gzip
import hashlib
import mimetypes
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

import brotli
from flask import Response, request

from app.urls import SITE_URLS

FOLDER = Path(__file__).parents[1] / "assets"
#: Quality 5 takes 0.1 s for all scripts together and is within a tenth of what 11 reaches in 10 s.
BROTLI_QUALITY = 5
_COMPRESSED = {".js", ".css", ".svg", ".json", ".webmanifest", ".html"}


@dataclass(frozen=True)
class Asset:
    """One file, as bytes; `name` is what templates and scripts call it."""

    name: str
    body: bytes
    quality: int = BROTLI_QUALITY

    @cached_property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:16]

    @cached_property
    def href(self) -> str:
        return SITE_URLS.asset(self.name, self.fingerprint)

    @cached_property
    def mimetype(self) -> str:
        guess, _ = mimetypes.guess_type(self.name)
        return guess or "application/octet-stream"

    @cached_property
    def encodings(self) -> Mapping[str, bytes]:
        """The body by content encoding, the best first; empty for formats that are compressed already."""
        if Path(self.name).suffix not in _COMPRESSED:
            return {}
        return {
            "br": brotli.compress(self.body, quality=self.quality),
            "gzip": gzip.compress(self.body, 6, mtime=0),
        }


def read(path: Path) -> bytes:
    """A file as it is served: a script without its lines of comment, which are for us and a fifth of its bytes."""
    body = path.read_bytes()
    return re.sub(rb"(?m)^[ \t]*//.*\n", b"", body) if path.suffix == ".js" else body


class Assets:
    """All assets, by name and by the address they are served under."""

    def __init__(self, bodies: Mapping[str, bytes]) -> None:
        self._by_name = {name: Asset(name, body) for name, body in bodies.items()}
        self._by_href = {asset.href: asset for asset in self._by_name.values()}

    @classmethod
    def open(cls, folder: Path = FOLDER, *, others: Mapping[str, bytes] | None = None) -> "Assets":
        """The files of a folder (its icons included) and `others` beside them."""
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        return cls({name: read(path) for name, path in files.items()} | dict(others or {}))

    def href(self, name: str) -> str:
        """The address of an asset; a name that does not exist is a mistake in the program and raises KeyError."""
        return self._by_name[name].href

    def at(self, href: str) -> Asset:
        """The asset served at an address; raises KeyError when the name or its fingerprint is not ours."""
        return self._by_href[href]

    def compress(self) -> None:
        """Compress everything now, so that the workers share it instead of each doing it at a first request."""
        for asset in self._by_name.values():
            len(asset.encodings)


class WrittenPages:
    """Pages written and compressed once, whatever their query: those asked for last, by their path."""

    def __init__(self, most: int = 512) -> None:
        self._most = most
        self._written: OrderedDict[str, Asset] = OrderedDict()
        self._lock = Lock()

    def get(self, path: str, write: Callable[[], str], quality: int) -> Asset:
        with self._lock:
            if path in self._written:
                self._written.move_to_end(path)
                return self._written[path]
        asset = Asset("page.html", write().encode(), quality)
        with self._lock:
            self._written[path] = asset
            if len(self._written) > self._most:
                self._written.popitem(last=False)
        return asset


def file_response(asset: Asset) -> Response:
    """The body in the best encoding that is asked for."""
    encoding = request.accept_encodings.best_match(asset.encodings)
    response = Response(asset.encodings[encoding] if encoding else asset.body, mimetype=asset.mimetype)
    if encoding:
        response.content_encoding = encoding
    response.vary.add("Accept-Encoding")
    response.set_etag(f"{asset.fingerprint}{encoding or ''}")
    return response
