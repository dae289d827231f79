"""A scene at a width: each kind is laid out in its own file."""

from collections.abc import Callable, Mapping

from app.charts import bars, change, composition, disagreement, events, facts, figure, rank, series, share, target
from app.charts import range as spans
from app.charts.geometry import empty
from app.charts.layout import Layout
from app.charts.scene import Scene
from app.model.chart import ChartKind

#: The widths a chart is laid out for; narrower or wider containers get the nearest.
NARROWEST, WIDEST = 280.0, 1600.0

#: One line a kind: `lay(scene, width) -> Layout`.
_LAYERS: Mapping[ChartKind, Callable[[Scene, float], Layout]] = {
    ChartKind.SERIES: series.layout_series,
    ChartKind.BARS: bars.layout_bars,
    ChartKind.CHANGE: change.layout_change,
    ChartKind.TARGET: target.layout_target,
    ChartKind.RANGE: spans.layout_range,
    ChartKind.DISAGREEMENT: disagreement.layout_disagreement,
    ChartKind.SHARE: share.layout_share,
    ChartKind.COMPOSITION: composition.layout_composition,
    ChartKind.RANK: rank.layout_rank,
    ChartKind.EVENTS: events.layout_events,
    ChartKind.FIGURE: figure.layout_figure,
    ChartKind.FACTS: facts.layout_facts,
}


def layout_chart(scene: Scene, width: float) -> Layout:
    """Where everything stands at `width` pixels; a scene with nothing to draw is its one sentence."""
    width = min(max(width, NARROWEST), WIDEST)
    return empty.layout_empty(scene, width) if scene.empty else _LAYERS[scene.kind](scene, width)
