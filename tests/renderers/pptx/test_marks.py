"""Every mark of every kind shows on a slide what its scene says: drawn from shapes, or as PowerPoint's own chart."""

from dataclasses import replace

import pytest

from app.charts.layout import Box
from app.charts.registry import layout_chart
from app.charts.scene import Point, Scene
from app.data.datum import Openness
from app.decks.deck import Exhibit
from app.model.chart import ChartKind
from app.model.period import PeriodBasis
from app.model.text import LANGS, Lang
from app.renderers.pptx.chart_xml import write_chart_xml
from app.renderers.pptx.exhibit import sheets
from app.renderers.pptx.layout_shapes import ShapePlace, draw_layout
from app.renderers.pptx.native_chart import SlideFrame, build_native
from app.renderers.pptx.shape import Pen
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
from tests.renderers.read_shapes import NativeMark, fill_of, is_dashed, read_native, read_shapes, rim_of

FRAME = SlideFrame(0.3, 0.1, 0.5, 0.8, 18, 15, 800)
#: Kinds that PowerPoint has no chart for: places on a scale that runs down, dates, figures set as text.
DRAWN = (ChartKind.RANK, ChartKind.EVENTS, ChartKind.FIGURE, ChartKind.FACTS)
_ARROWS = {Openness.UP: "→↑", Openness.DOWN: "←↓", Openness.CLOSED: "", Openness.ABOUT: ""}


@pytest.mark.parametrize("width", [300, 720])
@pytest.mark.parametrize("kind", ChartKind)
def test_each_drawn_mark_looks_as_its_figure_is_known(kind: ChartKind, width: int) -> None:
    for scene in scenes(kind, Lang.ZH):
        layout = layout_chart(scene, width)
        points, hatches = {point.id: point for point in scene.points}, expected_hatches(scene)
        events = {event.id: event for event in scene.events}
        for mark in (mark for mark in layout.marks if mark.point.id in points or mark.point.id in events):
            # One at a time, for the shapes of a slide do not say whose they are.
            words = tuple(each for each in layout.words if each.point == mark.point.id)
            alone = replace(layout, areas=(), strokes=(), marks=(mark,), words=words)
            drawn = read_shapes(draw_layout(alone, ShapePlace(0, 0, 1.5), Pen(Lang.ZH)))
            if mark.point.id in events:
                assert look_of(drawn, kind) == expected_event_look(events[mark.point.id]), mark.point.id
                continue
            point = points[mark.point.id]
            assert "".join(drawn.texts) == "".join(each.text for each in words)
            if is_told_in_words(point, scene):
                assert (drawn.bodies, drawn.lines) == ((), ()), mark.point.id
                continue
            assert look_of(drawn, kind) == expected_look(point, kind), mark.point.id
            assert is_seen(drawn), mark.point.id
            is_hollow = point.derived or point.target
            assert drawn.hatches == (frozenset() if is_hollow else frozenset({hatches[mark.point.id]} - {0})), (
                mark.point.id
            )


def test_what_is_highlighted_keeps_its_hue_and_the_rest_is_paler() -> None:
    (scene,) = (scene for scene in scenes(ChartKind.RANK, Lang.ZH) if scene.chart_id == "rank-exact")
    first, second = scene.points
    layout = layout_chart(scene, 720)
    drawn = read_shapes(draw_layout(layout, ShapePlace(0, 0, 1), Pen(Lang.ZH), highlight=frozenset({second.id})))
    assert [body.fill for body in drawn.bodies] == ["rule", second.emphasis.value]
    assert first.emphasis != second.emphasis


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind not in DRAWN])
def test_each_figure_of_a_native_chart_looks_as_it_is_known(kind: ChartKind, lang: Lang) -> None:
    held = 0
    for scene in scenes(kind, lang):
        made = build_native(scene)
        if made is None:
            continue
        found = list(read_native(write_chart_xml(made, FRAME, lang)).values())
        assert len(found) == len(scene.points), scene.chart_id
        for point in scene.points:
            mark = next(one for one in found if labels(one, point))
            held += 1
            check(mark, point, scene)
    assert held > 20


@pytest.mark.parametrize("kind", DRAWN)
def test_what_powerpoint_has_no_chart_for_is_drawn(kind: ChartKind) -> None:
    for scene in scenes(kind, Lang.ZH):
        (*_, last) = sheets(Exhibit(scene), Box(0, 0, 800, 360))
        assert last.native is None
        assert last.columns


def labels(mark: NativeMark, point: Point) -> bool:
    """Whether the mark has the label whole, and its date where other figures may say the same."""
    words = mark.label.lstrip("◇→←\u2002\u2003")
    return words.startswith(point.label.text) and is_dated(mark, point)


def is_dated(mark: NativeMark, point: Point) -> bool:
    said = condensed(mark.name + mark.label)
    return condensed(point.period_text.text) in said or (point.basis is PeriodBasis.STATED and bool(mark.name))


def check(mark: NativeMark, point: Point, scene: Scene) -> None:
    """Its arrow or brackets, its dashes, its diamond, its hue: at the label where PowerPoint has no such mark."""
    hue = "ink" if point.target else point.emphasis.value
    arrows = [(text, token) for text, token in mark.runs if text.strip("◇→←↑↓") == ""]
    text = "".join(text for text, _ in arrows)
    shape = fill_of(mark.properties), rim_of(mark.properties)
    assert text.replace("◇", "") in tuple(_ARROWS[point.openness]) or not _ARROWS[point.openness], point.id
    assert bool(text.replace("◇", "")) is bool(_ARROWS[point.openness]), point.id
    assert ("◇" in text) is point.target, point.id
    assert all(token == hue for _, token in arrows), point.id
    assert (mark.error > 0) is (point.openness is Openness.ABOUT and not point.target and not is_stacked(scene))
    if point.target:
        assert mark.symbol in ("", "none"), point.id
        assert mark.symbol or shape == ("", ""), point.id
    elif point.derived:
        assert shape == ("paper", hue), point.id
        assert mark.symbol or is_dashed(mark.properties)
        assert mark.symbol in ("", "circle")
    elif mark.symbol:
        assert shape == (hue, hue), point.id
        assert (mark.symbol == "dash") is (point.openness in (Openness.UP, Openness.DOWN)), point.id
    else:
        assert shape[0] == hue, point.id
        assert not is_dashed(mark.properties)


def is_stacked(scene: Scene) -> bool:
    """Parts have no brackets: they would lie on their neighbours. Their labels say 约."""
    return scene.kind is ChartKind.COMPOSITION


def test_the_parts_of_a_native_stack_are_told_apart_by_hatching() -> None:
    (scene,) = (scene for scene in scenes(ChartKind.COMPOSITION, Lang.ZH) if scene.chart_id == "composition-exact")
    made = build_native(scene)
    assert made is not None
    found = read_native(write_chart_xml(made, FRAME, Lang.ZH))
    assert [fill(one) for one in found.values()] == ["beijing", "second", "other hatched"]


def fill(mark: NativeMark) -> str:
    is_hatched = any(each.tag.endswith("pattFill") for each in mark.properties)
    return fill_of(mark.properties) + " hatched" * is_hatched
