"""One answer of the project as texts that can be compared: normalised, and by parts where it is an archive."""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

_ASSET = re.compile(rb"(/assets/[\w./-]{1,120}?)\.[0-9a-f]{16}(?=\.\w)")
_INLINE = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
_TAG = re.compile(r'"[^"]*"')
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
_PNG = b"\x89PNG\r\n\x1a\n"
#: Of the bytes as they are sent, which normalising and compression change; Date is the clock's.
_UNCOMPARED = {"date"}


class Normaliser:
    """Takes out of texts what may differ between commits: hashes of assets and inline pieces, the data's version."""

    def __init__(self, data_version: str) -> None:
        self._version = data_version.encode()

    def body(self, body: bytes) -> bytes:
        return _ASSET.sub(rb"\1.HASH", body).replace(self._version, b"DATA-VERSION")

    def headers(self, status: int, headers: Mapping[str, str], body: bytes) -> bytes:
        """The status and every header, one a line."""
        named = sorted((name.lower(), value) for name, value in headers.items())
        lines = [f"{name}: {self._header(name, value, body)}" for name, value in named if name not in _UNCOMPARED]
        return self.body("\n".join((f"status: {status}", *lines)).encode())

    @staticmethod
    def _header(name: str, value: str, body: bytes) -> str:
        """What says no more than the body does is not said again."""
        if name == "content-security-policy":
            return _INLINE.sub("'sha256-HASH'", value)
        if name == "allow":  # a set, which Python orders anew in each run
            return ", ".join(sorted(value.split(", ")))
        if name == "content-length" and value == str(len(body)):
            return "that of the body"
        return _TAG.sub('"HASH"', value) if name == "etag" else value

    def parts(self, name: str, body: bytes) -> Iterator[tuple[str, bytes]]:
        """The artefacts of a body, each with its name: one, or one a part and a list of them for an archive."""
        if body.startswith(_ARCHIVES):
            yield from self._archive(name, body)
        elif body.startswith(_PNG):
            yield name, self.body(b"\n".join(_picture(body)))
        elif b"\0" in body[:1000]:
            yield name, _digest(body)
        else:
            yield name, self.body(body)

    def _archive(self, name: str, body: bytes) -> Iterator[tuple[str, bytes]]:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = archive.infolist()
            listed = [f"{each.filename} {each.date_time} {each.compress_type} {each.comment!r}" for each in members]
            yield f"{name}!", "\n".join(listed).encode()
            for each in members:
                yield from self.parts(f"{name}!{each.filename}", archive.read(each))


def _picture(body: bytes) -> Iterator[bytes]:
    """A PNG's chunks, its pixels as a digest: how well they were compressed is not compared."""
    pixels, at = [], len(_PNG)
    while at < len(body):
        length, kind = int.from_bytes(body[at : at + 4], "big"), body[at + 4 : at + 8]
        content = body[at + 8 : at + 8 + length]
        at += length + 12
        if kind == b"IDAT":
            pixels.append(content)
        elif kind == b"IHDR":
            yield b"IHDR " + content.hex().encode()
        else:
            yield kind + b" " + content
    yield b"pixels " + _digest(zlib.decompress(b"".join(pixels)))


def _digest(body: bytes) -> bytes:
    return f"{len(body)} bytes, sha256 {hashlib.sha256(body).hexdigest()}".encode()
