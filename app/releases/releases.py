"""All releases there are, oldest first, and how each stands against the data of today."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.loading.problems import DatasetError, Problem
from app.model.text import LANGS, Lang, Text
from app.releases.changes import Reasons, compare_releases
from app.releases.figures import Figures
from app.releases.record import Change, order
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
        archives: list[ReleaseArchive] = []
        problems: list[Problem] = []
        for path in entries:
            try:
                order(path.name)
                archives.append(ReleaseArchive.open(path))
            except DatasetError as error:
                problems += error.problems
            except ValueError as error:
                shown = path.relative_to(folder.parents[1]).as_posix()
                problems.append(Problem(shown, 1, 1, "bad-release", str(error)))
        if problems:
            raise DatasetError(problems)
        return cls(tuple(sorted(archives, key=lambda each: order(each.version))))

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


class ReleaseDiff:
    """What has changed since each release; found when it is first asked for, and kept: the data do not change."""

    def __init__(self, releases: Releases, today: Callable[[], Figures], corrections: Reasons) -> None:
        self._releases = releases
        self._today = today
        self._corrections = corrections
        self._since: dict[str, tuple[Change, ...]] = {}

    def since(self, archive: ReleaseArchive) -> tuple[Change, ...]:
        """All that differs between a release and today, with the reasons that were given for it on the way."""
        if archive.version not in self._since:
            self._since[archive.version] = compare_releases(archive.figures(), self._today(), self._reasons(archive))
        return self._since[archive.version]

    def since_chart(self, chart: ReleasedChart) -> tuple[Change, ...]:
        """What was corrected or taken away of the figures that a released chart shows or quotes."""
        view = chart.view
        shown = {("figure", name) for name in view.figures} | {("milestone", name) for name in view.milestones}
        changed = (change for change in self.since(chart.archive) if change.kind != "added")
        return tuple(change for change in changed if (change.noun, change.id) in shown)

    @property
    def pending(self) -> tuple[Change, ...]:
        """What has changed since the last release; nothing where there is none."""
        latest = self._releases.latest
        return self.since(latest) if latest else ()

    def _reasons(self, archive: ReleaseArchive) -> Reasons:
        later = self._releases.ordered[self._releases.ordered.index(archive) + 1 :]
        reasons: dict[str, Text] = {}
        for each in later:
            reasons |= {change.id: change.reason for change in each.release.changes if change.reason}
        return reasons | dict(self._corrections)
