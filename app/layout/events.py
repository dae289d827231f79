"""Milestones: lanes on a time axis where there is room; a list by year on a phone, or where there are many."""

from app.layout import swimlanes, years
from app.layout.layout import Layout
from app.scene.scene import Scene

#: Narrower than this, labels on an axis would be broken into slivers.
_ROOMY = 560.0
#: More events than this make lanes a staircase that nobody reads.
_MANY = 24


def lay(scene: Scene, across: float) -> Layout:
    dated = sum(event.dated for event in scene.events)
    if across >= _ROOMY and 1 < dated <= _MANY:
        return swimlanes.lay(scene, across)
    return years.lay(scene, across)
