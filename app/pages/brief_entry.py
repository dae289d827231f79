"""One item of a brief as it is printed, with what moves it, and the numbered notes that all items refer to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.data.datum import full_name
from app.decks.brief import BriefItem
from app.model.source import Source
from app.model.text import Lang
from app.pages.card import ChartCard, chart_card
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.frame import PageFrame
from app.quantities.label import Label
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
        exports = tuple(extracts)
        cited = {name: one for extract in exports for name, one in extract.sources.items()}
        defined = dict.fromkeys(pair for extract in exports for pair in extract.definitions)
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


#: Two widths of phones, and the one that fills an A4 page between its margins (174 mm).
_PAPER = 640
_WIDTHS = (288, 356, _PAPER)
#: A brief of more items makes do with one width of phones, so that its page stays below a megabyte.
_MANY = 20
#: A drawing that is higher than this would be illegible on one page; it is printed as its table.
_TALLEST = 1000


@dataclass(frozen=True)
class BriefLine:
    """A figure in words, its number in pieces; `marks` stand behind it."""

    row: IndicatorRow
    label: Label
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Moves:
    """The addresses of the brief with the item one place up, one down, and without it; empty where there is none."""

    up: str
    down: str
    without: str


@dataclass(frozen=True)
class BriefEntry:
    """`card` or `line` is what is shown; `sources` and `definitions` are numbers of end notes."""

    item: str
    title: str
    href: str
    card: ChartCard | None
    line: BriefLine | None
    is_tall: bool
    sources: tuple[int, ...]
    definitions: tuple[int, ...]
    moves: Moves


def picture_widths(count: int) -> tuple[int, ...]:
    """What the charts of a brief of so many items are drawn at; assets/brief.css shows one of them."""
    return _WIDTHS if count <= _MANY else (_WIDTHS[0], _PAPER)


def brief_entry(
    page: PageFrame, item: BriefItem, extract: ChartExport, *, notes: EndNotes, moves: Moves, widths: tuple[int, ...]
) -> BriefEntry:
    """The entry of an item; `extract` is that of its chart or figure."""
    line = _line(page, item) if item.figure else None
    drawn = None if item.figure else chart_card(extract.scene, widths=widths)
    return BriefEntry(
        item=item.text,
        title=line.row.name if line else extract.scene.title,
        href=page.urls.page(item.text),
        card=drawn,
        line=line,
        is_tall=drawn is not None and any(one.width == _PAPER and one.height > _TALLEST for one in drawn.pictures),
        sources=notes.articles(extract),
        definitions=notes.terms(extract),
        moves=moves,
    )


def entry_moves(page: PageFrame, texts: Sequence[str], at: int) -> Moves:
    """What becomes of the item at a place of the brief."""
    rest = [*texts[:at], *texts[at + 1 :]]

    def moved(to: int) -> str:
        return page.urls.brief([*rest[:to], texts[at], *rest[to:]]) if 0 <= to < len(texts) else ""

    return Moves(moved(at - 1), moved(at + 1), page.urls.brief(rest))


def extract_of(page: PageFrame, item: BriefItem) -> ChartExport:
    """The chart of an item, or a table of its one figure."""
    if not item.figure:
        return page.site.export(item.chart, page.lang, item.view)
    datum = page.site.data[item.figure]
    name, href = full_name(datum, page.lang), page.urls.figure(datum.id)
    return page.site.export_data([datum], page.lang, name=datum.id, title=name, href=href)


def _line(page: PageFrame, item: BriefItem) -> BriefLine:
    datum = page.site.data[item.figure]
    return BriefLine(indicator_row(datum, page.lang), datum.label(page.lang), tuple(datum.marks(page.lang)))
