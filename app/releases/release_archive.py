"""One release on the disk: what it says of itself is in memory, its files are read when they are asked for."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from app.charts.scene import Scene
from app.loading.problems import DatasetError, Problem
from app.model.text import Lang
from app.releases.figures import Figures, published_figures
from app.releases.record import FILE, Release
from app.releases.release_files import data_file, drawing_entry, drawing_file, scene_file, unzipped
from app.releases.scene_file import ReleasedView, read_scene


class ReleaseArchive:
    """A release whose files are the ones it names: `open` saw to it."""

    def __init__(self, folder: Path, release: Release) -> None:
        self._folder = folder
        self.release = release
        #: A chart's views by their ids, the default selection under the empty one; a page asks for the same ones again.
        self.views: Callable[[str], Mapping[str, ReleasedView]] = lru_cache(maxsize=4)(self._views)

    @classmethod
    def open(cls, folder: Path) -> "ReleaseArchive":
        """Raises DatasetError where a file is missing, changed or not of this release."""
        release = _release(folder)
        problems = tuple(_damages(folder, release))
        if problems:
            raise DatasetError(problems)
        return cls(folder, release)

    @property
    def version(self) -> str:
        return self.release.version

    def has(self, chart_id: str, view_id: str = "") -> bool:
        views = self.release.charts.get(chart_id)
        return views is not None and (not view_id or view_id in views)

    def chart(self, lang: Lang, chart_id: str, view_id: str = "") -> "ReleasedChart":
        """Raises KeyError for what is not in the release."""
        if not self.has(chart_id, view_id):
            raise KeyError(chart_id)
        return ReleasedChart(self, lang, chart_id, view_id)

    def _views(self, chart_id: str) -> Mapping[str, ReleasedView]:
        return read_scene((self._folder / scene_file(chart_id)).read_text(encoding="utf-8"))

    def drawn(self, chart_id: str, name: str) -> bytes:
        """One of a chart's files, by its name in the zip."""
        return unzipped(self._folder / drawing_file(chart_id), name)

    def figures(self) -> Figures:
        names = ("observations", "milestones")
        return published_figures({name: (self._folder / data_file(name)).read_text(encoding="utf-8") for name in names})

    def unreadable(self) -> Iterator[Problem]:
        """A problem for each chart whose scenes no reader is kept for; it reads all of them."""
        for chart_id in self.release.charts:
            try:
                self.views(chart_id)
            except (ValueError, KeyError) as error:
                yield _problem(self._folder / scene_file(chart_id), self._folder, f"cannot be read: {error}")


@dataclass(frozen=True)
class ReleasedChart:
    """A chart or one of its views in one language, as it was in a release."""

    archive: ReleaseArchive
    lang: Lang
    chart_id: str
    view_id: str

    @property
    def version(self) -> str:
        return self.archive.version

    @property
    def view(self) -> ReleasedView:
        return self.archive.views(self.chart_id)[self.view_id]

    @property
    def scene(self) -> Scene:
        return self.view.scenes[self.lang]

    def drawn(self, ending: str) -> bytes:
        """The bytes that were released under an ending (`SVG` and its kin)."""
        return self.archive.drawn(self.chart_id, drawing_entry(self.lang, self.view_id, ending))


def _release(folder: Path) -> Release:
    path = folder / FILE
    try:
        release = Release.model_validate_json(path.read_bytes())
    except OSError:
        raise DatasetError([_problem(path, folder, f"is missing; every release has a {FILE}")]) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise DatasetError([_problem(path, folder, f"cannot be read: {where}: {first['msg']}")]) from None
    if release.version != folder.name:
        raise DatasetError([_problem(path, folder, f"says it is release {release.version}")])
    return release


def _damages(folder: Path, release: Release) -> Iterator[Problem]:
    present = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted({*release.files, FILE} - set(present)):
        yield _problem(folder / name, folder, "is missing; restore it from the repository")
    for name, path in sorted(present.items()):
        if name == FILE:
            continue
        if name not in release.files:
            yield _problem(path, folder, "is not part of this release; take it away")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != release.files[name]:
            yield _problem(path, folder, "is not what was released; restore it from the repository")


def _problem(path: Path, folder: Path, sentence: str) -> Problem:
    root = folder.parents[1]
    return Problem(path.relative_to(root.parent).as_posix(), 1, 1, "bad-release", f"the file {sentence}")
