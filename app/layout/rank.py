"""Ranks from 1 downwards: the place at the left, a bracket round ties and shared spans, who it is, the move."""

from itertools import groupby

from app.layout.glyphs import width
from app.layout.large import suffix
from app.layout.layout import Box, Form, Layout, Mark, Role
from app.layout.paragraph import NAME, NAME_BOLD, NOTE, Column, Style, column
from app.layout.sheet import Sheet, cell, mark
from app.query.reading import Openness
from app.scene.phrase import phrase
from app.scene.scene import Emphasis, Group, Point, Scene

_PAD, _SKIP = 7.0, 22.0
#: A bound needs room for its arrow above and below the dot.
_OPEN_ROW = 68.0
_SPAN = 18.0
_PLACE = Style(Role.LABEL, 15, bold=True)
_MOVE = Style(Role.LABEL, 13, bold=True)
#: From the rank's words to the bracket, on to the dots, and on to the names.
_TO_BRACKET, _TO_DOT, _TO_NAME = 10.0, 16.0, 16.0
_WIDEST, _SHARE, _GAP = 640.0, 0.34, 14.0


def lay(scene: Scene, across: float) -> Layout:
    sheet = Sheet(scene, across)
    limit = min(across, _WIDEST)
    left = _left(scene, limit)
    for number, group in enumerate(scene.groups):
        if number and (group.name or scene.groups[number - 1].name):
            sheet.bottom += 10
        if group.name:
            heading = column(limit, (group.name, NOTE))
            sheet.words += heading.words(0, sheet.bottom)
            sheet.bottom += heading.height + 4
        _ranking(sheet, group, left=left, limit=limit)
    sheet.bottom += 2
    return sheet.layout()


def _left(scene: Scene, limit: float) -> float:
    """Where the brackets stand: right of the longest rank."""
    room = limit * _SHARE
    tied = phrase("tied", scene.lang)
    texts = [(_parts(point)[0], _PLACE) for point in scene.points] + [(tied, NOTE)]
    return min(room, max(width(text, style.size, style.bold) for text, style in texts)) + _TO_BRACKET


def _ranking(sheet: Sheet, group: Group, *, left: float, limit: float) -> None:
    last = 0
    for _, each in groupby(group.points, key=lambda point: (point.value, point.high, point.label)):
        tied = tuple(each)
        if last and int(tied[0].value) > last + 1:
            _skip(sheet, left)
        last = int(tied[0].high or tied[0].value) + (0 if tied[0].is_range else len(tied) - 1)
        _block(sheet, tied, left=left, limit=limit)


def _skip(sheet: Sheet, left: float) -> None:
    """Three dots where places are not known."""
    x = left + _TO_DOT
    for n in (-1, 0, 1):
        y = sheet.bottom + _SKIP / 2 + 6 * n
        sheet.line((x, y - 1), (x, y + 1), role=Role.AXIS)
    sheet.bottom += _SKIP


def _block(sheet: Sheet, tied: tuple[Point, ...], *, left: float, limit: float) -> None:
    top = sheet.bottom
    place = _place(tied, sheet, left - _TO_BRACKET)
    for point in tied:
        _entry(sheet, point, left=left, limit=limit, least=(place.height + 4) / len(tied))
    middle = (top + sheet.bottom) / 2
    sheet.words += place.words(0, middle - place.height / 2 - 1, point=tied[0].id)
    if len(tied) > 1:
        turn = left + 6
        sheet.line((turn, top + 6), (left, top + 6), (left, sheet.bottom - 6), (turn, sheet.bottom - 6), role=Role.AXIS)


def _place(tied: tuple[Point, ...], sheet: Sheet, room: float) -> Column:
    """第5位, and under it 并列 where several hold one place, shown here or not."""
    is_tie = len(tied) > 1 and not tied[0].is_range
    place, mark = _parts(tied[0])
    return column(room, (place, _PLACE), (mark or (phrase("tied", sheet.scene.lang) if is_tie else ""), NOTE))


def _parts(point: Point) -> tuple[str, str]:
    """第5位 and 并列, of 第5位（并列）."""
    mark = suffix(point)
    return point.label.removesuffix(mark), mark.strip(" （()）")


def _entry(sheet: Sheet, point: Point, *, left: float, limit: float, least: float) -> None:
    x, names = left + _TO_DOT, left + _TO_DOT + _TO_NAME
    style = NAME_BOLD if point.emphasis is Emphasis.BEIJING else NAME
    text = column(limit - names, (point.name, style), (_alone(sheet, point), NOTE))
    move = column(limit - names, (_move(sheet, point), _MOVE))
    follows = move.height > 0 and text.widest + _GAP + move.widest <= limit - names
    inner = text.height if follows else text.height + move.height
    needed = _OPEN_ROW if point.openness in (Openness.UP, Openness.DOWN) else 0
    height = max(needed, least, inner + 2 * _PAD)
    top = sheet.bottom + (height - inner) / 2
    sheet.words += text.words(names, top - 1, point=point.id)
    sheet.marks.append(_mark(point, x, sheet.bottom + height / 2))
    if point.change is not None:
        at = (names + text.widest + _GAP, top) if follows else (names, top + text.height)
        sheet.words += move.words(*at, point=point.change.id)
        sheet.marks.append(cell(point.change, Box(*at, move.widest, move.height)))
    sheet.bottom += height


def _mark(point: Point, x: float, y: float) -> Mark:
    """A dot, or for a printed span of places a bar that runs down."""
    if not point.is_range:
        return mark(point, Form.DOT, x, y, along="-y")
    return mark(point, Form.SPAN, x, y + _SPAN / 2, along="-y", box=Box(x - 4, y - _SPAN / 2, 8, _SPAN))


def _alone(sheet: Sheet, point: Point) -> str:
    """The date of a ranking of one, for it has no heading that could say it."""
    alone = any(not group.name and point in group.points for group in sheet.scene.groups)
    return point.period_text if alone and point.name not in point.period_text else ""


def _move(sheet: Sheet, point: Point) -> str:
    if point.change is None:
        return ""
    name = "down" if point.change.value < 0 else "up"
    return phrase(name, sheet.scene.lang, label=point.change.label.replace("-", ""))
