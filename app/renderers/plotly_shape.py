"""Everything in a Plotly figure that is no data: words, lines, areas and open ends, in paper coordinates."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

from app.layout.layout import Area, Box, Form, Mark, Role, Stroke, Words
from app.layout.ornament import RADIUS, ornaments
from app.renderers.palette import ROLE_WIDTH, Palette, token_of

Json = dict[str, Any]
#: From the baseline up to the middle of a line of text, in em; Plotly places text by its middle.
_MIDDLE = 0.35
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def annotation(words: Words, frame: Box, palette: Palette) -> Json:
    """A line of text without arrow; markup in it is shown as text."""
    text = escape(words.text)
    x, y = _paper((words.x, words.y - _MIDDLE * words.size), frame)
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": _ANCHORS[words.anchor],
        "yanchor": "middle",
        "align": _ANCHORS[words.anchor],
        "showarrow": False,
        "borderpad": 0,
        "captureevents": False,
        # A weight and not <b>: for markup Plotly writes a style attribute, which the pages' policy refuses.
        "font": {
            "size": words.size,
            "color": palette[token_of(words.role, words.emphasis)],
            "weight": 600 if words.bold else 400,
        },
    }


def area(each: Area, frame: Box, palette: Palette) -> list[Json]:
    """A filled rectangle, with its hatching if it is the swatch of a part."""
    plain = _rectangle(each.box, frame, fill=palette[token_of(each.role, each.emphasis)])
    return [plain, *_hatching(each.pattern, each.box, frame, palette)] if each.pattern else [plain]


def stroke(each: Stroke, frame: Box, palette: Palette) -> list[Json]:
    """One line shape a segment, under the marks."""
    dash = "solid" if not each.dashed else "2px,4px" if each.role is Role.GAP else "5px,4px"
    line = {"color": palette[token_of(each.role, each.emphasis)], "width": ROLE_WIDTH.get(each.role, 1), "dash": dash}
    return _segments(each.points, frame, line, layer="below")


def ornament_shapes(mark: Mark, frame: Box, palette: Palette) -> list[Json]:
    """Arrows and brackets, above the marks."""
    hue = palette.ink if mark.target else palette[mark.emphasis.value]
    shapes: list[Json] = []
    for ornament in ornaments(mark):
        colour = palette.paper if ornament.knocked and not mark.derived else hue
        shapes += _segments(ornament.path, frame, {"color": colour, "width": 2, "dash": "solid"}, layer="above")
    return shapes


def body_shapes(mark: Mark, frame: Box, palette: Palette) -> list[Json]:
    """What a trace cannot draw: dashed outlines of computed values, and counted squares."""
    hue = palette.ink if mark.target else palette[mark.emphasis.value]
    if mark.form is Form.SQUARES:
        return [
            *(_square(box, n < mark.filled, mark, frame, hue, palette) for n, box in enumerate(mark.squares)),
            *(shape for box in mark.squares[: mark.filled] for shape in _hatching(mark.pattern, box, frame, palette)),
        ]
    if mark.form in (Form.BAR, Form.SPAN) and mark.box is not None:
        return _bar_shapes(mark, mark.box, frame, hue, palette)
    if not mark.derived or mark.form is Form.CELL:
        return []
    dashed = {"color": hue, "width": 1.8, "dash": "3px,2px"}
    around = Box(mark.x - RADIUS, mark.y - RADIUS, 2 * RADIUS, 2 * RADIUS)
    if mark.form is Form.DOT:
        return [_rectangle(around, frame, fill=palette.paper, line=dashed, kind="circle", layer="above")]
    r = RADIUS + 2
    corners = ((0, -r), (r, 0), (0, r), (-r, 0), (0, -r))
    return _segments(tuple((mark.x + u, mark.y + v) for u, v in corners), frame, dashed, layer="above")


def _bar_shapes(mark: Mark, box: Box, frame: Box, hue: str, palette: Palette) -> list[Json]:
    if mark.derived:
        inner = Box(box.x + 1, box.y + 1, max(box.width - 2, 1), max(box.height - 2, 1))
        dashed = {"color": hue, "width": 1.8, "dash": "3px,2px"}
        return [_rectangle(inner, frame, fill=palette.paper, line=dashed, layer="above")]
    if not mark.pattern:
        return []
    return [_rectangle(box, frame, fill=hue), *_hatching(mark.pattern, box, frame, palette)]


def _hatching(pattern: int, box: Box, frame: Box, palette: Palette) -> list[Json]:
    """Lines of paper over a patterned part, the same directions as the SVG's tiles."""
    line = {"color": palette.paper, "width": 1.5, "dash": "solid"}
    if not pattern:
        return []
    if pattern == 3:
        rows = range(1, int(box.height // 8) + 1)
        lines = [((box.x, box.y + n * 8 - 4), (box.right, box.y + n * 8 - 4)) for n in rows]
    else:
        columns = range(1, int(box.width // 8) + 1)
        lean = {1: -8, 2: 8}.get(pattern, 0)
        middles = [box.x + n * 8 - 4 for n in columns]
        lines = [((x - lean / 2, box.y), (x + lean / 2, box.bottom)) for x in middles]
    return [shape for ends in lines for shape in _segments(ends, frame, line, layer="above")]


def _square(box: Box, is_filled: bool, mark: Mark, frame: Box, hue: str, palette: Palette) -> Json:  # noqa: FBT001
    if not is_filled:
        return _rectangle(box, frame, fill="rgba(0,0,0,0)", line={"color": palette.other, "width": 1})
    if mark.derived:
        return _rectangle(box, frame, fill=palette.paper, line={"color": hue, "width": 1.2, "dash": "3px,2px"})
    if mark.target:
        return _rectangle(box, frame, fill=palette.paper, line={"color": hue, "width": 2})
    return _rectangle(box, frame, fill=hue)


def _segments(path: Sequence[tuple[float, float]], frame: Box, line: Json, *, layer: str) -> list[Json]:
    return [_shape("line", _paper(one, frame), _paper(two, frame), line, layer) for one, two in pairwise(path)]


def _rectangle(
    box: Box, frame: Box, *, fill: str, line: Json | None = None, kind: str = "rect", layer: str = "below"
) -> Json:
    ends = _paper((box.x, box.bottom), frame), _paper((box.right, box.y), frame)
    return {**_shape(kind, *ends, line or {"width": 0}, layer), "fillcolor": fill}


def _shape(kind: str, one: tuple[float, float], two: tuple[float, float], line: Json, layer: str) -> Json:
    return {
        "type": kind,
        "xref": "paper",
        "yref": "paper",
        "x0": one[0],
        "y0": one[1],
        "x1": two[0],
        "y1": two[1],
        "line": line,
        "layer": layer,
    }


def _paper(point: tuple[float, float], frame: Box) -> tuple[float, float]:
    """Pixels to Plotly's paper coordinates, in which the plot box is the unit square and y goes up."""
    return (point[0] - frame.x) / frame.width, 1 - (point[1] - frame.y) / frame.height
