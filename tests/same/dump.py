"""A dump: the names of all artefacts of a commit with the digests of their contents, which all dumps keep together."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path


def request_name(name: str) -> str:
    """The name of the request that an artefact came of: it may be its headers, a part of it, or a file of a command."""
    whole = name.removeprefix("headers ")
    return whole.partition(": ")[0].partition("!")[0] if whole.startswith("COMMAND ") else whole.partition("!")[0]


@dataclass(frozen=True)
class Store:
    """Contents by their digest; what a hundred artefacts or dumps share lies here once."""

    folder: Path

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()[:32]
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{digest}.{id(content)}.new")
            unfinished.write_bytes(content)
            unfinished.replace(path)
        return digest

    def get(self, digest: str) -> bytes:
        return self._path(digest).read_bytes()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest[2:]


@dataclass(frozen=True)
class Dump:
    """What was written of a commit: the digest of each artefact, and all that was asked for."""

    store: Store
    artefacts: Mapping[str, str]
    asked: tuple[str, ...] = ()
    seconds: float = 0.0

    def content(self, name: str) -> bytes:
        return self.store.get(self.artefacts[name])

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        index = {"seconds": self.seconds, "asked": self.asked, "artefacts": dict(sorted(self.artefacts.items()))}
        unfinished = path.with_suffix(".new")
        unfinished.write_text(json.dumps(index, ensure_ascii=False, indent=0), encoding="utf-8")
        unfinished.replace(path)

    @classmethod
    def load(cls, path: Path, store: Store) -> "Dump":
        index = json.loads(path.read_text(encoding="utf-8"))
        return cls(store, index["artefacts"], tuple(index["asked"]), index["seconds"])

    @classmethod
    def of(cls, store: Store, contents: Iterable[tuple[str, bytes]]) -> "Dump":
        return cls(store, {name: store.put(content) for name, content in contents})

    def of_requests(self, names: frozenset[str]) -> "Dump":
        """What came of some of the requests, by their names."""
        artefacts = {name: digest for name, digest in self.artefacts.items() if request_name(name) in names}
        return replace(self, artefacts=artefacts)

    def write_files(self, folder: Path, names: Iterable[str]) -> Iterator[Path]:
        """Artefacts as files under their names, for other tools."""
        for name in names:
            path = folder / name.strip("/").replace("//", "/%2F")
            if len(path.name.encode()) > 200:
                path = path.with_name(f"{path.name[:40]}…{hashlib.sha256(name.encode()).hexdigest()[:12]}")
            if path.is_dir() or name.endswith("/"):
                path /= "index"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.content(name))
            yield path
