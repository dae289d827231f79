"""A poster as a standalone SVG: literal colours, its words inside, whence it comes as metadata, no links."""

from collections.abc import Mapping

from markupsafe import escape

from app.charts.frames.poster import Poster
from app.charts.layout import Role
from app.model.text import Lang
from app.renderers.palette import Palette
from app.renderers.picture_metadata import PictureMetadata
from app.renderers.qr import qr
from app.renderers.svg import content, draw_area, draw_stroke, draw_words
from app.renderers.svg_paint import Paint, number

#: What a standalone picture is set in; the site's stylesheet says the same for inline ones.
_SANS = "'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif"
_SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',SimSun,serif"
#: Text and title. English comes from Latin fonts: Chinese ones set “ ” ’ — as wide as a character.
_FACES: Mapping[Lang, tuple[str, str]] = {
    Lang.ZH: (_SANS, _SERIF),
    Lang.EN: (f"'Helvetica Neue',Arial,'Liberation Sans',{_SANS}", f"Georgia,'Liberation Serif',{_SERIF}"),
}


def picture(
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
            qr(imprint.address, poster.code) if poster.code else "",
        )
    )
    return drawn if poster.zoom == 1 else f'<g transform="scale({poster.zoom:.4f})">{drawn}</g>'


def _chart(poster: Poster, paint: Paint) -> str:
    if poster.layout is None:
        return ""
    at = f"{number(poster.left)} {number(poster.top)}"
    return f'<g transform="translate({at})">{"".join(content(poster.layout, paint))}</g>'
