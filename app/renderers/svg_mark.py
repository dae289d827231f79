"""The body of a mark and its ornaments in SVG."""

from collections.abc import Iterable

from app.charts.geometry.bound_markers import RADIUS, bound_markers, has_body
from app.charts.layout import Box, Form, Mark
from app.renderers.svg_paint import Paint, number, svg_points

_HOLLOW = ' stroke-dasharray="3 2"'
#: A finger or pointer needs more than a dot of five pixels.
_TOUCH = 14
#: Hatchings over a filled part, so that parts are told apart without colour: path data in an 8 px tile.
_HATCHES = {1: "M0 8L8 0", 2: "M0 0L8 8", 3: "M0 4H8", 4: "M4 0V8"}


def body(mark: Mark, paint: Paint) -> str:
    """Everything drawn for a mark but its words."""
    shape = _SHAPES[mark.form](mark, paint)
    return shape + "".join(
        f'<path d="M{svg_points(ornament.path)}"'
        f"{paint.line('paper' if ornament.knocked and not mark.point.derived else _hue(mark), width=2)}/>"
        for ornament in bound_markers(mark)
    )


def patterns(used: Iterable[int], paint: Paint) -> str:
    """The definitions of the hatchings that stand in the chart; empty when none does."""
    found = "".join(
        f'<pattern id="{paint.prefix}-h{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="{_HATCHES[n]}"{paint.line("paper", width=1.5)}/></pattern>'
        for n in sorted(used)
        if n
    )
    return f"<defs>{found}</defs>" if found else ""


def _hue(mark: Mark) -> str:
    return "ink" if mark.point.target else mark.point.emphasis.value


def _dot(mark: Mark, paint: Paint) -> str:
    at = f'cx="{number(mark.x)}" cy="{number(mark.y)}"'
    touch = f'<circle {at} r="{_TOUCH}" fill="none" pointer-events="all"/>'
    if not has_body(mark):
        return touch
    if mark.point.derived:
        return touch + f'<circle {at} r="{number(RADIUS)}"{paint.both("paper", _hue(mark), width=1.8)}{_HOLLOW}/>'
    return touch + f'<circle {at} r="{number(RADIUS)}"{paint.fill(_hue(mark))}/>'


def _diamond(mark: Mark, paint: Paint) -> str:
    x, y, r = mark.x, mark.y, RADIUS + 2
    corners = svg_points(((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
    touch = f'<circle cx="{number(x)}" cy="{number(y)}" r="{_TOUCH}" fill="none" pointer-events="all"/>'
    hollow = _HOLLOW if mark.point.derived else ""
    return touch + f'<path d="M{corners}Z"{paint.both("paper", "ink", width=2)}{hollow}/>'


def _bar(mark: Mark, paint: Paint) -> str:
    assert mark.box is not None
    if mark.point.derived:
        inner = Box(mark.box.x + 1, mark.box.y + 1, max(mark.box.width - 2, 1), mark.box.height - 2)
        return f"<rect {_box(inner)}{paint.both('paper', _hue(mark), width=1.8)}{_HOLLOW}/>"
    plain = f"<rect {_box(mark.box)}{paint.fill(_hue(mark))}/>"
    if not mark.pattern:
        return plain
    return plain + f'<rect {_box(mark.box)} fill="url(#{paint.prefix}-h{mark.pattern})"/>'


def _squares(mark: Mark, paint: Paint) -> str:
    filled = "".join(_square(box) for box in mark.squares[: mark.filled])
    rest = "".join(_square(box) for box in mark.squares[mark.filled :])
    hue = _hue(mark)
    full = paint.both("paper", hue, width=1.2) + _HOLLOW if mark.point.derived else paint.fill(hue)
    if mark.point.target and not mark.point.derived:
        full = paint.both("paper", hue, width=2)
    hatch = f'<path d="{filled}" fill="url(#{paint.prefix}-h{mark.pattern})"/>' if mark.pattern and filled else ""
    return (f'<path d="{filled}"{full}/>{hatch}' if filled else "") + (
        f'<path d="{rest}"{paint.line("other", width=1)}/>' if rest else ""
    )


def _square(box: Box) -> str:
    side = number(box.width)
    return f"M{number(box.x)} {number(box.y)}h{side}v{number(box.height)}h-{side}z"


def _cell(mark: Mark, _: Paint) -> str:
    return f'<rect {_box(mark.box)} fill="none" pointer-events="all"/>' if mark.box else ""


def _box(box: Box) -> str:
    return f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'


_SHAPES = {
    Form.DOT: _dot,
    Form.DIAMOND: _diamond,
    Form.BAR: _bar,
    Form.SPAN: _bar,
    Form.SQUARES: _squares,
    Form.CELL: _cell,
}
