"""Who stands where: 1 on top, ties as ties, a printed move up or down beside the place it led to.

Ranks from 1 downwards: the place at the left, a bracket round ties and shared spans, who it is, the move.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.charts.base_scene import DishonestChartError, base_scene, build_point
from app.charts.geometry.marks import cell_mark, point_mark
from app.charts.geometry.text import NAME, NAME_BOLD, NOTE, Style, TextColumn, text_column, width
from app.charts.layout import Box, Form, Layout, LayoutBuilder, Mark, Role
from app.charts.registry import ChartType, register_chart_type
from app.charts.scene import Emphasis, Group, Point, Scene
from app.charts.spec import ChartSpec
from app.charts.words import phrase
from app.data.datum import Datum, Openness, belonging
from app.model.chart import ChartKind


def build_rank(spec: ChartSpec) -> Scene:
    """One group a ranking (one definition at one time), each sorted; several rankings each have a name.

    Data in another unit than places are moves (较上年升3位) and go to the place they led to.
    """
    places, moves = _places_and_moves(spec)
    rankings: dict[tuple[str, ...], list[Datum]] = {}
    for datum in places:
        rankings.setdefault(_ranking(datum), []).append(datum)
    groups = tuple(_group(rows, moves, spec, len(rankings)) for rows in rankings.values())
    return base_scene(spec, groups, base=places[0].base if places else None)


def _places_and_moves(spec: ChartSpec) -> tuple[list[Datum], dict[tuple[str, ...], Datum]]:
    places = [datum for datum in spec.data if datum.base.style == "rank"]
    return places, {_whose(datum): datum for datum in spec.data if datum.base.style != "rank"}


def refuse_rank(spec: ChartSpec) -> None:
    """A move belongs to a place that is shown."""
    places, moves = _places_and_moves(spec)
    stray = set(moves) - {_whose(datum) for datum in places}
    for whose in sorted(stray):
        label = moves[whose].label(spec.lang)
        raise DishonestChartError(
            zh=f"“{label}”不是位次，也不属于图中任何一个位次。",
            en=f"'{label}' is neither a rank nor the move of one shown here.",
        )


def _whose(datum: Datum) -> tuple[str, ...]:
    o = datum.observation
    return o.geography, o.subject or "", o.category or "", o.period.text


def _ranking(datum: Datum) -> tuple[str, ...]:
    o = datum.observation
    return datum.indicator_id, o.definition, o.period.text, str(o.target)


def _group(rows: list[Datum], moves: dict[tuple[str, ...], Datum], spec: ChartSpec, rankings: int) -> Group:
    places = [_place(row, moves, spec) for row in rows]
    places.sort(key=lambda place: (place.value, place.high or place.value))
    name = _heading(rows[0], spec, rankings) if len(rows) > 1 else ""
    return Group(name, tuple(places))


def _heading(datum: Datum, spec: ChartSpec, rankings: int) -> str:
    """The date of the one ranking; where there are several, also which it is."""
    if rankings == 1:
        return datum.period_text(spec.lang).text
    gap = spec.lang.comma
    return f"{datum.indicator.label(spec.lang)}{gap}{datum.period_text(spec.lang)}"


def _place(row: Datum, moves: dict[tuple[str, ...], Datum], spec: ChartSpec) -> Point:
    place = build_point(row, spec)
    move = moves.get(_whose(row))
    if move is None:
        return place
    # Under the place's own name three places gained would read as the third place.
    name = belonging(move.indicator.label(spec.lang), move, spec.lang)
    return replace(place, change=build_point(move, spec, name=name))


_PAD, _SKIP = 7.0, 22.0
#: A bound needs room for its arrow above and below the dot.
_OPEN_ROW = 68.0
_SPAN = 18.0
_PLACE = Style(Role.LABEL, 15, bold=True)
_MOVE = Style(Role.LABEL, 13, bold=True)
#: From the rank's words to the bracket, on to the dots, and on to the names.
_TO_BRACKET, _TO_DOT, _TO_NAME = 10.0, 16.0, 16.0
_WIDEST, _SHARE, _GAP = 640.0, 0.34, 14.0


def layout_rank(scene: Scene, across: float) -> Layout:
    sheet = LayoutBuilder(scene, across)
    limit = min(across, _WIDEST)
    left = _left(scene, limit)
    for number, group in enumerate(scene.groups):
        if number and (group.name or scene.groups[number - 1].name):
            sheet.bottom += 10
        if group.name:
            heading = text_column(limit, (group.name, NOTE))
            sheet.words += heading.words(0, sheet.bottom)
            sheet.bottom += heading.height + 4
        _layout_ranking(sheet, group, left=left, limit=limit)
    sheet.bottom += 2
    return sheet.layout()


def _left(scene: Scene, limit: float) -> float:
    """Where the brackets stand: right of the longest rank."""
    room = limit * _SHARE
    tied = phrase("tied", scene.lang)
    texts = [(point.label.value, _PLACE) for point in scene.points] + [(tied, NOTE)]
    return min(room, max(width(text, style.size, style.bold) for text, style in texts)) + _TO_BRACKET


def _layout_ranking(sheet: LayoutBuilder, group: Group, *, left: float, limit: float) -> None:
    last = 0
    for _, each in groupby(group.points, key=lambda point: (point.value, point.high, point.label)):
        tied = tuple(each)
        if last and int(tied[0].value) > last + 1:
            _skip(sheet, left)
        last = int(tied[0].high or tied[0].value) + (0 if tied[0].is_range else len(tied) - 1)
        _block(sheet, tied, left=left, limit=limit)


def _skip(sheet: LayoutBuilder, left: float) -> None:
    """Three dots where places are not known."""
    x = left + _TO_DOT
    for n in (-1, 0, 1):
        y = sheet.bottom + _SKIP / 2 + 6 * n
        sheet.line((x, y - 1), (x, y + 1), role=Role.AXIS)
    sheet.bottom += _SKIP


def _block(sheet: LayoutBuilder, tied: tuple[Point, ...], *, left: float, limit: float) -> None:
    top = sheet.bottom
    place = _tied_place(tied, sheet, left - _TO_BRACKET)
    for point in tied:
        _entry(sheet, point, left=left, limit=limit, least=(place.height + 4) / len(tied))
    middle = (top + sheet.bottom) / 2
    sheet.words += place.words(0, middle - place.height / 2 - 1, point=tied[0].id)
    if len(tied) > 1:
        turn = left + 6
        sheet.line((turn, top + 6), (left, top + 6), (left, sheet.bottom - 6), (turn, sheet.bottom - 6), role=Role.AXIS)


def _tied_place(tied: tuple[Point, ...], sheet: LayoutBuilder, room: float) -> TextColumn:
    """第5位, and under it 并列 where several hold one place, shown here or not."""
    is_tie = len(tied) > 1 and not tied[0].is_range
    label = tied[0].label
    mark = label.mark or (phrase("tied", sheet.scene.lang) if is_tie else "")
    return text_column(room, (label.value, _PLACE), (mark, NOTE))


def _entry(sheet: LayoutBuilder, point: Point, *, left: float, limit: float, least: float) -> None:
    x, names = left + _TO_DOT, left + _TO_DOT + _TO_NAME
    style = NAME_BOLD if point.emphasis is Emphasis.BEIJING else NAME
    text = text_column(limit - names, (point.name, style), (_alone(sheet, point), NOTE))
    move = text_column(limit - names, (_move(sheet, point), _MOVE))
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
        sheet.marks.append(cell_mark(point.change, Box(*at, move.widest, move.height)))
    sheet.bottom += height


def _mark(point: Point, x: float, y: float) -> Mark:
    """A dot, or for a printed span of places a bar that runs down."""
    if not point.is_range:
        return point_mark(point, Form.DOT, x, y, along="-y")
    return point_mark(point, Form.SPAN, x, y + _SPAN / 2, along="-y", box=Box(x - 4, y - _SPAN / 2, 8, _SPAN))


def _alone(sheet: LayoutBuilder, point: Point) -> str:
    """The date of a ranking of one, for it has no heading that could say it."""
    alone = any(not group.name and point in group.points for group in sheet.scene.groups)
    return point.period_text.text if alone and not point.name_is_period else ""


def _move(sheet: LayoutBuilder, point: Point) -> str:
    if point.change is None:
        return ""
    name = "down" if point.change.value < 0 else "up"
    return phrase(name, sheet.scene.lang, label=point.change.label.unsigned.text)


def _suits(data: Sequence[Datum]) -> bool:
    return data[0].base.style == "rank"


register_chart_type(
    ChartType(ChartKind.RANK, build_rank, layout_rank, refuse=refuse_rank, has_places=False, suits=_suits)
)
