"""Every kind of chart in every state it may meet, from made-up data: what the gallery shows and the tests walk."""

from collections.abc import Mapping
from dataclasses import replace

from app.charts.events import sort_events
from app.charts.registry import build_scene
from app.charts.sample_data import LONG, WHOLE_ID, Shape, both_languages, sample_datum
from app.charts.scene import Event, Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.milestone import LANES
from app.model.period import Period, PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang, Text
from app.quantities.period_text import period_text
from app.strings import word

Shapes = tuple[Shape, ...]

_EMPTY = "empty"
_SAMPLE = both_languages("示例", "Sample")
_SUBTITLE = both_languages("示例数据，不是真实数字", "Made-up data, not real figures")
#: The states of a single figure: what is said of the headline, bar or dot.
_STATES: Mapping[str, tuple[Text, dict[str, object]]] = {
    "exact": (both_languages("确数", "exact"), {}),
    "over": (both_languages("超", "over"), {"qualifier": Qualifier.OVER}),
    "nearly": (both_languages("近", "nearly"), {"qualifier": Qualifier.NEARLY}),
    "about": (both_languages("约", "about"), {"qualifier": Qualifier.ABOUT}),
    "range": (both_languages("范围", "range"), {"to": "+"}),
    "derived": (both_languages("推算", "derived"), {"is_derived": True}),
    "target": (both_languages("目标", "target"), {"is_target": True}),
    "inferred": (both_languages("推断的时间", "inferred date"), {"basis": PeriodBasis.INFERRED}),
    "undated": (both_languages("未注明时间", "undated"), {"basis": PeriodBasis.AS_OF, "period": "2025-06"}),
}
_COUNTS: Mapping[str, tuple[Text, int]] = {
    "one": (both_languages("一个点", "one point"), 1),
    "two": (both_languages("两个点", "two points"), 2),
    "forty": (both_languages("四十个点", "forty points"), 40),
}
_TITLES = {
    _EMPTY: both_languages("没有数据", "empty"),
    "long": both_languages("很长的名称", "long labels"),
    "mixed": both_languages("几种并列", "several"),
}
_KIND_NAMES: Mapping[ChartKind, Text] = {
    ChartKind.SERIES: both_languages("时间序列", "Series"),
    ChartKind.BARS: both_languages("条形", "Bars"),
    ChartKind.SHARE: both_languages("占比", "Share"),
    ChartKind.CHANGE: both_languages("变化", "Change"),
    ChartKind.COMPOSITION: both_languages("构成", "Composition"),
    ChartKind.RANK: both_languages("位次", "Rank"),
    ChartKind.TARGET: both_languages("目标", "Target"),
    ChartKind.RANGE: both_languages("范围", "Range"),
    ChartKind.DISAGREEMENT: both_languages("说法不一", "Disagreement"),
    ChartKind.EVENTS: both_languages("年表", "Events"),
    ChartKind.FIGURE: both_languages("单个数字", "Figure"),
    ChartKind.FACTS: both_languages("几项数字", "Facts"),
}
_PERIOD, _PLACE, _CATEGORY, _INDICATOR = LabelBy.PERIOD, LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.INDICATOR
_BY = {
    ChartKind.RANK: _PLACE,
    ChartKind.SHARE: _INDICATOR,
    ChartKind.COMPOSITION: _CATEGORY,
    ChartKind.FACTS: _INDICATOR,
    ChartKind.DISAGREEMENT: LabelBy.SOURCE,
}
#: A stack is refused for these: see `composition`.
_UNSTACKABLE = frozenset({"over", "nearly", "range"})


def samples(lang: Lang) -> tuple[Scene, ...]:
    """All of them, kind by kind; each is named after its kind and state, and is plainly a sample."""
    return tuple(scene for kind in ChartKind for scene in _of_kind(kind, lang))


def _of_kind(kind: ChartKind, lang: Lang) -> list[Scene]:
    if kind is ChartKind.EVENTS:
        return _events(lang)
    states = [(name, title, _in_state(kind, name)) for name, (title, _) in _STATES.items() if _may_be(kind, name)]
    counts = [(name, title, _many(kind, count)) for name, (title, count) in _COUNTS.items()]
    others = [(name, _TITLES[name], shapes) for name, shapes in _others(kind).items()]
    return [_scene(kind, *each, lang) for each in (*states, *counts, *others)]


