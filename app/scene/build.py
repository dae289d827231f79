"""A question becomes a scene: each kind is built in its own file, then the key and the description are added."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.model.chart import Kind
from app.scene import (
    bars,
    change,
    composition,
    disagreement,
    events,
    facts,
    figure,
    rank,
    series,
    share,
    target,
)
from app.scene import range as spans
from app.scene.description import description
from app.scene.key import key_of
from app.scene.question import Question
from app.scene.scene import GAP, Scene

#: One line a kind. A builder gives the groups, base unit and notes; `build` adds what all kinds share.
_BUILDERS: Mapping[Kind, Callable[[Question], Scene]] = {
    Kind.SERIES: series.build,
    Kind.BARS: bars.build,
    Kind.CHANGE: change.build,
    Kind.TARGET: target.build,
    Kind.RANGE: spans.build,
    Kind.DISAGREEMENT: disagreement.build,
    Kind.SHARE: share.build,
    Kind.COMPOSITION: composition.build,
    Kind.RANK: rank.build,
    Kind.EVENTS: events.build,
    Kind.FIGURE: figure.build,
    Kind.FACTS: facts.build,
}


def build(question: Question) -> Scene:
    """What the chart says; raises DishonestChartError when the readings cannot honestly take the kind."""
    scene = _BUILDERS[question.kind](question)
    broken = GAP in scene.labels
    key = key_of(scene.lang, points=scene.points, events=scene.events, broken=broken)
    return replace(scene, key=key, description=description(scene))
