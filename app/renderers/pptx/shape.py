"""Shapes of a slide as XML: text, areas, lines; measures are points, colours are those of the theme.

python-pptx has text boxes, groups, hatches and links, but no font for Chinese, no description and no slide number; and
it takes ten times as long: 0.8 ms a text box, with 300 on a slide, against 0.06 ms here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from markupsafe import escape

from app.charts.layout import Box
from app.model.text import Lang
from app.renderers.pptx.theme import EMU, SCHEME, tag_of

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: Office's own hatchings, in the order of the layout's patterns.
HATCHES = {1: "wdUpDiag", 2: "wdDnDiag", 3: "dkHorz", 4: "dkVert"}
Path = Sequence[tuple[float, float]]
#: Where a line's words stand in it, by the layout's name for it.
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}


@dataclass(frozen=True)
class TextType:
    """How text is set; `token` is a colour of the stylesheet."""

    size: float
    token: str = "ink"  # noqa: S105 - a colour
    bold: bool = False
    #: Set in the theme's font of titles.
    headline: bool = False


@dataclass(frozen=True)
class ShapeLine:
    """How a line is drawn, in points."""

    token: str
    width: float = 1.0
    dash: str = ""


@dataclass
class Pen:
    """Writes the shapes of one slide; each gets its number and a name in reading order."""

    lang: Lang
    numbers: Any = field(default_factory=lambda: count(100))

    def text(
        self,
        box: Box,
        lines: Sequence[tuple[str, TextType]],
        *,
        name: str,
        align: str = "start",
        anchor: str = "t",
        wrap: bool = True,
        link: str = "",
        about: str = "",
        ground: str = "",
    ) -> str:
        """A text box, one paragraph a line; `link` is the id of a relation of the slide, `ground` a colour under it."""
        paragraphs = "".join(self._paragraph(text, kind, _ALIGNED[align], link) for text, kind in lines)
        wrapped = "square" if wrap else "none"
        body = (
            f'<p:txBody><a:bodyPr wrap="{wrapped}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}" rtlCol="0">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>"
        )
        inside = solid(ground) if ground else "<a:noFill/>"
        shape = f'<p:spPr>{_placed(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{inside}</p:spPr>'
        return f'<p:sp>{self._named(name, about)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>{shape}{body}</p:sp>'

    def area(
        self, box: Box, *, name: str, fill: str = "", line: ShapeLine | None = None, form: str = "rect", hatch: str = ""
    ) -> str:
        """A filled or outlined shape of one of Office's own forms (rect, ellipse, diamond)."""
        inside = hatched(fill, hatch) if hatch else solid(fill) if fill else "<a:noFill/>"
        geometry = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        return self._drawn(name, f"{_placed(box)}{geometry}{inside}{outline(line)}")

    def path(self, points: Path, *, name: str, line: ShapeLine, token: str = "") -> str:
        """Straight lines through points; closed and filled when a `token` is given."""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
        corners = [f'<a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/>' for x, y in points]
        moves = "".join([f"<a:moveTo>{corners[0]}</a:moveTo>", *(f"<a:lnTo>{each}</a:lnTo>" for each in corners[1:])])
        fill, closed = ("", "<a:close/>") if token else (' fill="none"', "")
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{_emu(width)}" h="{_emu(height)}"{fill}>{moves}{closed}</a:path></a:pathLst></a:custGeom>'
        )
        inside = solid(token) if token else "<a:noFill/>"
        return self._drawn(name, f"{_placed(Box(left, top, width, height))}{geometry}{inside}{outline(line)}")

    def group(self, box: Box, shapes: Sequence[str], *, name: str, about: str) -> str:
        """Shapes that are one thing, with its description for those who cannot see it."""
        left, top, wide, high = (_emu(each) for each in (box.x, box.y, box.width, box.height))
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self._label(name, about)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
            f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></p:grpSpPr>'
            f"{''.join(shapes)}</p:grpSp>"
        )

    def number(self, box: Box) -> str:
        """The slide's number, which PowerPoint keeps right when slides are moved."""
        run = run_properties(TextType(12, "faint"), self.lang)
        field_ = f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">{run}<a:t>‹#›</a:t></a:fld>'
        return (
            f"<p:sp>{self._named('Slide number', '')}<p:cNvSpPr/>"
            f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr>{_placed(box)}</p:spPr>'
            f'<p:txBody><a:bodyPr lIns="0" rIns="0"/><a:lstStyle/><a:p><a:pPr algn="r"/>{field_}</a:p>'
            "</p:txBody></p:sp>"
        )

    def _paragraph(self, text: str, kind: TextType, align: str, link: str) -> str:
        run = run_properties(kind, self.lang, link=link)
        return f'<a:p><a:pPr algn="{align}"/><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p>'

    def _drawn(self, name: str, properties: str) -> str:
        return f"<p:sp>{self._named(name, '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"

    def _named(self, name: str, about: str) -> str:
        return f"<p:nvSpPr>{self._label(name, about)}"

    def _label(self, name: str, about: str) -> str:
        described = f' descr="{escape(about)}"' if about else ""
        return f'<p:cNvPr id="{next(self.numbers)}" name="{escape(name)}"{described}/>'


def run_properties(kind: TextType, lang: Lang, *, link: str = "", tag: str = "a:rPr") -> str:
    """Size, weight, colour and the theme's two fonts: one for Latin, one for Chinese."""
    face = "mj" if kind.headline else "mn"
    other = tag_of(lang.other)
    followed = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return (
        f'<{tag} lang="{tag_of(lang)}" altLang="{other}" sz="{round(kind.size * 100)}" b="{int(kind.bold)}">'
        f'{solid(kind.token)}<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/>{followed}</{tag}>'
    )


def solid(token: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{SCHEME[token]}"/></a:solidFill>'


def hatched(token: str, pattern: str) -> str:
    """A fill with lines of the paper's colour on it, so that parts are told apart without colour."""
    front, back = f'<a:schemeClr val="{SCHEME["paper"]}"/>', f'<a:schemeClr val="{SCHEME[token]}"/>'
    return f'<a:pattFill prst="{pattern}"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


def outline(line: ShapeLine | None, ends: str = "") -> str:
    """`ends` is the XML of an arrow head."""
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{line.dash}"/>' if line.dash else ""
    return f'<a:ln w="{_emu(line.width)}">{solid(line.token)}{dash}<a:miter lim="800000"/>{ends}</a:ln>'


def _placed(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/>'
        f'<a:ext cx="{max(_emu(box.width), 0)}" cy="{max(_emu(box.height), 0)}"/></a:xfrm>'
    )


def _emu(points: float) -> int:
    return round(points * EMU)