def _may_be(kind: ChartKind, state: str) -> bool:
    return not (kind is ChartKind.COMPOSITION and state in _UNSTACKABLE)


def _in_state(kind: ChartKind, state: str) -> Shapes:
    """The kind's plain chart with its last figure in the state (all, for a composition: a stack has one state)."""
    plain, changes = _plain(kind), _STATES[state][1]
    if kind is ChartKind.COMPOSITION:
        return tuple(_changed(shape, changes) for shape in plain)
    return (*plain[:-1], _changed(plain[-1], changes))


def _changed(shape: Shape, changes: Mapping[str, object]) -> Shape:
    upper = {"to": str(int(float(shape.value) * 1.5) + 1)} if "to" in changes else {}
    return replace(shape, **{**changes, **upper})  # type: ignore[arg-type]


def _plain(kind: ChartKind) -> Shapes:
    """One or two figures that suit the kind."""
    if kind is ChartKind.SHARE:
        return (Shape("51", share_of=WHOLE_ID),)
    if kind is ChartKind.COMPOSITION:
        return (Shape("2", category="upper"), Shape("8", category="lower"))
    if kind is ChartKind.RANK:
        return (Shape("1", unit="rank", place="city-a"), Shape("5", unit="rank"))
    if kind is ChartKind.FIGURE:
        return (Shape("2400"),)
    if kind is ChartKind.FACTS:
        return (Shape("10", unit="times", indicator="other"), Shape("2400"))
    if kind is ChartKind.DISAGREEMENT:
        return (Shape("40", unit="percent"), Shape("50", unit="percent", source="b"))
    return (Shape("1800", period="2022"), Shape("2400"))


def _many(kind: ChartKind, count: int) -> Shapes:
    """So many figures one after the other in time; parts, places and shares in the way of their kind."""
    years = [str(2024 - count + 1 + n) for n in range(count)]
    if kind is ChartKind.COMPOSITION:
        pairs = ((Shape("3", period=y, category="upper"), Shape("7", period=y, category="lower")) for y in years)
        return tuple(shape for pair in pairs for shape in pair)
    if kind is ChartKind.RANK:
        return tuple(Shape(str(n + 1), unit="rank", place="city-a" if n else "beijing") for n in range(count))
    if kind is ChartKind.SHARE:
        return tuple(Shape(str(20 + n), unit="percent", period=year) for n, year in enumerate(years))
    return tuple(Shape(str(1000 + 137 * n * (1 + n % 3)), period=year) for n, year in enumerate(years))


def _others(kind: ChartKind) -> Mapping[str, Shapes]:
    """What only some kinds meet, and for all of them a long name and nothing at all."""
    long = tuple(replace(shape, indicator="long") for shape in _plain(kind))
    mixed = _MIXED.get(kind)
    return {"long": long, **({"mixed": mixed} if mixed else {}), _EMPTY: ()}


_OVER = Qualifier.OVER
_MIXED: Mapping[ChartKind, Shapes] = {
    ChartKind.SERIES: (
        Shape("8916", unit="yi-cny", period="2022"),
        Shape("9761", unit="yi-cny", period="2023"),
        Shape("10000", unit="yi-cny", qualifier=_OVER, definition="second"),
    ),
    ChartKind.SHARE: (
        Shape("51", share_of=WHOLE_ID),
        Shape("60", qualifier=_OVER, share_of=WHOLE_ID, indicator="other"),
        Shape("45", unit="percent", qualifier=Qualifier.ABOUT),
        Shape("50", unit="percent", qualifier=_OVER, place="china"),
    ),
    ChartKind.COMPOSITION: (
        Shape("21000", period="2022", category="upper"),
        Shape("8000", period="2022", category="lower"),
        Shape("500", period="2022", category="third"),
        Shape("24000", category="upper"),
        Shape("9000", category="lower"),
        Shape("700", category="third"),
    ),
    ChartKind.RANK: (
        Shape("1", unit="rank", place="city-a"),
        Shape("2", to="4", unit="rank", place="city-b"),
        Shape("5", unit="rank", place="beijing"),
        Shape("5", unit="rank", place="city-c"),
        Shape("3", unit="place", indicator="change"),
    ),
    ChartKind.FIGURE: (
        Shape("15", period="2023-11", basis=PeriodBasis.AS_OF),
        Shape("82", period="2024-Q4", basis=PeriodBasis.AS_OF),
        Shape("132", period="2025-06", basis=PeriodBasis.INFERRED),
        Shape("45", unit="percent", qualifier=Qualifier.ABOUT, indicator="change"),
    ),
    ChartKind.FACTS: (
        Shape("976100000000", unit="cny"),
        Shape("100", to="10000", unit="times", indicator="other"),
        Shape("45", unit="percent", qualifier=Qualifier.ABOUT, indicator="long"),
    ),
    ChartKind.DISAGREEMENT: (
        Shape("40", unit="percent", qualifier=Qualifier.NEARLY),
        Shape("40", unit="percent", source="b"),
        Shape("50", unit="percent", qualifier=_OVER, source="c"),
    ),
    ChartKind.RANGE: (
        Shape("100", to="10000", unit="times", is_log=True),
        Shape("2", to="3", unit="times", indicator="other"),
    ),
}


