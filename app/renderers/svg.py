"""A layout as SVG: real text, every mark a link to its evidence, no script, no style, nothing from outside."""

from collections.abc import Iterable

from markupsafe import escape

from app.charts.layout import Area, Layout, Mark, Role, Stroke, Words
from app.renderers.palette import HALOED, ROLE_WIDTH, token_of
from app.renderers.svg_mark import body, patterns
from app.renderers.svg_paint import Paint, number, svg_points


def svg(layout: Layout, *, id_prefix: str, target: str = "", lit: frozenset[str] = frozenset()) -> str:
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
        f"{''.join(content(layout, paint))}</svg>"
    )


def content(layout: Layout, paint: Paint) -> Iterable[str]:
    """What stands in the chart, in the order in which it is painted."""
    yield patterns({m.pattern for m in layout.marks} | {a.pattern for a in layout.areas}, paint)
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
        f"<title>{escape(mark.point.spoken)}</title>{body(mark, paint)}{texts}</a>"
    )
