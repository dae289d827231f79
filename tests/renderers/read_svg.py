"""The marks of an SVG by the figures they stand for, read from its elements and attributes."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from app.renderers.palette import TOKENS, Palette
from tests.renderers.drawn_mark import Body, DrawnMark, Line, Place

_NS = "{http://www.w3.org/2000/svg}"
_MARK = "3 2"


def read_marks(drawing: str, palette: Palette | None = None) -> Mapping[str, DrawnMark]:
    """Colours are classes, or with a palette literals."""
    tokens = {palette[token]: token for token in TOKENS} if palette else {}
    root = ElementTree.fromstring(drawing)
    return {one.get("data-id", ""): _mark(one, tokens) for one in root.iter(f"{_NS}a") if one.get("data-id")}


def texts_of(drawing: str) -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.fromstring(drawing).iter(f"{_NS}text")]


def _mark(group: ElementTree.Element, tokens: Mapping[str, str]) -> DrawnMark:
    bodies: list[Body] = []
    lines: list[Line] = []
    hatches: set[int] = set()
    for each in group:
        if each.get("pointer-events") or each.tag in (f"{_NS}title", f"{_NS}text"):
            continue
        hatch = re.fullmatch(r"url\(#.+-h(\d)\)", each.get("fill", ""))
        if hatch:
            hatches.add(int(hatch[1]))
        elif each.tag == f"{_NS}path" and not re.search("[hZ]", each.get("d", "")):
            lines.append(Line(_points(each.get("d", "")), _colour(each, "s", "stroke", tokens)))
        elif each.get("fill") != "none" or each.get("stroke-dasharray"):
            bodies.append(_body(each, tokens))
    texts = tuple("".join(each.itertext()) for each in group.iter(f"{_NS}text"))
    return DrawnMark(tuple(bodies), tuple(lines), frozenset(hatches), texts, group.findtext(f"{_NS}title") or "")


def _body(each: ElementTree.Element, tokens: Mapping[str, str]) -> Body:
    """Squares that are not filled are no body: they have no fill."""
    dash = each.get("stroke-dasharray")
    assert dash in (None, _MARK)
    form = each.tag.removeprefix(_NS)
    box = (0.0, 0.0, 0.0, 0.0)
    if form == "rect":
        x, y, width, height = (float(each.get(name, "0")) for name in ("x", "y", "width", "height"))
        box = (x, y, x + width, y + height)
    if form == "path":
        form = "squares" if "h" in each.get("d", "") else "diamond"
    return Body(form, _colour(each, "f", "fill", tokens), _colour(each, "s", "stroke", tokens), dash == _MARK, box)


def _colour(each: ElementTree.Element, letter: str, name: str, tokens: Mapping[str, str]) -> str:
    if tokens:
        literal = each.get(name, "none")
        return "" if literal == "none" else tokens[literal]
    found = re.search(rf"\b{letter}-([a-z-]+)", each.get("class", ""))
    return found[1] if found else ""


def _points(path: str) -> tuple[Place, ...]:
    pairs = (part.split(" ") for part in path.removeprefix("M").split("L"))
    return tuple((float(x), float(y)) for x, y in pairs)
