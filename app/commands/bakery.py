"""The folder that is baked into: files with their compressed twins, put in place of the earlier ones all at once."""

import gzip
import json
import os
import shutil
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import brotli

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
        told: Mapping[str, Any] = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotBakedError(f"{folder} holds something that was not baked; name a new or empty folder") from error
    return told


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
