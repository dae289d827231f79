"""A layout as SVG: real text, every mark a link to its evidence, no script, no style, nothing from outside."""

from collections.abc import Iterable, Mapping

from markupsafe import escape

from app.layout.glyphs import balanced, wrap
from app.layout.layout import Area, Layout, Mark, Role, Stroke, Words
from app.model.text import Lang
from app.renderers.palette import HALOED, ROLE_WIDTH, Palette, token_of
from app.renderers.svg_mark import body, patterns
from app.renderers.svg_paint import Paint, number, points

#: What a standalone picture is set in; the site's stylesheet says the same for inline ones.
_SANS = "'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif"
_SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',SimSun,serif"
#: Text and title. English comes from Latin fonts: Chinese ones set “ ” ’ — as wide as a character.
_FACES: Mapping[Lang, tuple[str, str]] = {
    "zh": (_SANS, _SERIF),
    "en": (f"'Helvetica Neue',Arial,'Liberation Sans',{_SANS}", f"Georgia,'Liberation Serif',{_SERIF}"),
}
_MARGIN, _UNDER_TITLE = 20.0, 5.0


def svg(
    layout: Layout,
    *,
    id_prefix: str,
    standalone: bool = False,
    palette: Palette | None = None,
    address: str = "",
    version: str = "",
    margin: float = _MARGIN,
    target: str = "",
) -> str:
    """The chart as one `<svg>`; colours are classes (assets/chart.css), or literals when a palette is given.

    A standalone one carries its title, subtitle and source line inside, and `address` and `version` as metadata;
    it needs a palette. `id_prefix` keeps ids apart on a page with several charts.
    `target` is where the marks' links open: a drawing does not heed the page's <base>.
    """
    paint = Paint(palette, id_prefix, target)
    content = "".join(_content(layout, paint))
    if not standalone:
        return _root(layout, paint, layout.width, layout.height, content)
    if palette is None:
        raise ValueError("a standalone picture needs a palette")
    return _standalone(layout, paint, content, address=address, version=version, margin=margin)


def _root(layout: Layout, paint: Paint, width: float, height: float, content: str, extra: str = "") -> str:
    scene, prefix = layout.scene, paint.prefix
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" lang="{"zh-CN" if scene.lang == "zh" else "en"}"'
        f' width="{w}" height="{h}" viewBox="0 0 {w} {h}"{extra}'
        f' role="group" aria-labelledby="{prefix}-t" aria-describedby="{prefix}-d">'
        f'<title id="{prefix}-t">{escape(scene.title)}</title><desc id="{prefix}-d">{escape(scene.description)}</desc>'
        f"{content}</svg>"
    )


def _content(layout: Layout, paint: Paint) -> Iterable[str]:
    yield patterns({m.pattern for m in layout.marks} | {a.pattern for a in layout.areas}, paint)
    yield from (_area(area, paint) for area in layout.areas)
    yield from (_stroke(stroke, paint) for stroke in layout.strokes)
    of_mark: dict[str, list[Words]] = {mark.id: [] for mark in layout.marks}
    alone: list[Words] = []
    for words in layout.words:
        of_mark.get(words.point, alone).append(words)
    yield from (_text(words, paint) for words in alone)
    # A figure shown by several marks is written once, in the first.
    yield from (_mark(mark, of_mark.pop(mark.id, []), paint) for mark in layout.marks)


def _area(area: Area, paint: Paint) -> str:
    box = area.box
    at = f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    hatch = f'<rect {at} fill="url(#{paint.prefix}-h{area.pattern})"/>' if area.pattern else ""
    return f"<rect {at}{paint.fill(token_of(area.role, area.emphasis))}/>{hatch}"


def _stroke(stroke: Stroke, paint: Paint) -> str:
    colour = paint.line(token_of(stroke.role, stroke.emphasis), width=ROLE_WIDTH.get(stroke.role, 1))
    dash = (
        "" if not stroke.dashed else ' stroke-dasharray="2 4"' if stroke.role is Role.GAP else ' stroke-dasharray="5 4"'
    )
    return f'<path d="M{points(stroke.points)}"{colour}{dash}/>'


def _text(words: Words, paint: Paint) -> str:
    colour = paint.text(token_of(words.role, words.emphasis), haloed=words.role in HALOED)
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    weight = ' font-weight="600"' if words.bold else ""
    return (
        f'<text x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"{anchor}{weight}{colour}>'
        f"{escape(words.text)}</text>"
    )


def _mark(mark: Mark, words: list[Words], paint: Paint) -> str:
    texts = "".join(_text(each, paint) for each in words)
    spoken = escape(mark.spoken)
    link = f' href="{escape(mark.href)}"{paint.link_target}' if mark.href and not paint.palette else ""
    return (
        f'<a class="mark"{link} data-id="{escape(mark.id)}" data-spoken="{spoken}" tabindex="-1">'
        f"<title>{spoken}</title>{body(mark, paint)}{texts}</a>"
    )


def _standalone(layout: Layout, paint: Paint, content: str, *, address: str, version: str, margin: float) -> str:
    scene = layout.scene
    head = [
        *_lines(scene.title, 20, 28, layout.width, Role.TITLE),
        *_lines(scene.subtitle, 13, 19, layout.width, Role.SUBTITLE),
    ]
    foot = [
        *_lines(scene.source_line, 12, 17, layout.width, Role.SOURCE),
        *_lines(address, 12, 17, layout.width, Role.SOURCE),
    ]
    top = _stack(head, margin, margin)
    body_top = top[-1].y + 18 if top else margin
    bottom = _stack(foot, margin, body_top + layout.height + 10)
    down = bottom[-1].y if bottom else body_top + layout.height
    width, height = layout.width + 2 * margin, down + max(margin, 12)
    ground = f'<rect width="{number(width)}" height="{number(height)}"{paint.fill("paper")}/>'
    face = _FACES[scene.lang]
    outer = "".join(_set_in(face[words.role is Role.TITLE], _text(words, paint)) for words in (*top, *bottom))
    inner = f'<g transform="translate({number(margin)} {number(body_top)})">{content}</g>'
    meta = _metadata(scene.source_line, address, version)
    return _root(layout, paint, width, height, meta + ground + outer + inner, f' font-family="{face[False]}"')


def _set_in(face: str, text: str) -> str:
    return text.replace("<text ", f'<text font-family="{face}" ', 1)


def _lines(text: str, size: float, leading: float, width: float, role: Role) -> list[tuple[str, float, float, Role]]:
    if not text:
        return []
    lines = balanced(text, size, width, bold=True) if role is Role.TITLE else wrap(text, size, width)
    return [(line, size, leading, role) for line in lines]


def _stack(lines: list[tuple[str, float, float, Role]], left: float, top: float) -> list[Words]:
    placed: list[Words] = []
    y = top
    for text, size, leading, role in lines:
        y += leading + (_UNDER_TITLE if placed and placed[-1].role is Role.TITLE is not role else 0)
        placed.append(Words(left, y, text, role, size, bold=role is Role.TITLE))
    return placed


def _metadata(source: str, address: str, version: str) -> str:
    fields = {"source": source, "address": address, "version": version}
    text = "; ".join(f"{k}: {v}" for k, v in fields.items() if v)
    return f"<metadata>{escape(text)}</metadata>"
