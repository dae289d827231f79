"""How the releases stand against the data of today."""

from collections.abc import Callable

from app.model.text import Text
from app.releases.changes import Figures, Reasons, compare_releases
from app.releases.record import Change
from app.releases.release_archive import ReleaseArchive, ReleasedChart
from app.releases.releases import Releases


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
        found: dict[str, Text] = {}
        for each in later:
            found |= {change.id: change.reason for change in each.release.changes if change.reason}
        return found | dict(self._corrections)
