"""A poster as a standalone SVG or as PNG: literal colours, its words inside, whence it comes as metadata, no links."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree

import resvg_py
import segno
from markupsafe import escape

from app.charts.layout import Box, Role
from app.charts.pictures import Poster
from app.fonts import Fonts
from app.model.text import Lang
from app.renderers.palette import Palette
from app.renderers.svg import Paint, draw_area, draw_content, draw_stroke, draw_words, number


@dataclass(frozen=True)
class PictureMetadata:
    """`address` is empty while the site does not know its own."""

    title: str = ""
    source: str = ""
    version: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """All but the title, for an SVG, which has that elsewhere."""
        fields = {"source": self.source, "address": self.address, "version": self.version}
        return "; ".join(f"{name}: {value}" for name, value in fields.items() if value)

    @property
    def keywords(self) -> Mapping[str, str]:
        """By the keywords of a PNG's texts."""
        return {"Title": self.title, "Source": self.source, "Data version": self.version, "URL": self.address}


#: The empty modules that the standard wants on each side.
_QUIET = 4


def write_qr(address: str, box: Box) -> str:
    """The code in a square of paper-white; a fifth of it may be covered or blurred (level M) and it still reads."""
    rows = [list(row) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    side = len(rows) + 2 * _QUIET
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{long}v1h-{long}z" for y, row in enumerate(rows) for x, long in _runs(row)
    )
    scale = f"{box.width / side:.4f}"
    return (
        f'<g transform="translate({number(box.x)} {number(box.y)}) scale({scale})" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#ffffff"/><path d="{path}" fill="#000000"/></g>'
    )


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules begins, and how many they are."""
    x = 0
    for dark, modules in groupby(row, bool):
        long = len(list(modules))
        if dark:
            yield x, long
        x += long


#: What a standalone picture is set in; the site's stylesheet says the same for inline ones.
_SANS = "'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif"
_SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',SimSun,serif"
#: Text and title. English comes from Latin fonts: Chinese ones set “ ” ’ — as wide as a character.
_FACES: Mapping[Lang, tuple[str, str]] = {
    Lang.ZH: (_SANS, _SERIF),
    Lang.EN: (f"'Helvetica Neue',Arial,'Liberation Sans',{_SANS}", f"Georgia,'Liberation Serif',{_SERIF}"),
}


def write_picture(
    poster: Poster,
    *,
    id_prefix: str,
    palette: Palette,
    imprint: PictureMetadata,
    ground: str = "paper",
) -> str:
    """The poster as one `<svg>` with its imprint as metadata; a QR code leads to the imprint's address.

    `ground` is the token it stands on; nothing is under it where that is empty.
    """
    paint = Paint(palette, id_prefix)
    w, h = number(poster.width), number(poster.height)
    under = f'<rect width="{w}" height="{h}"{paint.fill(ground)}/>' if ground else ""
    lang = poster.lang.bcp47
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" lang="{lang}"'
        f' width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-family="{_FACES[poster.lang][False]}"'
        f' role="group" aria-labelledby="{id_prefix}-t" aria-describedby="{id_prefix}-d">'
        f'<title id="{id_prefix}-t">{escape(poster.title)}</title>'
        f'<desc id="{id_prefix}-d">{escape(poster.description)}</desc>'
        f"<metadata>{escape(imprint.line)}</metadata>{under}{_zoomed(poster, paint, imprint)}</svg>"
    )


def _zoomed(poster: Poster, paint: Paint, imprint: PictureMetadata) -> str:
    faces = _FACES[poster.lang]
    drawn = "".join(
        (
            *(draw_area(each, paint) for each in poster.areas),
            *(draw_stroke(each, paint) for each in poster.strokes),
            *(draw_words(each, paint, face=faces[each.role is Role.TITLE]) for each in poster.words),
            _chart(poster, paint),
            write_qr(imprint.address, poster.code) if poster.code else "",
        )
    )
    return drawn if poster.zoom == 1 else f'<g transform="scale({poster.zoom:.4f})">{drawn}</g>'


def _chart(poster: Poster, paint: Paint) -> str:
    if poster.layout is None:
        return ""
    at = f"{number(poster.left)} {number(poster.top)}"
    return f'<g transform="translate({at})">{"".join(draw_content(poster.layout, paint))}</g>'


_SIGNATURE_AND_HEADER = 8 + 25
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def write_png(drawing: str, fonts: Fonts, *, scale: int, imprint: PictureMetadata) -> bytes:
    """The picture at `scale` pixels to the unit, with its imprint as iTXt.

    The same SVG, fonts and imprint give the same bytes. Raises NoFontError before anything is drawn.
    """
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing
    files = fonts.holding(_drawn_text(root), _families(root))
    drawn = resvg_py.svg_to_bytes(
        svg_string=drawing,
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(file.path) for file in files],
        sans_serif_family=_generic(files[0].families),
        serif_family=_generic(files[0].families),
    )
    return _with_texts(bytes(drawn), imprint.keywords)


def _families(root: ElementTree.Element) -> list[str]:
    stacks = dict.fromkeys(stack for each in root.iter() if (stack := each.get("font-family")))
    return [name.strip("' ") for stack in stacks for name in stack.split(",")]


def _drawn_text(root: ElementTree.Element) -> str:
    """Every character that is drawn; titles, descriptions and metadata are not."""
    return "".join(text for each in root.iter(f"{_NAMESPACE}text") for text in each.itertext())


def _generic(families: frozenset[str]) -> str:
    return min(families)


def _with_texts(drawn: bytes, about: Mapping[str, str]) -> bytes:
    head, rest = drawn[:_SIGNATURE_AND_HEADER], drawn[_SIGNATURE_AND_HEADER:]
    return head + b"".join(_international_text(name, text) for name, text in about.items() if text) + rest


def _international_text(keyword: str, text: str) -> bytes:
    """An iTXt chunk, not compressed, of no stated language."""
    data = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    body = b"iTXt" + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
