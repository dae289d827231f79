"""Which lines of the “how to read” key a chart needs: only those for marks that stand in it."""

from collections.abc import Iterable, Sequence

from app.charts.scene import Event, KeyEntry, Point
from app.data.datum import Openness
from app.model.period import PeriodBasis
from app.model.text import Lang

#: In the order the key lists them: the bounds, then how a figure came about, then the dates.
_TEXTS: dict[str, tuple[str, str]] = {
    "floor": (
        "箭头向外：原文说“超、多、以上”，实际值更大",
        "Arrow onward: printed as “over”; the true value is higher",
    ),
    "ceiling": (
        "箭头向内：原文说“近”，实际值略小",
        "Arrow back: printed as “nearly”; the true value is a little lower",
    ),
    "about": (
        "末端括号：约数，实际值在附近",
        "Bracket at the end: approximate; the true value lies near",
    ),
    "range": (
        "长条：原文给出的是一个范围",
        "Bar from low to high: printed as a range",
    ),
    "derived": (
        "空心虚线：由本站推算，非原文数字",
        "Hollow, dashed: computed by us, not printed",
    ),
    "target": (
        "菱形空心：目标，尚非实绩",
        "Diamond outline: a goal, not a result",
    ),
    "gap": (
        "虚线隔开：口径改变，两侧不可相连比较",
        "Dotted divider: the definition changes; do not compare across",
    ),
    "inferred": (
        "（推断）：原文未写明时间，由上下文推出",
        "(inferred): the date is worked out, not printed",
    ),
    "as_of": (
        "截至…报道：原文未写时间，取文章日期",
        "as reported in …: undated; the article’s own date is taken",
    ),
    "undated": (
        "未定期限：计划没有写完成时间",
        "No deadline: the plan names none",
    ),
}
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
    return tuple(KeyEntry(mark, zh if lang == "zh" else en) for mark, (zh, en) in _TEXTS.items() if mark in shown)


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
