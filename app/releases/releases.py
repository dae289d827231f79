"""All releases there are, oldest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.loading.problems import DatasetError, Problem
from app.model.text import LANGS, Lang
from app.releases.record import order
from app.releases.release_archive import ReleaseArchive, ReleasedChart
from app.releases.release_files import CSV, JSON, SVG
from app.urls import Urls

#: What a released chart is given as, by the ending of its address.
ENDINGS = (SVG, "png", CSV, JSON)


@dataclass(frozen=True)
class Releases:
    """The releases in order. Only what they say of themselves is held in memory."""

    ordered: tuple[ReleaseArchive, ...] = ()

    @classmethod
    def open(cls, folder: Path) -> "Releases":
        """Those of a dataset's `releases` folder, which need not be there; raises DatasetError for damaged ones."""
        entries = sorted(folder.iterdir()) if folder.is_dir() else []
        found: list[ReleaseArchive] = []
        problems: list[Problem] = []
        for path in entries:
            try:
                order(path.name)
                found.append(ReleaseArchive.open(path))
            except DatasetError as error:
                problems += error.problems
            except ValueError as error:
                shown = path.relative_to(folder.parents[1]).as_posix()
                problems.append(Problem(shown, 1, 1, "bad-release", str(error)))
        if problems:
            raise DatasetError(problems)
        return cls(tuple(sorted(found, key=lambda each: order(each.version))))

    @cached_property
    def _by_version(self) -> Mapping[str, ReleaseArchive]:
        return {each.version: each for each in self.ordered}

    @property
    def latest(self) -> ReleaseArchive | None:
        return self.ordered[-1] if self.ordered else None

    def chart(self, version: str, lang: Lang, chart_id: str, view_id: str = "") -> ReleasedChart:
        """Raises KeyError for a version that was never released, and for a chart or view that was not in it."""
        return self._by_version[version].chart(lang, chart_id, view_id)

    def addresses(self) -> Iterator[str]:
        """Every address that a release has ever promised: its embeds and files, and the live charts they lead to."""
        for archive in self.ordered:
            for chart_id, views in archive.release.charts.items():
                for view_id in ("", *views):
                    for lang in LANGS:
                        yield Urls(lang).chart(chart_id, view_id)
                        released = Urls(lang, version=archive.version)
                        yield released.embed(chart_id, view_id)
                        yield from (released.chart(chart_id, view_id, format=ending) for ending in ENDINGS)
