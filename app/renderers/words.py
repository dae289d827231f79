"""A scene in words: as one text, and as an HTML table in which every value leads to its evidence."""

from markupsafe import Markup

from app.charts.scene import Event, Group, Point, Scene
from app.charts.words import phrase
from app.model.chart import ChartKind
from app.model.text import Lang

_COLUMNS = ("name", "value", "period", "definition", "source")
_EVENT_COLUMNS = ("name", "lane", "period", "place", "source")


def write_table(scene: Scene) -> Markup:
    """`<table>` with a row a figure (a row an event for milestones), escaped, without style."""
    is_events = scene.kind is ChartKind.EVENTS
    rows = [_event(event) for event in scene.events] if is_events else _figures(scene)
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(phrase(name, scene.lang))
        for name in (_EVENT_COLUMNS if is_events else _COLUMNS)
    )
    return Markup(
        '<table class="data"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(phrase("table", scene.lang, title=scene.title), head, Markup("").join(rows))


def row_heading(scene: Scene) -> list[tuple[str, Point]]:
    """Every figure of a scene with the name of its row; wholes and changes follow the figure they belong to."""
    return [row for group in scene.groups for point in group.points for row in _named(group, point)]


def _figures(scene: Scene) -> list[Markup]:
    return [_row(name, point) for name, point in row_heading(scene)]


def _named(group: Group, point: Point) -> list[tuple[str, Point]]:
    beside = [other for other in (point.whole, point.change) if other is not None]
    name = _name(group, point)
    return [(name, point), *((other.name or name, other) for other in beside)]


def _row(name: str, point: Point) -> Markup:
    value = Markup('<a href="{}">{}</a>').format(point.href, point.label.text)
    return _cells(name, value, point.period_text.text, point.definition, point.source)


def _name(group: Group, point: Point) -> str:
    """The group's name and the point's, where the point's is not just its period again."""
    own = "" if group.name and point.name_is_period else point.name
    return " · ".join(part for part in (group.name, own) if part)


def _event(event: Event) -> Markup:
    title = Markup('<a href="{}">{}</a>').format(event.href, event.title) if event.href else event.title
    return _cells(title, event.lane_name, event.period_text, event.place, event.source)


def _cells(name: str | Markup, *cells: str | Markup) -> Markup:
    first = Markup('<th scope="row">{}</th>').format(name)
    rest = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup("<tr>{}{}</tr>").format(first, rest)


def scene_words(scene: Scene) -> str:
    """The title and the spoken description, for places that show no chart."""
    stop = "。" if scene.lang is Lang.ZH else ". "
    return scene.title + stop + scene.description if scene.title else scene.description
