"""What a reader should know of a chart's figures: dates worked out, other readings, definitions that differ."""

from collections.abc import Iterable

from app.charts.scene import Scene
from app.data.comparable import same_axis, same_definition
from app.data.datum import Datum
from app.pages.frame import Link, PageFrame


def chart_notes(page: PageFrame, scene: Scene) -> list[Link]:
    """One line a fact, beyond what the chart itself notes; a line about one figure is a link to its evidence."""
    shown = [page.site.data[point.id] for point in scene.points]
    lines = [*_definitions(page, shown), *_notes(page, shown), *_others(page, shown), *_events(page, scene)]
    return list(dict.fromkeys(lines))


def _definitions(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    """Said only where one unit invites a comparison; nobody adds students to months."""
    reason = same_definition(shown) if same_axis(shown) is None else None
    if reason is not None:
        yield Link("", f"{reason[page.lang]}{'。' if page.lang == 'zh' else '.'}")


def _notes(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    for datum in shown:
        note = datum.observation.note
        if note is not None:
            yield Link(page.urls.figure(datum.id), datum.label(page.lang).text, more=note[page.lang])


def _others(page: PageFrame, shown: list[Datum]) -> Iterable[Link]:
    """Readings that dispute a figure shown and do not stand in the chart."""
    drawn = {datum.id for datum in shown}
    for datum in shown:
        for name in datum.observation.disputed_by:
            if name not in drawn:
                other = page.site.data[name]
                more = f"{other.definition.name[page.lang]} · {other.period_text(page.lang)}"
                yield Link(page.urls.figure(name), other.label(page.lang).text, more=more)


def _events(page: PageFrame, scene: Scene) -> Iterable[Link]:
    for event in scene.events:
        if event.note:
            yield Link(page.urls.milestone(event.id), event.title, more=event.note)
