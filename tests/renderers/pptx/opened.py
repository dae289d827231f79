"""A second reader of PowerPoint files: the zip and its XML, without the library that wrote them."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import openpyxl
from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Series:
    """A series: its name, its numbers by row, and the words at them by row."""

    name: str
    values: Mapping[int, float]
    labels: Mapping[int, str]


@dataclass(frozen=True)
class Chart:
    """A native chart: its XML, what is read from it, and the rows of its workbook."""

    root: Any
    names: tuple[str, ...]
    series: tuple[Series, ...]
    sheet: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Slide:
    """`texts` are what is written outside native charts, in order; `abouts` the alternative texts by shape's name."""

    title: str
    texts: tuple[str, ...]
    charts: tuple[Chart, ...]
    abouts: Mapping[str, str]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """A file; `parts` are its XML parts by name, `outside` the addresses that it leads to."""

    slides: tuple[Slide, ...]
    parts: Mapping[str, Any]
    outside: tuple[str, ...]
    size: tuple[int, int]
    dates: frozenset[tuple[int, ...]]


def opened(data: bytes) -> Opened:
    """Raises KeyError or XMLSyntaxError where a part is missing or unsound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
        dates = frozenset(tuple(info.date_time) for info in archive.infolist())
    parts = {name: etree.fromstring(body) for name, body in files.items() if name.endswith((".xml", ".rels"))}
    whole = parts["ppt/presentation.xml"]
    size = whole.find(f"{_P}sldSz")
    links = _links(parts, "ppt/presentation.xml")
    slides = tuple(_slide(files, parts, links[each.get(f"{_R}id")]) for each in whole.iter(f"{_P}sldId"))
    outside = [e.get("Target") for n, p in parts.items() if n.endswith(".rels") for e in p if e.get("TargetMode")]
    return Opened(slides, parts, tuple(outside), (int(size.get("cx")), int(size.get("cy"))), dates)


def _links(parts: Mapping[str, Any], name: str) -> dict[str, str]:
    """The parts that a part leads to, by relation."""
    folder, file = posixpath.split(name)
    found = parts[f"{folder}/_rels/{file}.rels"]
    return {
        one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))).lstrip("/")
        if not one.get("Target").startswith("/")
        else one.get("Target").lstrip("/")
        for one in found
        if one.get("TargetMode") != "External"
    }


def _slide(files: Mapping[str, bytes], parts: Mapping[str, Any], name: str) -> Slide:
    root, links = parts[name], _links(parts, name)
    charts = [_chart(files, parts, links[one.get(f"{_R}id")]) for one in root.iter(f"{_C}chart")]
    titles = [sp for sp in root.iter(f"{_P}sp") for ph in sp.iter(f"{_P}ph") if ph.get("type") == "title"]
    (notes,) = [target for target in links.values() if "notesSlides" in target]
    body = [sp for sp in parts[notes].iter(f"{_P}sp") for ph in sp.iter(f"{_P}ph") if ph.get("type") == "body"]
    abouts = {one.get("name"): one.get("descr") for one in root.iter(f"{_P}cNvPr") if one.get("descr")}
    return Slide(
        "".join(_paragraphs(titles[0])), tuple(_paragraphs(root)), tuple(charts), abouts, tuple(_paragraphs(body[0]))
    )


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{_A}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{_A}t"))
        if text:
            yield text


def _chart(files: Mapping[str, bytes], parts: Mapping[str, Any], name: str) -> Chart:
    root = parts[name]
    (book,) = [target for target in _links(parts, name).values() if target.endswith(".xlsx")]
    sheet = openpyxl.load_workbook(io.BytesIO(files[book])).worksheets[0]
    series = tuple(_series(one) for one in root.iter(f"{_C}ser"))
    names = tuple(v.text for ser in list(root.iter(f"{_C}ser"))[:1] for v in ser.find(f"{_C}cat").iter(f"{_C}v"))
    rows = tuple(tuple(cell.value for cell in row) for row in sheet.iter_rows())
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]
    return Chart(root, names, series, rows)


def _series(root: Any) -> Series:
    values = {int(p.get("idx")): float(p[0].text) for p in root.find(f"{_C}val").iter(f"{_C}pt")}
    labels = {int(one.find(f"{_C}idx").get("val")): "\n".join(_paragraphs(one)) for one in root.iter(f"{_C}dLbl")}
    return Series("".join(v.text for v in root.find(f"{_C}tx").iter(f"{_C}v")), values, labels)
