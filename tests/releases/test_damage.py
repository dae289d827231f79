"""A damaged release is told with its path before anything is served."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.chart_checks import open_checked_site
from app.commands.check import report
from app.loading.problems import DatasetError
from app.settings import Settings
from app.site import Site

FOLDER = "datasets/releases/2026.11"


def damage(path: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        file = root / "releases" / "2026.11" / path
        assert old in file.read_bytes()
        file.write_bytes(file.read_bytes().replace(old, new, 1))

    return do


def take_away(path: str) -> Callable[[Path], None]:
    return lambda root: (root / "releases" / "2026.11" / path).unlink()


def add(path: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / "releases" / path).write_text("x", encoding="utf-8")

    return do


def rename(root: Path) -> None:
    (root / "releases" / "2026.11").rename(root / "releases" / "2026.10")


DAMAGED: list[tuple[Callable[[Path], None], str]] = [
    (damage("charts/firms-series.json", b"2,400", b"2,500"), f"{FOLDER}/charts/firms-series.json:1:1: [bad-release]"),
    (damage("charts/firms-series.zip", b"PK", b"PX"), f"{FOLDER}/charts/firms-series.zip:1:1: [bad-release]"),
    (damage("data/observations.csv", b"2400", b"2500"), f"{FOLDER}/data/observations.csv:1:1: [bad-release]"),
    (take_away("charts/share-bars.zip"), f"{FOLDER}/charts/share-bars.zip:1:1: [bad-release] the file is missing"),
    (take_away("release.json"), f"{FOLDER}/release.json:1:1: [bad-release] the file is missing"),
    (damage("release.json", b"{", b"["), f"{FOLDER}/release.json:1:1: [bad-release] the file cannot be read"),
    (damage("release.json", b'"counts"', b'"count"'), f"{FOLDER}/release.json:1:1: [bad-release] the file cannot"),
    (damage("release.json", b"2026.11", b"2026.12"), "says it is release 2026.12"),
    (rename, "says it is release 2026.11"),
    (add("2026.11/notes.txt"), f"{FOLDER}/notes.txt:1:1: [bad-release] the file is not part of this release"),
    (add("draft"), "datasets/releases/draft:1:1: [bad-release] 'draft' is not a version"),
]


@pytest.mark.parametrize(("break_it", "told"), DAMAGED)
def test_a_damaged_release_is_told_with_its_path(once: Path, break_it: Callable[[Path], None], told: str) -> None:
    break_it(once)
    with pytest.raises(DatasetError) as refusal:
        Site.open(Settings(datasets=once))
    assert told in str(refusal.value)
    assert told in "\n".join(report(Settings(datasets=once), None))


def test_a_scene_version_without_a_reader_is_told_by_check(once: Path) -> None:
    folder = once / "releases" / "2026.11"
    path = folder / "charts" / "share-bars.json"
    old = digest(path)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"scene_version": 2', '"scene_version": 9'), encoding="utf-8"
    )
    replace(folder / "release.json", old, digest(path))
    (told,) = report(Settings(datasets=once), None)
    assert told.startswith(f"{FOLDER}/charts/share-bars.json:1:1: [bad-release]")
    assert "scene_version 9 is not known here" in told


def test_the_server_does_not_start_with_one(once: Path) -> None:
    damage("charts/firms-series.json", b"2,400", b"2,500")(once)
    with pytest.raises(DatasetError, match=re.escape(f"{FOLDER}/charts/firms-series.json:1:1")):
        open_checked_site(Settings(datasets=once))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
