"""From one date to another: two dots a row with a line between them, each labelled with its date."""

from app.layout import tagged
from app.layout.abscissa import Abscissa
from app.layout.lanes import Tag
from app.layout.layout import Layout
from app.scene.scene import Group, Scene

_BAND = 26.0


def lay(scene: Scene, across: float) -> Layout:
    return tagged.lay(scene, across, band=_BAND, bars=False, tags=_tags)


def _tags(group: Group, axis: Abscissa) -> list[Tag]:
    tags = [Tag(axis.at(point.high or point.value), point.label, point.period_text, point.id) for point in group.points]
    if group.note:
        tags.insert(len(tags) - 1, Tag((tags[0].at + tags[-1].at) / 2, group.note))
    return tags
