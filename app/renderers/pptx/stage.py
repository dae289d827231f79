"""One slide being filled: its title first, then whatever is put on it, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as KINDS
from pptx.oxml import parse_xml
from pptx.util import Emu

from app.charts.layout import Box
from app.model.text import Lang
from app.renderers.pptx.shape import NAMESPACES, Pen, TextType, run_properties
from app.renderers.pptx.theme import EMU


@dataclass(frozen=True)
class _Parts:
    """What the library asks of the data of a chart: its XML and its workbook."""

    xml: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _: object) -> bytes:
        return self.xml


@dataclass(frozen=True)
class Stage:
    """`slide` is the library's; `pen` numbers its shapes."""

    slide: Any
    pen: Pen

    @classmethod
    def new(cls, presentation: Any, lang: Lang) -> "Stage":
        return cls(presentation.slides.add_slide(presentation.slide_layouts[0]), Pen(lang))

    @property
    def lang(self) -> Lang:
        return self.pen.lang

    def title(self, box: Box, text: str, kind: TextType) -> None:
        """In the title's own place, so that outlines and screen readers find it."""
        shape = self.slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (Emu(round(each * EMU)) for each in _sides(box))
        frame = shape.text_frame
        frame.word_wrap = True
        paragraph = frame.paragraphs[0]._p
        for child in list(paragraph):
            paragraph.remove(child)
        run = _parsed(f"<a:r>{run_properties(kind, self.lang)}<a:t/></a:r>")[0]
        run[-1].text = text
        paragraph.append(run)

    def put(self, shapes: str) -> None:
        """Shapes as XML, over what is there."""
        for each in _parsed(shapes):
            self.slide.shapes._spTree.append(each)

    def chart(self, box: Box, *, xml: bytes, workbook: bytes, name: str, about: str) -> None:
        """A native chart with its workbook; the kind is the XML's own."""
        sides = (Emu(round(each * EMU)) for each in _sides(box))
        frame = self.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *sides, _Parts(xml, workbook))
        properties = frame._element.nvGraphicFramePr.cNvPr
        properties.set("id", str(next(self.pen.numbers)))
        properties.set("name", name)
        properties.set("descr", about)

    def link(self, address: str) -> str:
        """The id of a relation to an address; empty for an empty one."""
        return self.slide.part.relate_to(address, KINDS.HYPERLINK, is_external=True) if address else ""

    def notes(self, text: str) -> None:
        """The speaker's notes, a paragraph a line."""
        body = self.slide.notes_slide.notes_text_frame._txBody
        for paragraph in body.p_lst:
            body.remove(paragraph)
        run = run_properties(TextType(12), self.lang)
        for line in text.split("\n"):
            paragraph = _parsed(f"<a:p><a:r>{run}<a:t/></a:r></a:p>")[0]
            paragraph[0][-1].text = line
            body.append(paragraph)


def _sides(box: Box) -> Sequence[float]:
    return box.x, box.y, box.width, box.height


def _parsed(shapes: str) -> list[Any]:
    wrapped = parse_xml(f"<p:sheet {NAMESPACES}>{shapes}</p:sheet>")
    elements = list(wrapped)
    etree.cleanup_namespaces(wrapped, keep_ns_prefixes=["a", "p", "r"])
    return elements
