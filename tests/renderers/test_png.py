"""A PNG is the SVG in pixels: the same each time, told whence it comes, and never with boxes for characters."""

import struct
import zlib
from collections.abc import Iterator

import pytest

from app.charts.pictures import poster
from app.charts.registry import layout_chart
from app.fonts import Fonts, NoFontError
from app.model.chart import ChartKind
from app.model.quantity import Qualifier
from app.renderers.palette import DARK, LIGHT, Palette
from app.renderers.picture import PictureMetadata, write_picture, write_png
from tests.figures import datum, scene

ABOUT = PictureMetadata(title="题目", source="来源：paper", version="1")
WIDTH = 400


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts.find()


def drawing(palette: Palette = LIGHT) -> str:
    made = scene(datum("a", "2200", period="2023"), datum("b", qualifier=Qualifier.OVER), kind=ChartKind.BARS)
    return write_picture(poster(layout_chart(made, WIDTH - 40)), id_prefix="x", palette=palette, imprint=ABOUT)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_scale_multiplies_the_pixels(fonts: Fonts, scale: int) -> None:
    width, height = size(write_png(drawing(), fonts, scale=scale, imprint=PictureMetadata()))
    assert width == WIDTH * scale
    assert height > 100 * scale


def test_the_same_input_gives_the_same_bytes(fonts: Fonts) -> None:
    assert len({write_png(drawing(), fonts, scale=2, imprint=ABOUT) for _ in range(3)}) == 1


def test_it_says_whence_it_comes(fonts: Fonts) -> None:
    body = write_png(drawing(), fonts, scale=1, imprint=ABOUT)
    told = [data for name, data in chunks(body) if name == b"iTXt"]
    assert told == [
        b"Title\0\0\0\0\0" + "题目".encode(),
        b"Source\0\0\0\0\0" + "来源：paper".encode(),
        b"Data version\0\0\0\0\x001",
    ]


def test_the_themes_differ(fonts: Fonts) -> None:
    assert write_png(drawing(), fonts, scale=1, imprint=PictureMetadata()) != write_png(
        drawing(DARK), fonts, scale=1, imprint=PictureMetadata()
    )


def test_without_fonts_nothing_is_drawn() -> None:
    with pytest.raises(NoFontError):
        write_png(drawing(), Fonts(()), scale=1, imprint=PictureMetadata())


def test_words_are_drawn(fonts: Fonts) -> None:
    """A picture without its texts is far smaller: resvg leaves out what it has no glyph for."""
    without = drawing().replace("<text", "<desc").replace("</text", "</desc")
    assert len(write_png(drawing(), fonts, scale=2, imprint=PictureMetadata())) > 2 * len(
        _drawn_without(without, fonts)
    )


def _drawn_without(text: str, fonts: Fonts) -> bytes:
    """One character is left, for a picture without any needs no font."""
    return write_png(
        text.replace("</svg>", '<text x="0" y="0">1</text></svg>'), fonts, scale=2, imprint=PictureMetadata()
    )


def size(body: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", body[16:24])
    return width, height


def chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's name and data; a wrong checksum is a failure."""
    assert body[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(body):
        (length,) = struct.unpack(">I", body[at : at + 4])
        name, data = body[at + 4 : at + 8], body[at + 8 : at + 8 + length]
        assert struct.unpack(">I", body[at + 8 + length : at + 12 + length]) == (zlib.crc32(name + data),)
        yield name, data
        at += 12 + length
