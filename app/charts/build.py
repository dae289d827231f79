"""A question becomes a scene: each kind is built in its own file, then the key and the description are added."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.charts import bars, change, composition, disagreement, events, facts, figure, rank, series, share, target
from app.charts import range as spans
from app.charts.description import description
from app.charts.key import key_of
from app.charts.scene import GAP, Scene
from app.charts.spec import ChartSpec
from app.model.chart import ChartKind

#: One line a kind. A builder gives the groups, base unit and notes; `build` adds what all kinds share.
_BUILDERS: Mapping[ChartKind, Callable[[ChartSpec], Scene]] = {
    ChartKind.SERIES: series.build_series,
    ChartKind.BARS: bars.build_bars,
    ChartKind.CHANGE: change.build_change,
    ChartKind.TARGET: target.build_target,
    ChartKind.RANGE: spans.build_range,
    ChartKind.DISAGREEMENT: disagreement.build_disagreement,
    ChartKind.SHARE: share.build_share,
    ChartKind.COMPOSITION: composition.build_composition,
    ChartKind.RANK: rank.build_rank,
    ChartKind.EVENTS: events.build_events,
    ChartKind.FIGURE: figure.build_figure,
    ChartKind.FACTS: facts.build_facts,
}


def build_scene(spec: ChartSpec) -> Scene:
    """What the chart says; raises DishonestChartError when the readings cannot honestly take the kind."""
    scene = _BUILDERS[spec.kind](spec)
    broken = GAP in scene.labels
    key = key_of(scene.lang, points=scene.points, events=scene.events, broken=broken)
    return replace(scene, key=key, description=description(scene))
