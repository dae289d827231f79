"""Names every artefact in which the working tree differs from a commit: `python -m tests.same --base COMMIT`."""

import argparse
import fcntl
import hashlib
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from tests.same.compare import compare, report, show, summary
from tests.same.dump import Dump, Store
from tests.same.request import Request

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
#: Not of a commit: what `make setup` brings.
_BROUGHT = ("static",)
#: To be raised when other things are asked, or written otherwise: dumps of an earlier edition are written anew.
_EDITION = 2
#: Of what takes long, one in so many is asked in a hurry.
_ONE_IN = 6
_LINES = 50


def main() -> int:
    """0 where nothing differs, else 1."""
    chosen = _parser().parse_args()
    kept = _kept()
    store, commit = Store(kept / "store"), _git("rev-parse", "--verify", f"{chosen.base}^{{commit}}")
    base = _dump_of(commit, kept, store)
    index = _own_index(kept)
    if not chosen.again:
        some = [each for each in base.asked if _is_chosen(each, chosen.only, quick=chosen.quick)]
        _write(_ROOT, index, store, some, *(() if len(some) == len(base.asked) else ("--no-crawl",)))
    own = Dump.load(index, store)
    if not set(base.asked) <= set(own.asked):
        base = base.of_requests(frozenset(("data-version", *(Request.read(each).name for each in own.asked))))
    print(f"base {commit[:10]}: {len(base.artefacts):,} artefacts; here: {len(own.artefacts):,}, {own.seconds:.0f} s")
    if chosen.out:
        _write_folders(base, own, chosen.out)
    if chosen.show:
        print("\n".join(show(base, own, chosen.show)))
        return int(base.artefacts.get(chosen.show) != own.artefacts.get(chosen.show))
    differences = compare(base, own)
    if differences:
        path = index.with_suffix(".txt")
        path.write_text(report(differences), encoding="utf-8")
        print("\n".join(summary(differences, _LINES)))
        print(f"{len(differences)} differ; all of them: {path}\nOne of them: --again --show NAME")
    else:
        print("no artefact differs")
    return int(bool(differences))


def _is_chosen(line: str, only: str, *, quick: bool) -> bool:
    """Whether a request is asked: its name fits, and where it must be quick it is one of a few alike."""
    name = Request.read(line).name
    return fnmatch(name, only) and (not quick or zlib.crc32(line.encode()) % _ONE_IN == 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.same", description=__doc__)
    parser.add_argument("--base", default="HEAD", help="the commit to compare with (HEAD)")
    parser.add_argument("--only", default="*", help="ask for these artefacts only: a pattern such as '*.svg*'")
    parser.add_argument("--quick", action="store_true", help=f"ask for one in {_ONE_IN} only")
    parser.add_argument("--show", metavar="NAME", help="print how one artefact differs, line by line")
    parser.add_argument("--again", action="store_true", help="do not write the working tree's artefacts anew")
    parser.add_argument("--out", type=Path, help="a new folder for what differs, as files in base/ and own/")
    return parser


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=_ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _kept() -> Path:
    """Where dumps lie, for all working trees of the repository together."""
    folder = Path(_git("rev-parse", "--path-format=absolute", "--git-common-dir")).parent / "build" / "same"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _own_index(kept: Path) -> Path:
    return kept / f"tree-{_ROOT.name}-{hashlib.sha256(str(_ROOT).encode()).hexdigest()[:6]}.json"


def _dump_of(commit: str, kept: Path, store: Store) -> Dump:
    """What a commit writes: kept from an earlier run of the same writer, or written now."""
    index = kept / commit[:12] / f"{_EDITION}.json"
    with (kept / f"{commit[:12]}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another working tree may be writing the same
        if not index.exists():
            print(f"writing the artefacts of {commit[:10]} …", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                _export(commit, Path(folder))
                _write(Path(folder), index, store, ())
    return Dump.load(index, store)


def _export(commit: str, folder: Path) -> None:
    """A commit's files, with the writer of today and the libraries that are here."""
    archive = folder / "commit.tar"
    _git("archive", "--format=tar", f"--output={archive}", commit)
    shutil.unpack_archive(archive, folder)
    archive.unlink()
    shutil.rmtree(folder / "tests" / "same", ignore_errors=True)
    shutil.copytree(_HERE, folder / "tests" / "same")
    for name in _BROUGHT:
        if (_ROOT / name).exists():
            (folder / name).symlink_to((_ROOT / name).resolve())


def _write(root: Path, index: Path, store: Store, lines: Iterable[str], *options: str) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as asked:
        asked.write("\n".join(lines))
        asked.flush()
        words = ["-m", "tests.same.writer", str(store.folder), str(index), asked.name, *options]
        subprocess.run([sys.executable, *words], cwd=root, check=True)


def _write_folders(base: Dump, own: Dump, folder: Path) -> None:
    names = {each.name for each in compare(base, own)}
    for side, dump in (("base", base), ("own", own)):
        for _ in dump.write_files(folder / side, sorted(names & dump.artefacts.keys())):
            pass


if __name__ == "__main__":
    sys.exit(main())
