"""A layout as SVG: real text, every mark a link to its evidence, no script, no style, nothing from outside."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import escape

from app.charts.geometry.marks import RADIUS, bound_markers, has_body
from app.charts.layout import Area, Box, Form, Layout, Mark, Role, Stroke, Words
from app.renderers.palette import HALOED, ROLE_WIDTH, Palette, token_of


@dataclass(frozen=True)
class Paint:
    """Writes a colour token as a class (`f-beijing`, `s-beijing`), or as a literal when there is a palette."""

    palette: Palette | None
    prefix: str
    target: str = ""
    lit: frozenset[str] = frozenset()

    @property
    def link_target(self) -> str:
        """Where a link opens, when not in its own window."""
        return f' target="{self.target}" rel="noopener"' if self.target else ""

    def fill(self, token: str) -> str:
        return f' fill="{self.palette[token]}"' if self.palette else f' class="f-{token}"'

    def line(self, token: str, *, width: float) -> str:
        """A stroke without fill."""
        colour = f' stroke="{self.palette[token]}"' if self.palette else f' class="s-{token}"'
        return f'{colour} stroke-width="{number(width)}" fill="none"'

    def both(self, fill: str, stroke: str, *, width: float) -> str:
        if self.palette:
            colour = f' fill="{self.palette[fill]}" stroke="{self.palette[stroke]}"'
        else:
            colour = f' class="f-{fill} s-{stroke}"'
        return f'{colour} stroke-width="{number(width)}"'

    def text(self, token: str, *, haloed: bool) -> str:
        """A text's colour, and the rim of paper that keeps it legible on a line."""
        if not haloed:
            return self.fill(token)
        if self.palette is None:
            return f' class="f-{token} halo"'
        rim = f' stroke="{self.palette["paper"]}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
        return self.fill(token) + rim


def number(value: float) -> str:
    """At most one decimal, no trailing zero, no negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def svg_points(path: Iterable[tuple[float, float]]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in path)


_HOLLOW = ' stroke-dasharray="3 2"'
#: A finger or pointer needs more than a dot of five pixels.
_TOUCH = 14
#: Hatchings over a filled part, so that parts are told apart without colour: path data in an 8 px tile.
_HATCHES = {1: "M0 8L8 0", 2: "M0 0L8 8", 3: "M0 4H8", 4: "M4 0V8"}


def draw_body(mark: Mark, paint: Paint) -> str:
    """Everything drawn for a mark but its words."""
    shape = _SHAPES[mark.form](mark, paint)
    return shape + "".join(
        f'<path d="M{svg_points(ornament.path)}"'
        f"{paint.line('paper' if ornament.knocked and not mark.point.derived else _hue(mark), width=2)}/>"
        for ornament in bound_markers(mark)
    )


def draw_patterns(used: Iterable[int], paint: Paint) -> str:
    """The definitions of the hatchings that stand in the chart; empty when none does."""
    definitions = "".join(
        f'<pattern id="{paint.prefix}-h{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="{_HATCHES[n]}"{paint.line("paper", width=1.5)}/></pattern>'
        for n in sorted(used)
        if n
    )
    return f"<defs>{definitions}</defs>" if definitions else ""


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


def write_svg(layout: Layout, *, id_prefix: str, target: str = "", lit: frozenset[str] = frozenset()) -> str:
    """The chart as one `<svg>` for a page; its colours are classes (assets/chart.css).

    `id_prefix` keeps ids apart on a page with several charts.
    `target` is where the marks' links open: a drawing does not heed the page's <base>. `lit` marks are told apart.
    """
    scene, paint = layout.scene, Paint(None, id_prefix, target, lit)
    w, h = number(layout.width), number(layout.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" lang="{scene.lang.bcp47}"'
        f' width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
        f' role="group" aria-labelledby="{id_prefix}-t" aria-describedby="{id_prefix}-d">'
        f'<title id="{id_prefix}-t">{escape(scene.title)}</title>'
        f'<desc id="{id_prefix}-d">{escape(scene.description)}</desc>'
        f"{''.join(draw_content(layout, paint))}</svg>"
    )


def draw_content(layout: Layout, paint: Paint) -> Iterable[str]:
    """What stands in the chart, in the order in which it is painted."""
    yield draw_patterns({m.pattern for m in layout.marks} | {a.pattern for a in layout.areas}, paint)
    yield from (draw_area(area, paint) for area in layout.areas)
    yield from (draw_stroke(stroke, paint) for stroke in layout.strokes)
    of_mark: dict[str, list[Words]] = {mark.point.id: [] for mark in layout.marks}
    alone: list[Words] = []
    for words in layout.words:
        of_mark.get(words.point, alone).append(words)
    yield from (draw_words(words, paint) for words in alone)
    # A figure shown by several marks is written once, in the first.
    yield from (_mark(mark, of_mark.pop(mark.point.id, []), paint) for mark in layout.marks)


def draw_area(area: Area, paint: Paint) -> str:
    """A filled rectangle, hatched where it stands for a part."""
    box = area.box
    at = f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    hatch = f'<rect {at} fill="url(#{paint.prefix}-h{area.pattern})"/>' if area.pattern else ""
    return f"<rect {at}{paint.fill(token_of(area.role, area.emphasis))}/>{hatch}"


def draw_stroke(stroke: Stroke, paint: Paint) -> str:
    """A run of lines in the weight and dashes of its role."""
    colour = paint.line(token_of(stroke.role, stroke.emphasis), width=ROLE_WIDTH.get(stroke.role, 1))
    dash = (
        "" if not stroke.dashed else ' stroke-dasharray="2 4"' if stroke.role is Role.GAP else ' stroke-dasharray="5 4"'
    )
    return f'<path d="M{svg_points(stroke.points)}"{colour}{dash}/>'


def draw_words(words: Words, paint: Paint, *, face: str = "") -> str:
    """A line of text; `face` is its fonts where they are not those of what it stands in."""
    family = f'font-family="{face}" ' if face else ""
    colour = paint.text(token_of(words.role, words.emphasis), haloed=words.role in HALOED)
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    weight = ' font-weight="600"' if words.bold else ""
    return (
        f'<text {family}x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"{anchor}{weight}'
        f"{colour}>{escape(words.text)}</text>"
    )


def _mark(mark: Mark, words: list[Words], paint: Paint) -> str:
    texts = "".join(draw_words(each, paint) for each in words)
    link = f' href="{escape(mark.point.href)}"{paint.link_target}' if mark.point.href and not paint.palette else ""
    name = "mark lit" if mark.point.id in paint.lit else "mark"
    return (
        f'<a class="{name}"{link} data-id="{escape(mark.point.id)}" tabindex="-1">'
        f"<title>{escape(mark.point.spoken)}</title>{draw_body(mark, paint)}{texts}</a>"
    )
