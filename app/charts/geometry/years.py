"""Milestones as a list under their years; plans without a deadline at the end."""

from itertools import groupby

from app.charts.geometry.event_mark import event_mark, event_text
from app.charts.geometry.layout_builder import LayoutBuilder
from app.charts.geometry.paragraph import NAME_BOLD, paragraph
from app.charts.layout import Layout
from app.charts.phrase import phrase
from app.charts.scene import Event, Scene

_DOT, _TEXT, _APART, _YEARS_APART = 7.0, 24.0, 10.0, 14.0
#: A column of events is about so wide; there are up to three.
_COLUMN, _MOST, _WIDEST = 280.0, 3, 1080.0


def layout_years(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    limit = min(across, _WIDEST)
    for heading, events in groupby(scene.events, key=lambda event: _heading(event, scene)):
        sheet.bottom += _YEARS_APART if sheet.bottom else 0
        title = paragraph(heading, NAME_BOLD, limit)
        sheet.words += title.words(0, sheet.bottom)
        sheet.bottom += title.height + 5
        sheet.line((0, sheet.bottom), (limit, sheet.bottom))
        sheet.bottom += 9
        _year(sheet, list(events), limit)
    return sheet.layout()


def _heading(event: Event, scene: Scene) -> str:
    """The year in which the event (or the span it lies in) ends."""
    if not event.dated:
        return phrase("undated", scene.lang).capitalize()
    return f"{event.period.end.year}年" if scene.lang == "zh" else str(event.period.end.year)


def _year(sheet: LayoutBuilder, events: list[Event], limit: float) -> None:
    """Events side by side in columns, read line by line."""
    columns = min(_MOST, max(1, int(limit // _COLUMN)))
    slot = limit / columns
    for n in range(0, len(events), columns):
        tall = 0.0
        for place, event in enumerate(events[n : n + columns]):
            x = place * slot
            words = event_text(event, slot - _TEXT - (12 if columns > 1 else 0), lane=event.lane_name)
            sheet.marks.append(event_mark(event, x + _DOT, sheet.bottom + 9, data_x=x + _DOT))
            sheet.words += words.words(x + _TEXT, sheet.bottom, point=event.id)
            tall = max(tall, words.height)
        sheet.bottom += tall + _APART
