"""Everything in a Plotly figure that is no data: lines, areas and open ends, in paper coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.charts.geometry.marks import RADIUS, bound_markers
from app.charts.layout import Area, Box, Form, Mark, Role, Stroke
from app.renderers.palette import ROLE_WIDTH, Palette, token_of

Json = dict[str, Any]
_NONE = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class PlotArea:
    """The whole picture: Plotly's paper coordinates, in which it is the unit square and y goes up."""

    width: float
    height: float

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        return round(point[0] / self.width, 5), round(1 - point[1] / self.height, 5)


def together(shapes: Sequence[Json]) -> list[Json]:
    """Paths of one look that follow each other, as one: Plotly takes as long for a shape as for a hundred lines."""
    found: list[Json] = []
    for shape in shapes:
        before = found[-1] if found else {}
        if "path" in shape and {**before, "path": ""} == {**shape, "path": ""}:
            found[-1] = {**before, "path": before["path"] + shape["path"]}
        else:
            found.append(shape)
    return found


def area(each: Area, sheet: PlotArea, palette: Palette) -> list[Json]:
    """A filled rectangle, with its hatching if it is the swatch of a part."""
    plain = _rectangle(each.box, sheet, fill=palette[token_of(each.role, each.emphasis)])
    return [plain, *_hatching(each.pattern, each.box, sheet, palette)] if each.pattern else [plain]


def stroke(each: Stroke, sheet: PlotArea, palette: Palette) -> list[Json]:
    """A run of lines, under the marks."""
    dash = "solid" if not each.dashed else "2px,4px" if each.role is Role.GAP else "5px,4px"
    line = {"color": palette[token_of(each.role, each.emphasis)], "width": ROLE_WIDTH.get(each.role, 1), "dash": dash}
    return _segments(each.points, sheet, line, layer="below")


def ornament_shapes(mark: Mark, sheet: PlotArea, palette: Palette) -> list[Json]:
    """Arrows and brackets, above the marks."""
    hue = palette.ink if mark.point.target else palette[mark.point.emphasis.value]
    shapes: list[Json] = []
    for ornament in bound_markers(mark):
        colour = palette.paper if ornament.knocked and not mark.point.derived else hue
        shapes += _segments(ornament.path, sheet, {"color": colour, "width": 2, "dash": "solid"}, layer="above")
    return shapes


def body_shapes(mark: Mark, sheet: PlotArea, palette: Palette) -> list[Json]:
    """What a trace cannot draw: dashed outlines of computed values, and counted squares."""
    hue = palette.ink if mark.point.target else palette[mark.point.emphasis.value]
    if mark.form is Form.SQUARES:
        return [
            *(_square(box, n < mark.filled, mark, sheet, hue, palette) for n, box in enumerate(mark.squares)),
            *(shape for box in mark.squares[: mark.filled] for shape in _hatching(mark.pattern, box, sheet, palette)),
        ]
    if mark.form in (Form.BAR, Form.SPAN) and mark.box is not None:
        return _bar_shapes(mark, mark.box, sheet, hue, palette)
    if not mark.point.derived or mark.form is Form.CELL:
        return []
    dashed = {"color": hue, "width": 1.8, "dash": "3px,2px"}
    around = Box(mark.x - RADIUS, mark.y - RADIUS, 2 * RADIUS, 2 * RADIUS)
    if mark.form is Form.DOT:
        return [_rectangle(around, sheet, fill=palette.paper, line=dashed, kind="circle", layer="above")]
    r = RADIUS + 2
    corners = ((0, -r), (r, 0), (0, r), (-r, 0), (0, -r))
    return _segments(tuple((mark.x + u, mark.y + v) for u, v in corners), sheet, dashed, layer="above")


def _bar_shapes(mark: Mark, box: Box, sheet: PlotArea, hue: str, palette: Palette) -> list[Json]:
    if mark.point.derived:
        inner = Box(box.x + 1, box.y + 1, max(box.width - 2, 1), max(box.height - 2, 1))
        dashed = {"color": hue, "width": 1.8, "dash": "3px,2px"}
        return [_rectangle(inner, sheet, fill=palette.paper, line=dashed, layer="above")]
    if not mark.pattern:
        return []
    return [_rectangle(box, sheet, fill=hue), *_hatching(mark.pattern, box, sheet, palette)]


def _hatching(pattern: int, box: Box, sheet: PlotArea, palette: Palette) -> list[Json]:
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
    return [shape for ends in lines for shape in _segments(ends, sheet, line, layer="above")]


def _square(box: Box, is_filled: bool, mark: Mark, sheet: PlotArea, hue: str, palette: Palette) -> Json:  # noqa: FBT001
    if not is_filled:
        return _rectangle(box, sheet, fill=_NONE, line={"color": palette.other, "width": 1})
    if mark.point.derived:
        return _rectangle(box, sheet, fill=palette.paper, line={"color": hue, "width": 1.2, "dash": "3px,2px"})
    if mark.point.target:
        return _rectangle(box, sheet, fill=palette.paper, line={"color": hue, "width": 2})
    return _rectangle(box, sheet, fill=hue)


def _segments(path: Sequence[tuple[float, float]], sheet: PlotArea, line: Json, *, layer: str) -> list[Json]:
    return [_path(path, sheet, line, layer, fill=_NONE)]


def _rectangle(
    box: Box, sheet: PlotArea, *, fill: str, line: Json | None = None, kind: str = "rect", layer: str = "below"
) -> Json:
    line = line or {"width": 0}
    if kind == "rect":
        corners = ((box.x, box.bottom), (box.right, box.bottom), (box.right, box.y), (box.x, box.y))
        return _path(corners, sheet, line, layer, fill=fill, end="Z")
    (x0, y0), (x1, y1) = sheet.at((box.x, box.bottom)), sheet.at((box.right, box.y))
    return {**_shape(kind, line, layer, fill), "x0": x0, "y0": y0, "x1": x1, "y1": y1}


def _path(
    points: Sequence[tuple[float, float]], sheet: PlotArea, line: Json, layer: str, *, fill: str, end: str = ""
) -> Json:
    written = "L".join("{},{}".format(*sheet.at(point)) for point in points)
    return {**_shape("path", line, layer, fill), "path": f"M{written}{end}"}


def _shape(kind: str, line: Json, layer: str, fill: str) -> Json:
    return {"type": kind, "xref": "paper", "yref": "paper", "line": line, "layer": layer, "fillcolor": fill}
