"""What every release added, corrected and took away, and what has changed since the last one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.charts.scene import Scene
from app.model.period import Period
from app.model.text import Lang
from app.pages.frame import PageFrame
from app.pages.route import route
from app.quantities.period_text import bare_period_text
from app.releases.changes import change_text, change_text_alone
from app.releases.record import Change, Release
from app.renderers.words import row_heading
from app.strings import word
from app.urls import RULES

_KINDS = ("corrected", "removed", "added")


@dataclass(frozen=True)
class ChangeLine:
    """A change; `id` is what an address can name it by, `href` is empty where there is no evidence any more."""

    id: str
    name: str
    words: str
    href: str
    reason: str


@dataclass(frozen=True)
class ChangeBlock:
    """The changes of one kind."""

    name: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class ChangeChapter:
    """A release, or what is not released yet. `lead` says what it is.

    `date`, and `day`, which is the same in words, are empty for the latter.
    """

    id: str
    name: str
    date: str
    day: str
    lead: str
    blocks: tuple[ChangeBlock, ...]


@dataclass(frozen=True)
class ChangesContent:
    """The newest chapter first."""

    chapters: list[ChangeChapter]


@route(RULES.changes())
def changes_page(page: PageFrame) -> str:
    """The page, the newest first."""
    return page.write(
        "changes.html",
        ChangesContent(
            chapters=_chapters(page),
        ),
        title=word("changes", page.lang),
        description=word("changes_lead", page.lang),
    )


def _chapters(page: PageFrame) -> list[ChangeChapter]:
    """Only the latest change of a figure can be named by an address, for there each id stands once."""
    seen: set[str] = set()
    chapters = _pending(page, seen)
    for frozen in reversed(page.site.releases.ordered):
        chapters.append(_released(page, frozen.release, seen))
    return chapters


def _pending(page: PageFrame, seen: set[str]) -> list[ChangeChapter]:
    latest, pending = page.site.releases.latest, page.site.release_diff.pending
    if latest is None or not pending:
        return []
    lead = word("changes_pending_lead", page.lang).format(version=latest.version)
    return [ChangeChapter("pending", word("changes_pending", page.lang), "", "", lead, _blocks(page, pending, seen))]


def _released(page: PageFrame, release: Release, seen: set[str]) -> ChangeChapter:
    return ChangeChapter(
        id=release.version,
        name=release.version,
        date=release.date.isoformat(),
        day=bare_period_text(Period.parse(release.date.isoformat()), page.lang),
        lead=f"{release.reason[page.lang]}{'' if page.lang is Lang.ZH else ' '}{_summary(page, release)}",
        blocks=_blocks(page, release.changes, seen),
    )


def _summary(page: PageFrame, release: Release) -> str:
    """What the first release holds, or that a later one changed nothing."""
    if page.site.releases.ordered[0].release is release:
        return word("changes_first", page.lang).format(**release.counts.model_dump())
    return "" if release.changes else word("changes_same", page.lang)


def _blocks(page: PageFrame, changes: Iterable[Change], seen: set[str]) -> tuple[ChangeBlock, ...]:
    lines = {kind: tuple(_line(page, each, seen) for each in changes if each.kind == kind) for kind in _KINDS}
    return tuple(ChangeBlock(word(f"change_kind_{kind}", page.lang), ones) for kind, ones in lines.items() if ones)


def _line(page: PageFrame, change: Change, seen: set[str]) -> ChangeLine:
    name = f"{change.noun}-{change.id}"
    is_latest = name not in seen
    seen.add(name)
    return ChangeLine(
        id=name if is_latest else "",
        name=change.name[page.lang],
        words=change_text_alone(change, page.lang),
        href=_href(page, change),
        reason=_reason(change, page.lang),
    )


def _href(page: PageFrame, change: Change) -> str:
    if change.noun == "figure":
        return page.urls.figure(change.id) if change.id in page.site.data else ""
    return page.urls.milestone(change.id) if change.id in page.site.catalog.milestone_by_id else ""


def _reason(change: Change, lang: Lang) -> str:
    if change.kind == "added":
        return ""
    return word("change_reason", lang) + change.reason[lang] if change.reason else word("change_no_reason", lang)


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
