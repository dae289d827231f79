"""A laid-out chart as shapes, for the kinds PowerPoint cannot draw itself; a group that can be edited."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.charts.geometry.marks import RADIUS, bound_markers, has_body
from app.charts.geometry.text import width
from app.charts.layout import Area, Box, Form, Layout, Mark, Role, Stroke, Words
from app.renderers.palette import HALOED, ROLE_WIDTH, token_of
from app.renderers.pptx.shape import HATCHES, Pen, ShapeLine, TextType

#: Text boxes are centred on the middle of the digits, which stands this far over the baseline in every font.
_MIDDLE, _LINE = 0.37, 1.3


@dataclass(frozen=True)
class ShapePlace:
    """Where the layout's origin stands on the slide, and how many points a pixel is."""

    x: float
    y: float
    scale: float

    def box(self, box: Box) -> Box:
        return Box(*self.at(box.x, box.y), box.width * self.scale, box.height * self.scale)

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.y + y * self.scale


def draw_layout(layout: Layout, place: ShapePlace, pen: Pen, *, highlight: frozenset[str] = frozenset()) -> str:
    """The chart as one group, described for those who cannot see it; what is not highlighted is paler."""
    faded = {mark.point.id for mark in layout.marks if highlight and mark.point.id not in highlight}
    shapes = [
        *(_area(area, place, pen) for area in layout.areas),
        *(_stroke(stroke, place, pen) for stroke in layout.strokes),
        *(_words(words, place, pen, layout, faded=words.point in faded) for words in layout.words if words.text),
        *(shape for mark in layout.marks for shape in _mark(mark, place, pen, faded=mark.point.id in faded)),
    ]
    scene = layout.scene
    box = place.box(Box(0, 0, layout.width, layout.height))
    return pen.group(box, shapes, name=f"chart: {scene.chart_id}", about=scene.description)


def _area(area: Area, place: ShapePlace, pen: Pen) -> str:
    hue = token_of(area.role, area.emphasis)
    return pen.area(place.box(area.box), name="area", fill=hue, hatch=HATCHES.get(area.pattern, ""))


def _stroke(stroke: Stroke, place: ShapePlace, pen: Pen) -> str:
    dash = "" if not stroke.dashed else "sysDot" if stroke.role is Role.GAP else "sysDash"
    line = ShapeLine(token_of(stroke.role, stroke.emphasis), ROLE_WIDTH.get(stroke.role, 1) * place.scale, dash)
    return pen.path([place.at(*point) for point in stroke.points], name="line", line=line)


def _words(words: Words, place: ShapePlace, pen: Pen, layout: Layout, *, faded: bool) -> str:
    """One line; its box is as wide as the layout kept free, and grows away from its anchor.

    On a time axis it covers the lines that would run through it.
    """
    size, across = words.size * place.scale, width(words.text, words.size, words.bold) * place.scale
    x, y = place.at(words.x, words.y)
    left = {"start": x, "middle": x - across / 2, "end": x - across}[words.anchor]
    box = Box(left, y - _MIDDLE * size - _LINE * size / 2, across, _LINE * size)
    token = "faint" if faded and words.role is not Role.TICK else token_of(words.role, words.emphasis)
    kind = TextType(size, token, words.bold and not faded)
    ground = "paper" if layout.scene.events and words.role in HALOED else ""
    return pen.text(box, [(words.text, kind)], name="text", align=words.anchor, anchor="ctr", wrap=False, ground=ground)


def _mark(mark: Mark, place: ShapePlace, pen: Pen, *, faded: bool) -> Iterable[str]:
    hue = "ink" if mark.point.target else mark.point.emphasis.value
    yield from _BODIES[mark.form](mark, place, pen, "rule" if faded else hue)
    for ornament in bound_markers(mark):
        token = "paper" if ornament.knocked and not _is_hollow(mark) else "faint" if faded else hue
        points = [place.at(*point) for point in ornament.path]
        yield pen.path(points, name="bound", line=ShapeLine(token, 2 * place.scale))


def _dot(mark: Mark, place: ShapePlace, pen: Pen, hue: str) -> Iterable[str]:
    if has_body(mark):
        box = place.box(Box(mark.x - RADIUS, mark.y - RADIUS, 2 * RADIUS, 2 * RADIUS))
        yield pen.area(box, name="figure", form="ellipse", fill=_fill(mark, hue), line=_rim(mark, hue, place))


def _diamond(mark: Mark, place: ShapePlace, pen: Pen, _: str) -> Iterable[str]:
    r = RADIUS + 2
    line = ShapeLine("ink", 2 * place.scale, "sysDash" if mark.point.derived else "")
    box = place.box(Box(mark.x - r, mark.y - r, 2 * r, 2 * r))
    yield pen.area(box, name="goal", form="diamond", fill="paper", line=line)


def _bar(mark: Mark, place: ShapePlace, pen: Pen, hue: str) -> Iterable[str]:
    assert mark.box is not None, "a bar has a box"
    yield pen.area(
        place.box(mark.box), name="figure", hatch=_hatch(mark), fill=_fill(mark, hue), line=_rim(mark, hue, place)
    )


def _squares(mark: Mark, place: ShapePlace, pen: Pen, hue: str) -> Iterable[str]:
    for number, square in enumerate(mark.squares):
        if number < mark.filled:
            yield pen.area(
                place.box(square), name="square", hatch=_hatch(mark), fill=_fill(mark, hue), line=_rim(mark, hue, place)
            )
        else:
            yield pen.area(place.box(square), name="square", line=ShapeLine("other", place.scale))


def _hatch(mark: Mark) -> str:
    return "" if _is_hollow(mark) else HATCHES.get(mark.pattern, "")


def _fill(mark: Mark, hue: str) -> str:
    return "paper" if _is_hollow(mark) else hue


def _rim(mark: Mark, hue: str, place: ShapePlace) -> ShapeLine | None:
    """Hollow where it is a goal, hollow and dashed where it was computed."""
    if not _is_hollow(mark):
        return None
    return ShapeLine(hue, 1.8 * place.scale, "sysDash" if mark.point.derived else "")


def _is_hollow(mark: Mark) -> bool:
    """Neither what was computed nor a goal is filled."""
    return mark.point.derived or mark.point.target


def _cell(_: Mark, __: ShapePlace, ___: Pen, ____: str) -> Iterable[str]:
    return ()


_BODIES = {
    Form.DOT: _dot,
    Form.DIAMOND: _diamond,
    Form.BAR: _bar,
    Form.SPAN: _bar,
    Form.SQUARES: _squares,
    Form.CELL: _cell,
}
