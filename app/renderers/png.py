"""A standalone SVG as PNG, drawn by resvg with fonts that hold every character; never a box in place of one."""

import struct
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree

import resvg_py

from app.fonts import Fonts
from app.renderers.picture_metadata import PictureMetadata

_SIGNATURE_AND_HEADER = 8 + 25
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def png(drawing: str, fonts: Fonts, *, scale: int, imprint: PictureMetadata) -> bytes:
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
