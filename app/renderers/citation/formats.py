"""Every format a chart can be cited in, by the ending of its address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.renderers.citation.apa import apa
from app.renderers.citation.bibtex import bibtex
from app.renderers.citation.csl import csl
from app.renderers.citation.gbt7714 import gbt7714
from app.renderers.citation.ris import ris
from app.renderers.citation.work import Work


@dataclass(frozen=True)
class Format:
    """A format's own name, the media type it travels as, and what writes it."""

    name: str
    mimetype: str
    write: Callable[[Work], str]


FORMATS: Mapping[str, Format] = {
    "gbt7714.txt": Format("GB/T 7714", "text/plain", gbt7714),
    "apa.txt": Format("APA", "text/plain", apa),
    "bib": Format("BibTeX", "application/x-bibtex", bibtex),
    "ris": Format("RIS", "application/x-research-info-systems", ris),
    "csl.json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl),
}
