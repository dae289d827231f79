"""The fixed words of charts, the lines of their “how to read” key, and their spoken description."""

from collections.abc import Iterable, Sequence

from app.charts.scene import Event, Group, KeyEntry, Point, Scene
from app.data.datum import Openness
from app.model.chart import ChartKind
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.strings import word


def phrase(name: str, lang: Lang, **parts: str) -> str:
    """The phrase in `lang` with its braces filled; raises KeyError for a name that is not there."""
    return word(f"phrase_{name}", lang).format(**parts)


def join_words(words: list[str], lang: Lang) -> str:
    """Words in a row: 甲、乙 / A; B."""
    return ("、" if lang is Lang.ZH else "; ").join(words)


#: In the order the key lists them: the bounds, then how a figure came about, then the dates.
_MARKS = ("floor", "ceiling", "about", "range", "derived", "target", "gap", "inferred", "as_of", "undated")
_OPEN = {Openness.UP: "floor", Openness.DOWN: "ceiling", Openness.ABOUT: "about"}
_BASES = {PeriodBasis.INFERRED: "inferred", PeriodBasis.AS_OF: "as_of"}


def build_key(
    lang: Lang, *, points: Sequence[Point] = (), events: Sequence[Event] = (), broken: bool = False
) -> tuple[KeyEntry, ...]:
    """The key of a chart with these figures; `broken` where a line stops at a change of definition."""
    shown = {mark for point in _with_parts(points) for mark in _marks(point)}
    shown |= {_BASES[event.basis] for event in events if event.dated and event.basis in _BASES}
    shown |= {"undated" for event in events if not event.dated}
    shown |= {"gap"} if broken else set()
    return tuple(KeyEntry(mark, word(f"chart_key_{mark}", lang)) for mark in _MARKS if mark in shown)


def _with_parts(points: Sequence[Point]) -> Iterable[Point]:
    for point in points:
        yield point
        if point.whole is not None:
            yield point.whole
        if point.change is not None:
            yield point.change


def _marks(point: Point) -> Iterable[str]:
    if point.openness in _OPEN:
        yield _OPEN[point.openness]
    if point.is_range:
        yield "range"
    if point.derived:
        yield "derived"
    if point.target:
        yield "target"
    if point.basis in _BASES:
        yield _BASES[point.basis]


#: Nobody listens to forty values; past this many the ends and extremes are given and the table named.
_MOST = 12
_REMARKS = {Openness.UP: "all_floors", Openness.DOWN: "all_ceilings", Openness.ABOUT: "all_about"}


def describe_scene(scene: Scene) -> str:
    """One paragraph in the scene's language: subtitle, values, closing remark, notes."""
    if scene.empty:
        return scene.empty
    values = _values(scene)
    remark = _remark(scene)
    if remark:
        values += scene.lang.semicolon + remark
    return _sentences([scene.subtitle, values, *scene.notes], scene.lang)


def _values(scene: Scene) -> str:
    lang = scene.lang
    if scene.kind is ChartKind.EVENTS:
        return _row([f"{event.title}{lang.brackets(event.period_text)}" for event in scene.events], lang)
    if len(scene.points) > _MOST:
        return _extremes(scene)
    groups = [_group(group, lang) for group in scene.groups]
    return lang.semicolon.join(groups)


def _group(group: Group, lang: Lang) -> str:
    words = _row([_point(point, lang) for point in group.points], lang)
    if group.note:
        words += f"{lang.comma}{group.note}"
    if not group.name:
        return words
    return f"{group.name}{lang.colon}{words}"


def _point(point: Point, lang: Lang) -> str:
    said = not point.name or point.name_is_period
    if lang is Lang.ZH:
        return f"{'' if said else point.name}{point.label}（{point.period_text}）"
    return f"{'' if said else point.name + ': '}{point.label} ({point.period_text})"


def _extremes(scene: Scene) -> str:
    points = scene.points
    chosen = (points[0], min(points, key=_size), max(points, key=_size), points[-1])
    words = _row([_point(point, scene.lang) for point in dict.fromkeys(chosen)], scene.lang)
    return phrase("many", scene.lang, count=str(len(points)), words=words)


def _size(point: Point) -> float:
    return float(point.value)


def _remark(scene: Scene) -> str:
    kinds = {point.openness for point in scene.points}
    if len(scene.points) < 2 or len(kinds) != 1:
        return ""
    name = _REMARKS.get(next(iter(kinds)))
    return phrase(name, scene.lang) if name else ""


def _row(words: list[str], lang: Lang) -> str:
    return lang.list_comma.join(words)


def _sentences(texts: list[str], lang: Lang) -> str:
    stop, gap = ("。", "") if lang is Lang.ZH else (".", " ")
    ended = [text if text.endswith(("。", ".", "！", "？", "!", "?")) else text + stop for text in texts if text]
    return gap.join(ended)
