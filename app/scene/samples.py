"""Every kind of chart in every state it may meet, from made-up data: what the gallery shows and the tests walk."""

from collections.abc import Mapping
from dataclasses import replace

from app.model.chart import Kind, LabelBy
from app.model.period import Period, PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang, Text
from app.query.reading import Reading
from app.scene.build import build
from app.scene.events import LANES, in_order
from app.scene.question import Question
from app.scene.sample_reading import LONG, Shape, both, reading
from app.scene.scene import Event, Scene
from app.wording import period

Shapes = tuple[Shape, ...]

_EMPTY = "empty"
#: The states of a single figure: what is said of the headline, bar or dot.
_STATES: Mapping[str, tuple[Text, dict[str, object]]] = {
    "exact": (both("确数", "exact"), {}),
    "over": (both("超", "over"), {"qualifier": Qualifier.OVER}),
    "nearly": (both("近", "nearly"), {"qualifier": Qualifier.NEARLY}),
    "about": (both("约", "about"), {"qualifier": Qualifier.ABOUT}),
    "range": (both("范围", "range"), {"to": "+"}),
    "derived": (both("推算", "derived"), {"is_derived": True}),
    "target": (both("目标", "target"), {"is_target": True}),
    "inferred": (both("推断的时间", "inferred date"), {"basis": PeriodBasis.INFERRED}),
    "undated": (both("未注明时间", "undated"), {"basis": PeriodBasis.AS_OF, "period": "2025-06"}),
}
_COUNTS: Mapping[str, tuple[Text, int]] = {
    "one": (both("一个点", "one point"), 1),
    "two": (both("两个点", "two points"), 2),
    "forty": (both("四十个点", "forty points"), 40),
}
_TITLES = {
    _EMPTY: both("没有数据", "empty"),
    "long": both("很长的名称", "long labels"),
    "disagreement": both("说法不一", "disagreement"),
    "mixed": both("几种并列", "several"),
}
_KIND_NAMES: Mapping[Kind, Text] = {
    Kind.SERIES: both("时间序列", "Series"),
    Kind.BARS: both("条形", "Bars"),
    Kind.SHARE: both("占比", "Share"),
    Kind.CHANGE: both("变化", "Change"),
    Kind.COMPOSITION: both("构成", "Composition"),
    Kind.RANK: both("位次", "Rank"),
    Kind.TARGET: both("目标", "Target"),
    Kind.RANGE: both("范围", "Range"),
    Kind.DISAGREEMENT: both("说法不一", "Disagreement"),
    Kind.EVENTS: both("年表", "Events"),
    Kind.FIGURE: both("单个数字", "Figure"),
    Kind.FACTS: both("几项数字", "Facts"),
}
_PERIOD, _PLACE, _CATEGORY, _INDICATOR = LabelBy.PERIOD, LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.INDICATOR
_BY = {Kind.RANK: _PLACE, Kind.COMPOSITION: _CATEGORY, Kind.FACTS: _INDICATOR, Kind.DISAGREEMENT: LabelBy.SOURCE}
#: A stack is refused for these: see `composition`.
_UNSTACKABLE = frozenset({"over", "nearly", "range"})


def samples(lang: Lang) -> tuple[Scene, ...]:
    """All of them, kind by kind; each is named after its kind and state, and is plainly a sample."""
    return tuple(scene for kind in Kind for scene in _of_kind(kind, lang))


def _of_kind(kind: Kind, lang: Lang) -> list[Scene]:
    if kind is Kind.EVENTS:
        return _events(lang)
    states = [(name, title, _in_state(kind, name)) for name, (title, _) in _STATES.items() if _may_be(kind, name)]
    counts = [(name, title, _many(kind, count)) for name, (title, count) in _COUNTS.items()]
    others = [(name, _TITLES[name], shapes) for name, shapes in _others(kind).items()]
    return [_scene(kind, *each, lang) for each in (*states, *counts, *others)]


def _may_be(kind: Kind, state: str) -> bool:
    return not (kind is Kind.COMPOSITION and state in _UNSTACKABLE)


def _in_state(kind: Kind, state: str) -> Shapes:
    """The kind's plain chart with its last figure in the state (both, for a composition: a stack has one state)."""
    plain = _plain(kind)
    changes = dict(_STATES[state][1])
    touched = plain if kind is Kind.COMPOSITION else plain[-1:]
    return (*plain[: len(plain) - len(touched)], *(_changed(shape, changes) for shape in touched))


def _changed(shape: Shape, changes: dict[str, object]) -> Shape:
    upper = {"to": str(int(float(shape.value) * 1.5) + 1)} if "to" in changes else {}
    return replace(shape, **{**changes, **upper})  # type: ignore[arg-type]


def _plain(kind: Kind) -> Shapes:
    """Two or three figures that suit the kind."""
    if kind is Kind.SHARE:
        return (Shape("100", place="china"), Shape("51", whole_id="0", share_of="whole"))
    if kind is Kind.COMPOSITION:
        return (Shape("2", category="upper"), Shape("8", category="lower"))
    if kind is Kind.RANK:
        return (Shape("1", unit="rank", place="city-a"), Shape("5", unit="rank"))
    if kind is Kind.FIGURE:
        return (Shape("2400"),)
    if kind is Kind.FACTS:
        return (Shape("10", unit="times", indicator="other"), Shape("2400"))
    if kind is Kind.DISAGREEMENT:
        return (Shape("40", unit="percent"), Shape("50", unit="percent", source="b"))
    return (Shape("1800", period="2022"), Shape("2400"))
