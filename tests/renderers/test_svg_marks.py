"""Every mark of every kind shows in SVG what its scene says: open ends, computed, goals, hatching, hue, words.

A PNG is the same drawing with literal colours, so those are read as well.
"""

import pytest

from app.charts.pictures import poster
from app.charts.registry import layout_chart
from app.charts.scene import Point, Scene
from app.model.chart import ChartKind
from app.model.period import PeriodBasis
from app.model.text import LANGS, Lang
from app.renderers.palette import LIGHT, Palette
from app.renderers.picture import PictureMetadata, write_picture
from app.renderers.svg import write_svg
from tests.renderers.cases import scenes
from tests.renderers.drawn_mark import (
    condensed,
    expected_event_look,
    expected_hatches,
    expected_look,
    is_seen,
    is_told_in_words,
    look_of,
)
from tests.renderers.read_svg import read_marks, texts_of

#: A phone, and a wide page, where some kinds have another form.
WIDTHS = (300, 720)


def drawn(scene: Scene, width: int, palette: Palette | None) -> str:
    layout = layout_chart(scene, width)
    if palette is None:
        return write_svg(layout, id_prefix="x")
    return write_picture(poster(layout), id_prefix="x", palette=palette, imprint=PictureMetadata())


@pytest.mark.parametrize("palette", [None, LIGHT], ids=["classes", "literals"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ChartKind)
def test_each_mark_looks_as_its_figure_is_known(kind: ChartKind, width: int, palette: Palette | None) -> None:
    for scene in scenes(kind, Lang.ZH):
        marks = read_marks(drawn(scene, width, palette), palette)
        hatches = expected_hatches(scene)
        for point in scene.points:
            mark = marks[point.id]
            if is_told_in_words(point, scene):
                assert (mark.bodies, mark.lines) == ((), ()), point.id
                continue
            assert look_of(mark, kind) == expected_look(point, kind), point.id
            assert is_seen(mark), point.id
            # A hollow part may go without hatching: it has dashes.
            assert mark.hatches == {hatches[point.id]} - {0} or (point.derived and not mark.hatches), point.id
        for event in scene.events:
            assert look_of(marks[event.id], kind) == expected_event_look(event), event.id


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ChartKind)
def test_each_mark_has_its_label_whole_and_says_its_period(kind: ChartKind, width: int, lang: Lang) -> None:
    for scene in scenes(kind, lang):
        drawing = drawn(scene, width, None)
        marks, written = read_marks(drawing), condensed("".join(texts_of(drawing)))
        for point in scene.points:
            mark = marks[point.id]
            assert mark.spoken == point.spoken
            assert point.label.text in mark.spoken
            assert point.period_text.text in mark.spoken
            assert condensed(point.label.text) in condensed("".join(mark.texts)) or is_said_beside(point, scene), (
                point.id
            )
            assert is_dated(point, scene, written), (point.id, point.period_text)
        for event in scene.events:
            assert condensed(event.title) in written, event.id
            assert condensed(event.period_text) in written, event.id


def is_said_beside(point: Point, scene: Scene) -> bool:
    """Places that share a rank stand at one label."""
    shared = [other for other in scene.points if other.value == point.value]
    return scene.kind is ChartKind.RANK and len(shared) > 1


#: Their rows and lanes are named by the bare date; how it is known is said by the mark, the table and the page.
NAMED_BY_DATE = {ChartKind.BARS, ChartKind.RANGE, ChartKind.RANK}


def is_dated(point: Point, scene: Scene, written: str) -> bool:
    """Whether its period is to be read: with how it is known where it is not printed, else where it is not the same."""
    if scene.kind is ChartKind.DISAGREEMENT:
        # Its rows are named by who says it.
        return condensed(point.name) in written
    if condensed(point.period_text.text) in written:
        return True
    is_same = len({other.period.text for other in scene.points}) == 1
    is_bare = point.basis is PeriodBasis.STATED or scene.kind in NAMED_BY_DATE
    return is_bare and (is_same or point.period.text[:4] in written)
