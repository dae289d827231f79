"""Sources and definitions as numbered notes at the end, to which what is shown refers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model.source import Source
from app.model.text import Lang
from app.quantities.period_text import period_text
from app.renderers.chart_export import ChartExport
from app.strings import word
from app.urls import Urls


@dataclass(frozen=True)
class Note:
    """One numbered note; a definition has a `name` before its text, an article an address."""

    number: int
    text: str
    name: str = ""
    href: str = ""


@dataclass(frozen=True)
class EndNotes:
    """Articles by their id, then definitions by name and explanation; the numbers run through both."""

    sources: Mapping[str, Note]
    definitions: Mapping[tuple[str, str], Note]

    @classmethod
    def of(cls, extracts: Iterable[ChartExport], lang: Lang) -> "EndNotes":
        """The notes of all the extracts, in the order in which they are first referred to."""
        found = tuple(extracts)
        cited = {name: one for extract in found for name, one in extract.sources.items()}
        defined = dict.fromkeys(pair for extract in found for pair in extract.definitions)
        sources = {
            name: Note(number, _article(one, lang), href=Urls(lang).source(name))
            for number, (name, one) in enumerate(cited.items(), 1)
        }
        definitions = {
            (name, text): Note(number, text, name=name) for number, (name, text) in enumerate(defined, len(sources) + 1)
        }
        return cls(sources, definitions)

    def articles(self, extract: ChartExport) -> tuple[int, ...]:
        """The numbers of an extract's articles."""
        return tuple(sorted(self.sources[name].number for name in extract.sources))

    def terms(self, extract: ChartExport) -> tuple[int, ...]:
        """The numbers of an extract's definitions."""
        return tuple(sorted(self.definitions[pair].number for pair in extract.definitions))


def _article(source: Source, lang: Lang) -> str:
    publisher = word("publisher_unknown", lang) if source.publisher == "unknown" else source.publisher[lang]
    when = period_text(source.published, source.published_basis, lang).text
    return word("article_note", lang).format(title=source.title[lang], publisher=publisher, published=when)