def _scene(kind: ChartKind, state: str, title: Text, shapes: Shapes, lang: Lang) -> Scene:
    chart_id = f"sample-{kind.value}-{state}"
    chosen = tuple(sample_datum(f"{chart_id}-{n}", shape) for n, shape in enumerate(shapes))
    return build_scene(_question(kind, chart_id, title, lang, chosen))


def _question(
    kind: ChartKind, chart_id: str, title: Text, lang: Lang, chosen: tuple[Datum, ...], events: tuple[Event, ...] = ()
) -> ChartSpec:
    gap = lang.colon
    whole = sample_datum(WHOLE_ID, Shape("100", place="china"))
    return ChartSpec(
        chart_id=chart_id,
        kind=kind,
        lang=lang,
        title=f"{_SAMPLE[lang]} · {_KIND_NAMES[kind][lang]}{gap}{title[lang]}",
        subtitle=_SUBTITLE[lang],
        data=chosen,
        label_by=_BY.get(kind, _PERIOD),
        events=events,
        every={each.id: each for each in (*chosen, whole)},
    )


def _events(lang: Lang) -> list[Scene]:
    dates = [f"20{15 + n // 4}-{n % 4 * 3 + 1:02}" for n in range(40)]
    forty = tuple(_event(n, date, LANES[n % 5], lang) for n, date in enumerate(dates))
    cases: Mapping[str, tuple[Text, tuple[Event, ...]]] = {
        "one": (_COUNTS["one"][0], forty[:1]),
        "two": (_COUNTS["two"][0], (forty[0], forty[7])),
        "crowded": (
            both_languages("同一天几件事", "several on one day"),
            tuple(_event(n, "2024-04-25", LANES[n % 2], lang) for n in range(6)),
        ),
        "undated": (
            both_languages("未定期限", "no deadline"),
            (*forty[:6], _event(41, "2025-06", "plan", lang, PeriodBasis.AS_OF)),
        ),
        "inferred": (
            both_languages("推断的时间", "inferred date"),
            (_event(0, "2021/2023", "release", lang, PeriodBasis.INFERRED), *forty[30:33]),
        ),
        "forty": (_COUNTS["forty"][0], forty),
        "long": (_TITLES["long"], tuple(replace(event, title=LONG[lang]) for event in forty[:8])),
        _EMPTY: (_TITLES[_EMPTY], ()),
    }
    return [
        build_scene(_question(ChartKind.EVENTS, f"sample-events-{name}", title, lang, (), sort_events(events)))
        for name, (title, events) in cases.items()
    ]


def _event(number: int, date: str, lane: str, lang: Lang, basis: PeriodBasis = PeriodBasis.STATED) -> Event:
    when = Period.parse(date)
    return Event(
        id=f"sample-event-{number}",
        title=f"{_SAMPLE[lang]}{' ' if lang is Lang.EN else ''}{number + 1}",
        lane=lane,
        lane_name=word(f"lane_{lane}", lang),
        period=when,
        period_text=period_text(when, basis, lang, is_goal=lane == "plan").text,
        place="北京" if lang is Lang.ZH else "Beijing",
        source=_SAMPLE[lang],
        dated=basis is not PeriodBasis.AS_OF,
        basis=basis,
    )
