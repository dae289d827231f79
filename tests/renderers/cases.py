"""Scenes in which every way of knowing a figure meets every kind of chart: what the tests of drawn marks walk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import product

from app.charts.base_scene import DishonestChartError
from app.charts.registry import build_scene
from app.charts.sample_data import WHOLE_ID, Shape, sample_datum
from app.charts.samples import samples
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.quantity import Qualifier
from app.model.text import Lang

_RANK, _PERCENT = Shape("12", unit="rank"), Shape("40", unit="percent")
#: Figures that suit each kind; the last is put into every state. Milestones have none: their samples are walked.
_PLAIN: Mapping[ChartKind, tuple[Shape, ...]] = {
    ChartKind.SERIES: (Shape("1800", period="2021"), Shape("2400", period="2023")),
    ChartKind.BARS: (Shape("1800", place="china"), Shape("2400")),
    ChartKind.SHARE: (replace(_PERCENT, place="china"), Shape("45", unit="percent", indicator="other")),
    ChartKind.CHANGE: (Shape("1800", period="2022"), Shape("2400")),
    ChartKind.COMPOSITION: (
        Shape("2000", category="upper"),
        Shape("800", category="lower"),
        Shape("500", category="third"),
    ),
    ChartKind.RANK: (replace(_RANK, value="3", place="city-a"), _RANK),
    ChartKind.TARGET: (Shape("1800", period="2022"), Shape("2400", period="2027")),
    ChartKind.RANGE: (Shape("1800", period="2022"), Shape("2400")),
    ChartKind.DISAGREEMENT: (_PERCENT, Shape("55", unit="percent", source="b")),
    ChartKind.FIGURE: (Shape("2400"),),
    ChartKind.FACTS: (Shape("10", unit="times", indicator="other"), Shape("2400")),
}
_BY = {
    ChartKind.BARS: LabelBy.GEOGRAPHY,
    ChartKind.SHARE: LabelBy.INDICATOR,
    ChartKind.COMPOSITION: LabelBy.CATEGORY,
    ChartKind.RANK: LabelBy.GEOGRAPHY,
    ChartKind.FACTS: LabelBy.INDICATOR,
    ChartKind.DISAGREEMENT: LabelBy.SOURCE,
}
_QUALIFIERS = (Qualifier.EXACT, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT)
#: The parts of a stack would claim an end that a bound has not.
REFUSED = {(ChartKind.COMPOSITION, Qualifier.OVER), (ChartKind.COMPOSITION, Qualifier.NEARLY)}


@cache
def scenes(kind: ChartKind, lang: Lang) -> tuple[Scene, ...]:
    """The gallery's samples of the kind, and then every qualifier, computed or not, aimed at or not."""
    shown = (scene for scene in samples(lang) if scene.kind is kind and not scene.empty)
    # Of very many not all have their own words; other tests hold how they are thinned out.
    return (
        *(scene for scene in shown if not scene.chart_id.endswith("forty")),
        *(scene for scene, _ in states(kind, lang)),
    )


@cache
def states(kind: ChartKind, lang: Lang) -> tuple[tuple[Scene, tuple[Datum, ...]], ...]:
    """Scenes with their data: the kind's plain figures, the last of them in every state; none of milestones."""
    return tuple(_states(kind, lang))


def _states(kind: ChartKind, lang: Lang) -> Iterator[tuple[Scene, tuple[Datum, ...]]]:
    *others, last = _PLAIN.get(kind, ()) or (None,)
    if last is None:
        return
    for qualifier, is_derived, is_target in product(_QUALIFIERS, (False, True), (False, True)):
        state = partial(replace, qualifier=qualifier, is_derived=is_derived, is_target=is_target)
        # A stack has one state.
        stacked = [state(each) for each in others] if kind is ChartKind.COMPOSITION else others
        name = f"{kind.value}-{qualifier.value}{'-derived' * is_derived}{'-target' * is_target}"
        try:
            yield _scene(kind, name, (*stacked, state(last)), lang)
        except DishonestChartError:
            assert (kind, qualifier) in REFUSED, name


def _scene(kind: ChartKind, name: str, shapes: tuple[Shape, ...], lang: Lang) -> tuple[Scene, tuple[Datum, ...]]:
    data = tuple(sample_datum(f"{name}-{n}", shape) for n, shape in enumerate(shapes))
    whole = sample_datum(WHOLE_ID, Shape("100", place="china"))
    scene = build_scene(
        ChartSpec(
            chart_id=name,
            kind=kind,
            lang=lang,
            title=name,
            subtitle=name,
            data=data,
            label_by=_BY.get(kind, LabelBy.PERIOD),
            every={each.id: each for each in (*data, whole)},
        )
    )
    return scene, data
