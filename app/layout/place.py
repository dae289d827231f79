"""A scene at a width: each kind is laid out in its own file."""

from collections.abc import Callable, Mapping

from app.layout import (
    bars,
    change,
    composition,
    disagreement,
    empty,
    events,
    facts,
    figure,
    rank,
    series,
    share,
    target,
)
from app.layout import range as spans
from app.layout.layout import Layout
from app.model.chart import Kind
from app.scene.scene import Scene

#: The widths a chart is laid out for; narrower or wider containers get the nearest.
NARROWEST, WIDEST = 280.0, 1600.0

#: One line a kind: `lay(scene, width) -> Layout`.
_LAYERS: Mapping[Kind, Callable[[Scene, float], Layout]] = {
    Kind.SERIES: series.lay,
    Kind.BARS: bars.lay,
    Kind.CHANGE: change.lay,
    Kind.TARGET: target.lay,
    Kind.RANGE: spans.lay,
    Kind.DISAGREEMENT: disagreement.lay,
    Kind.SHARE: share.lay,
    Kind.COMPOSITION: composition.lay,
    Kind.RANK: rank.lay,
    Kind.EVENTS: events.lay,
    Kind.FIGURE: figure.lay,
    Kind.FACTS: facts.lay,
}


def place(scene: Scene, width: float) -> Layout:
    """Where everything stands at `width` pixels; a scene with nothing to draw is its one sentence."""
    width = min(max(width, NARROWEST), WIDEST)
    return empty.lay(scene, width) if scene.empty else _LAYERS[scene.kind](scene, width)
