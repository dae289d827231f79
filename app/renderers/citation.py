"""How a chart and a single figure are cited: every format of a reference, and a quotation on one line."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.data.datum import Datum, printed_behind
from app.model.source import Source
from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.renderers.chart_export import ChartExport
from app.strings import word

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Work:
    """A chart as a work: the site made it, from articles that the note names.

    `address` is empty while PUBLIC_URL is not set; `day` is the last day that the data reach, and `year` its year.
    """

    id: str
    lang: Lang
    author: str
    title: str
    year: int
    reach: str
    version: str
    address: str
    note: str


def cited_work(extract: ChartExport) -> Work:
    """The chart of an extract; its title is the neutral one, for a finding may quote figures."""
    lang, edition = extract.lang, extract.edition
    named = extract.scene.href.rpartition("/charts/")[2].replace("/", "-")
    return Work(
        id=f"{named}-{lang}",
        lang=lang,
        author=edition.site_name,
        title=extract.title,
        year=edition.year,
        reach=edition.reach,
        version=edition.version,
        address=extract.address if edition.public_url else "",
        note=_note(extract),
    )


def _note(extract: ChartExport) -> str:
    """The articles behind the chart, and up to when the data reach."""
    lang, reach = extract.lang, extract.edition.reach
    articles = [(one.title[lang], bare_period_text(one.published, lang)) for one in extract.sources.values()]
    address = "" if extract.edition.public_url else word("address_not_set", lang)
    if lang is Lang.ZH:
        titles = "、".join(f"〈{title}〉（{when}）" for title, when in articles)
        return f"数据采自：{titles}；数据截至{reach}；{address}".rstrip("；")
    titles = "; ".join(f"“{title}” ({when})" for title, when in articles)
    return f"Data from: {titles}; data up to {reach}; {address}".rstrip("; ")


def write_gbt7714(work: Work) -> str:
    """GB/T 7714—2015: 主要责任者. 题名[DB/OL]. (更新日期). 获取路径. The day of access is the reader's to add."""
    comma = work.lang.comma
    version = f"数据版本{work.version}" if work.lang is Lang.ZH else f"data version {work.version}"
    path = f" {work.address}." if work.address else ""
    return f"{work.author}. {work.title}[DB/OL]. ({work.year}{comma}{version}).{path} {work.note}.\n"


def write_apa(work: Work) -> str:
    """APA, 7th edition: Author. (Year). Title (Version …) [Data set]. Address"""
    kind = "数据集" if work.lang is Lang.ZH else "Data set"
    version = f"版本{work.version}" if work.lang is Lang.ZH else f"Version {work.version}"
    path = f" {work.address}" if work.address else ""
    return f"{work.author}. ({work.year}). {work.title} ({version}) [{kind}]. {work.note}.{path}\n"


def write_bibtex(work: Work) -> str:
    """A @misc entry; author and title stand in a second pair of braces: a name of its own, and capitals as they are."""
    fields = {
        "author": f"{{{escape_tex(work.author)}}}",
        "title": f"{{{escape_tex(work.title)}}}",
        "year": str(work.year),
        "version": work.version,
        "language": "chinese" if work.lang is Lang.ZH else "english",
        "url": work.address,
        "note": escape_tex(work.note),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return f"@misc{{{work.id},\n" + "\n".join(lines) + "\n}\n"


def escape_tex(text: str) -> str:
    """The text as TeX prints it, on one line."""
    return "".join(_TEX.get(sign, sign) for sign in _single_line(text))


def _single_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def write_ris(work: Work) -> str:
    """One record, a field a line. Lines end as the format wants them; a text never begins a line of its own."""
    fields = [
        ("TY", "DATA"),
        ("ID", work.id),
        ("AU", work.author),
        ("TI", work.title),
        ("PY", str(work.year)),
        ("ET", work.version),
        ("LA", work.lang),
        ("UR", work.address),
        ("N1", work.note),
    ]
    lines = [f"{tag}  - {_single_line(text)}" for tag, text in fields if text]
    return "\r\n".join((*lines, "ER  - ")) + "\r\n"


def write_csl(work: Work) -> str:
    """CSL-JSON, which Zotero and pandoc read: a list of one item, as the format wants it."""
    item = {
        "id": work.id,
        "type": "dataset",
        "author": [{"literal": work.author}],
        "title": work.title,
        "issued": {"date-parts": [[work.year]]},
        "version": work.version,
        "language": "zh-CN" if work.lang is Lang.ZH else "en-GB",
        "URL": work.address,
        "note": work.note,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class CitationFormat:
    """A format's own name, the media type it travels as, and what writes it."""

    name: str
    mimetype: str
    write: Callable[[Work], str]


FORMATS: Mapping[str, CitationFormat] = {
    "gbt7714.txt": CitationFormat("GB/T 7714", "text/plain", write_gbt7714),
    "apa.txt": CitationFormat("APA", "text/plain", write_apa),
    "bib": CitationFormat("BibTeX", "application/x-bibtex", write_bibtex),
    "ris": CitationFormat("RIS", "application/x-research-info-systems", write_ris),
    "csl.json": CitationFormat("CSL-JSON", "application/vnd.citationstyles.csl+json", write_csl),
}


def quotation(datum: Datum, data: Mapping[str, Datum], lang: Lang) -> str:
    """The figure with its bound, its period, who says it, and the articles it is from or was computed from."""
    sources = [printed.source for printed in printed_behind(datum, data)]
    articles = list(dict.fromkeys(_article(source, lang) for source in sources if source))
    behind = ("、" if lang is Lang.ZH else "; ").join(articles)
    if datum.is_derived:
        behind = word("computed_after", lang).format(articles=behind)
    parts = [part for part in (datum.period_text(lang).text, said_by(datum, lang), behind) if part]
    if lang is Lang.ZH:
        return f"{datum.label(lang)}（{'；'.join(parts)}）"
    return f"{datum.label(lang)} ({'; '.join(parts)})"


def said_by(datum: Datum, lang: Lang) -> str:
    """据北京市科委: who the article says it from; empty where it names nobody."""
    return word("said_by", lang).format(name=datum.speaker.name[lang]) if datum.speaker else ""


def _article(source: Source, lang: Lang) -> str:
    title, when = source.title[lang], bare_period_text(source.published, lang)
    return f"〈{title}〉，{when}" if lang is Lang.ZH else f"“{title}”, {when}"
