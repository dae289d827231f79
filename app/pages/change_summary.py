"""What has changed since a chart was released, in one line."""

from collections import Counter

from app.charts.scene import Scene
from app.releases.change_text import change_text, change_text_alone
from app.releases.record import Change
from app.renderers.table import row_heading
from app.strings import word

#: A line tells so many changes; of more it gives the number.
_MOST = 3


def change_summary(changes: tuple[Change, ...], scene: Scene) -> str:
    """超2,400 → 超2,800家: named where the old words do not stand in the chart exactly once. Empty without changes."""
    labels = Counter(point.label.text for _, point in row_heading(scene))
    parts = [_told(change, scene, labels) for change in changes[:_MOST]]
    rest = len(changes) - len(parts)
    more = [word("changes_more", scene.lang).format(count=rest)] if rest else []
    return word("changes_between", scene.lang).join([*parts, *more])


def _told(change: Change, scene: Scene, labels: Counter[str]) -> str:
    old = change.before[scene.lang] if change.before else ""
    return change_text_alone(change, scene.lang) if labels[old] == 1 else change_text(change, scene.lang)
