"""A goal against what was reached: a bar for the result, a diamond for the goal; a goal alone stands alone."""

from app.layout import tagged
from app.layout.abscissa import Abscissa
from app.layout.lanes import Tag
from app.layout.layout import Layout
from app.scene.scene import Group, Scene

_BAND = 24.0


def lay(scene: Scene, across: float) -> Layout:
    return tagged.lay(scene, across, band=_BAND, bars=True, tags=_tags)


def _tags(group: Group, axis: Abscissa) -> list[Tag]:
    return [Tag(axis.at(point.high or point.value), point.label, point.period_text, point.id) for point in group.points]
