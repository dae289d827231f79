"""An empty presentation in our colours and fonts: 16:9, one layout, a master whose places the slides inherit."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as KINDS
from pptx.oxml.ns import qn

from app.model.text import Lang
from app.renderers.chart_export import DataEdition
from app.renderers.palette import LIGHT

#: Points. Every slide is 960 by 540 of them, so that 12 points are 24 pixels on a 1080p projector.
WIDTH, HEIGHT = 960.0, 540.0
#: Left and right of everything.
MARGIN = 54.0
EMU = 12_700

#: A theme's colour places, what our palette puts there, and so what a presenter can change at one stroke.
_COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.soft,
    "lt2": LIGHT.rule,
    "accent1": LIGHT.beijing,
    "accent2": LIGHT.second,
    "accent3": LIGHT.other,
    "accent4": LIGHT.beijing_soft,
    "accent5": LIGHT.faint,
    "accent6": LIGHT.soft,
    "hlink": LIGHT.second,
    "folHlink": LIGHT.second,
}
#: The theme's name for each colour of the stylesheet.
SCHEME = {
    "ink": "tx1",
    "paper": "bg1",
    "soft": "tx2",
    "rule": "bg2",
    "beijing": "accent1",
    "second": "accent2",
    "other": "accent3",
    "beijing-soft": "accent4",
    "faint": "accent5",
}
#: Fonts that PowerPoint has on Windows and Mac: titles, text; and the one for Chinese.
_TEXT, _CHINESE = "Arial", "Microsoft YaHei"
#: A serif that every machine has, whose figures stand on the line; beside Chinese, titles keep the figures of the text.
_TITLES: Mapping[Lang, str] = {Lang.ZH: _TEXT, Lang.EN: "Times New Roman"}
_LAYOUT = "Title Only"
_NAMES = {"title": (54, 26, 852, 76), "body": (54, 110, 852, 370), "sldNum": (846, 508, 60, 20)}
_TAGS = {"zh": "zh-CN", "en": "en-US"}


def tag_of(lang: Lang) -> str:
    """The language tag of Office."""
    return _TAGS[lang]


def new_presentation(title: str, lang: Lang, edition: DataEdition) -> Any:
    """An empty one; `presentation.slide_layouts[0]` has a title and a slide number."""
    made = Presentation()
    made.slide_width, made.slide_height = int(WIDTH * EMU), int(HEIGHT * EMU)
    made.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    for layout in [one for one in made.slide_layouts if one.name != _LAYOUT]:
        made.slide_layouts.remove(layout)
    _drop(made.part, KINDS.PRINTER_SETTINGS)
    _drop(made.part.package, KINDS.THUMBNAIL)
    _colour(made, lang)
    _set_places(made)
    _name(made.core_properties, title, lang, edition)
    return made


def _drop(part: Any, kind: str) -> None:
    """Leaves out what the library's own empty presentation carries along."""
    for key in [key for key, link in part._rels.items() if link.reltype == kind]:
        part._rels.pop(key)


def _colour(made: Any, lang: Lang) -> None:
    theme = made.slide_master.part.part_related_by(KINDS.THEME)
    colours = "".join(f'<a:{name}><a:srgbClr val="{value[1:]}"/></a:{name}>' for name, value in _COLOURS.items())
    text = theme.blob.decode()
    text = re.sub(r"(<a:clrScheme [^>]*>).*?(</a:clrScheme>)", rf"\g<1>{colours}\g<2>", text, flags=re.DOTALL)
    for name, face in (("majorFont", _TITLES[lang]), ("minorFont", _TEXT)):
        fonts = f'<a:latin typeface="{face}"/><a:ea typeface="{_CHINESE}"/><a:cs typeface=""/>'
        text = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf"\g<1>{fonts}\g<2>", text, flags=re.DOTALL)
    theme.blob = text.encode()


def _set_places(made: Any) -> None:
    """The master in 16:9: titles at the left and bold, so that a title someone adds looks like ours."""
    master = made.slide_master
    for shape in list(master.placeholders):
        kind = shape._element.find(f".//{qn('p:ph')}").get("type")
        if kind not in _NAMES:
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = (int(each * EMU) for each in _NAMES[kind])
    for shape in list(made.slide_layouts[0].placeholders):
        if shape._element.find(f".//{qn('p:ph')}").get("type") not in _NAMES:
            shape._element.getparent().remove(shape._element)
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).attrib.update({"sz": "2800", "b": "1"})
    body = next(one for one in master.placeholders if one._element.find(f".//{qn('p:ph')}").get("type") == "title")
    properties = body._element.find(f".//{qn('a:bodyPr')}")
    properties.attrib.update({"anchor": "t", "lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0"})
    for child in list(properties):
        properties.remove(child)
    etree.SubElement(properties, qn("a:noAutofit"))


def _name(properties: Any, title: str, lang: Lang, edition: DataEdition) -> None:
    # Office wants dates and names; the same data must give the same bytes, so they are those of the data.
    day = datetime(edition.year, 12, 31, tzinfo=UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = title, edition.site_name, edition.site_name
    properties.language, properties.version = tag_of(lang), edition.version
    properties.created = properties.modified = day
    properties.comments = properties.subject = properties.keywords = ""
