"""Which lines of the “how to read” key a chart needs: only those for marks that stand in it."""

from collections.abc import Iterable, Sequence

from app.charts.scene import Event, KeyEntry, Point
from app.data.datum import Openness
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.strings import word

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
