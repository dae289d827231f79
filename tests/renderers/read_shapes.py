"""The shapes of a slide and the marks of a native chart, read from their XML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.renderers.pptx.shape import HATCHES, NAMESPACES
from app.renderers.pptx.theme import SCHEME
from tests.renderers.drawn_mark import Body, DrawnMark, Line, Place

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TOKENS = {scheme: token for token, scheme in SCHEME.items()}
_FORMS = {"ellipse": "circle", "diamond": "diamond", "rect": "rect"}
_HATCHES = {preset: number for number, preset in HATCHES.items()}


def read_shapes(shapes: str) -> DrawnMark:
    """The shapes of one mark: its bodies, the lines of its open end, its words."""
    root = etree.fromstring(f"<p:sheet {NAMESPACES}>{shapes}</p:sheet>")
    bodies: list[Body] = []
    lines: list[Line] = []
    hatches: set[int] = set()
    texts: list[str] = []
    for shape in root.iter(f"{P}sp"):
        properties = shape.find(f"{P}spPr")
        if shape.find(f"{P}txBody") is not None:
            texts += ["".join(run.text for run in shape.iter(f"{A}t"))]
        elif properties.find(f"{A}custGeom") is not None:
            lines.append(Line(tuple(_points(properties)), rim_of(properties)))
        elif _is_body(properties):
            bodies.append(_body(properties))
            hatches |= {_HATCHES[one.get("prst")] for one in properties.iter(f"{A}pattFill")}
    return DrawnMark(tuple(bodies), tuple(lines), frozenset(hatches), tuple(texts))


def _is_body(properties: Any) -> bool:
    """A square that is not filled is none: it stands for the rest of the whole."""
    return bool(fill_of(properties))


def _body(properties: Any) -> Body:
    x, y, width, height = _box(properties)
    form = _FORMS[properties.find(f"{A}prstGeom").get("prst")]
    rim, fill = rim_of(properties), fill_of(properties)
    return Body(form, fill, rim, is_dashed(properties), (x, y, x + width, y + height))


def _points(properties: Any) -> Iterator[Place]:
    x, y, _, __ = _box(properties)
    return ((x + int(one.get("x")), y + int(one.get("y"))) for one in properties.iter(f"{A}pt"))


def _box(properties: Any) -> tuple[int, int, int, int]:
    at, size = properties.find(f"{A}xfrm/{A}off"), properties.find(f"{A}xfrm/{A}ext")
    return int(at.get("x")), int(at.get("y")), int(size.get("cx")), int(size.get("cy"))


def fill_of(properties: Any) -> str:
    """The token of a fill, or of what lies under its hatching; empty where there is none."""
    for colour in ("solidFill", "pattFill/{A}bgClr"):
        found = properties.find(f"{A}{colour.format(A=A)}/{A}schemeClr")
        if found is not None:
            return TOKENS[found.get("val")]
    return ""


def rim_of(properties: Any) -> str:
    found = properties.find(f"{A}ln/{A}solidFill/{A}schemeClr")
    return "" if found is None else TOKENS[found.get("val")]


def is_dashed(properties: Any) -> bool:
    return properties.find(f"{A}ln/{A}prstDash") is not None


@dataclass(frozen=True)
class NativeMark:
    """A figure in a native chart: its words, its own properties or those of its series, and the bars of its error."""

    runs: tuple[tuple[str, str], ...]
    name: str
    symbol: str
    properties: Any
    error: float

    @property
    def label(self) -> str:
        return "".join(text for text, _ in self.runs)


def read_native(xml: bytes) -> Mapping[tuple[int, int], NativeMark]:
    """By series and row, the figures that have words."""
    root = etree.fromstring(xml)
    return {
        (number, int(label.find(f"{C}idx").get("val"))): _native(series, label)
        for number, series in enumerate(root.iter(f"{C}ser"))
        for label in series.iter(f"{C}dLbl")
    }


def _native(series: Any, label: Any) -> NativeMark:
    row = label.find(f"{C}idx").get("val")
    own = next((one for one in series.findall(f"{C}dPt") if one.find(f"{C}idx").get("val") == row), series)
    marker = own.find(f"{C}marker")
    if marker is None:
        marker = series.find(f"{C}marker")
    runs = tuple(
        (run.find(f"{A}t").text, TOKENS[run.find(f"{A}rPr/{A}solidFill/{A}schemeClr").get("val")])
        for run in label.iter(f"{A}r")
    )
    errors = [float(one.find(f"{C}v").text) for one in series.iterfind(f"{C}errBars/*/*/{C}pt[@idx='{row}']")]
    assert len(set(errors)) < 2, "an approximation is open to both sides alike"
    symbol = "" if marker is None else marker.find(f"{C}symbol").get("val")
    properties = (own if symbol in ("", "none") else marker).find(f"{C}spPr")
    return NativeMark(runs, _category(series, row), symbol, properties, errors[0] if errors else 0)


def _category(series: Any, row: str) -> str:
    found = series.find(f"{C}cat/{C}strRef/{C}strCache/{C}pt[@idx='{row}']/{C}v")
    return "" if found is None else found.text
