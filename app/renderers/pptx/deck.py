"""A deck as a PowerPoint file: one slide a slide, more where a chart would be too small; the evidence in the notes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.charts.geometry.text import wrap
from app.charts.layout import Box
from app.decks.deck import Deck, Evidence, Slide
from app.model.story import SlideKind
from app.model.text import Lang
from app.renderers.archive import write_presentation
from app.renderers.chart_export import DataEdition
from app.renderers.pptx.exhibit import ExhibitSheet, draw_exhibit, sheets
from app.renderers.pptx.shape import TextType
from app.renderers.pptx.stage import Stage
from app.renderers.pptx.theme import HEIGHT, MARGIN, WIDTH, new_presentation
from app.strings import word

_ACROSS = WIDTH - 2 * MARGIN
_TOP, _BOTTOM = 30.0, 526.0
_GAP = 14.0
#: The source line leaves room for the number.
_SOURCE_ACROSS = _ACROSS - 70
_TITLE = TextType(28, bold=True, headline=True)
_COVER = TextType(44, bold=True, headline=True)
_STATEMENT = TextType(36, bold=True, headline=True)
_TEXT, _SUBTITLE, _SMALL = TextType(18), TextType(16, "soft"), TextType(12, "soft")
_LEAD = TextType(20, "soft")
_SOURCE = TextType(12, "faint")
_HEAD = TextType(18, bold=True)
_NARROWER: Mapping[Lang, float] = {Lang.ZH: 0.95, Lang.EN: 0.8}
#: The same for text.
_RESERVED = 0.95
#: The distance of lines, in sizes.
_LEADING = 1.3
#: Between two charts side by side.
_GUTTER = 36.0


@dataclass(frozen=True)
class _Presentation:
    """The deck that is being written."""

    deck: Deck
    edition: DataEdition
    made: Any

    @property
    def lang(self) -> Lang:
        return self.deck.lang

    def stage(self) -> Stage:
        return Stage.new(self.made, self.lang)

    def address(self, path: str) -> str:
        """The full address; empty while PUBLIC_URL is not known."""
        return self.edition.public_url + path if self.edition.public_url else ""

    def source_text(self, slide: Slide) -> str:
        """What stands at the foot: sources, up to when the data go, and where the slide leads."""
        reach = f"{word('reach', self.lang)} {self.edition.reach}"
        return " · ".join(filter(None, (slide.source_line, reach, self.address(slide.href))))


def write_pptx(deck: Deck, edition: DataEdition) -> bytes:
    """The PPTX; the same deck and edition give the same bytes."""
    book = _Presentation(deck, edition, new_presentation(deck.title, deck.lang, edition))
    for slide in deck.slides:
        for stage in _KINDS[slide.kind](book, slide):
            _finish(book, slide, stage)
    return write_presentation(book.made)


def _cover(book: _Presentation, slide: Slide) -> Sequence[Stage]:
    stage = book.stage()
    lines = _title_lines(slide.headline, _COVER, book.lang)
    top = 150.0
    stage.title(Box(MARGIN, top, _ACROSS, _height(lines, _COVER)), slide.headline, _COVER)
    stage.put(stage.pen.area(Box(MARGIN, top - 24, 72, 5), name="accent", fill="beijing"))
    below = top + _height(lines, _COVER) + 18
    below = _paragraph(stage, slide.text or book.deck.summary, below, _LEAD)
    origin = f"{book.deck.site_name} · {word('reach', book.lang)} {book.edition.reach}"
    _paragraph(stage, origin, below + 18, _SUBTITLE)
    return [stage]


def _statement(book: _Presentation, slide: Slide) -> Sequence[Stage]:
    stage = book.stage()
    lines = _title_lines(slide.headline, _STATEMENT, book.lang)
    texts = wrap(slide.text, _LEAD.size, _ACROSS) if slide.text else ()
    top = max(_TOP, (HEIGHT - _height(lines, _STATEMENT) - _height(texts, _LEAD) - 24) / 2 - 20)
    stage.title(Box(MARGIN, top, _ACROSS, _height(lines, _STATEMENT)), slide.headline, _STATEMENT)
    stage.put(stage.pen.area(Box(MARGIN, top - 24, 72, 5), name="accent", fill="beijing"))
    _paragraph(stage, slide.text, top + _height(lines, _STATEMENT) + 18, _LEAD)
    return [stage]


def _sources(book: _Presentation, slide: Slide) -> Sequence[Stage]:
    stage = book.stage()
    top = _heading(stage, slide.headline, [(slide.text, _TEXT)])
    for article in book.deck.articles:
        top = _paragraph(stage, f"{article.title} · {article.published}", top + 8, TextType(16, bold=True))
        top = _paragraph(stage, article.dating, top, _SMALL)
    return [stage]


def _charted(book: _Presentation, slide: Slide) -> Sequence[Stage]:
    """One exhibit; headline, measure, text, chart, what must be known, source."""
    exhibit = slide.exhibits[0]
    head = [(exhibit.scene.subtitle, _SUBTITLE), (slide.text, _TEXT)]
    top = _TOP + _head_height(slide.headline, head, book.lang) + _GAP
    box = Box(MARGIN, top, _ACROSS, _room_ends(book, slide) - top)
    exhibit_sheets = sheets(exhibit, box)
    return [
        _with_sheet(book, slide, sheet, box, _counted(slide.headline, n, len(exhibit_sheets), book.lang), head)
        for n, sheet in enumerate(exhibit_sheets, 1)
    ]


def _with_sheet(
    book: _Presentation,
    slide: Slide,
    sheet: ExhibitSheet,
    box: Box,
    headline: str,
    head: Sequence[tuple[str, TextType]],
) -> Stage:
    stage = book.stage()
    _heading(stage, headline, head)
    draw_exhibit(sheet, box, stage, year=book.edition.year)
    _cautions(book, stage, slide)
    return stage


def _two(book: _Presentation, slide: Slide) -> Sequence[Stage]:
    stage = book.stage()
    top = _heading(stage, slide.headline, [(slide.text, _TEXT)]) + _GAP
    across = (_ACROSS - _GUTTER) / 2
    heads = [[(e.scene.title, _HEAD), (e.scene.subtitle, TextType(13, "soft"))] for e in slide.exhibits]
    below = top + max(_lines_height(head, across) for head in heads) + 10
    foot = _room_ends(book, slide)
    for n, (exhibit, head) in enumerate(zip(slide.exhibits, heads, strict=True)):
        left = MARGIN + n * (across + _GUTTER)
        _lines(stage, head, Box(left, top, across, below - top))
        box = Box(left, below, across, foot - below)
        draw_exhibit(sheets(exhibit, box)[0], box, stage, year=book.edition.year)
    _cautions(book, stage, slide)
    return [stage]


_KINDS: Mapping[SlideKind, Callable[[_Presentation, Slide], Sequence[Stage]]] = {
    SlideKind.COVER: _cover,
    SlideKind.FIGURE: _charted,
    SlideKind.CHART: _charted,
    SlideKind.TWO_CHARTS: _two,
    SlideKind.FACTS: _charted,
    SlideKind.TIMELINE: _charted,
    SlideKind.STATEMENT: _statement,
    SlideKind.SOURCES: _sources,
}


def _finish(book: _Presentation, slide: Slide, stage: Stage) -> None:
    """Source line, data's date, number and notes."""
    source, foot = book.source_text(slide), _foot(book, slide)
    link = stage.link(book.address(slide.href))
    box = Box(MARGIN, foot, _SOURCE_ACROSS, _BOTTOM - foot)
    stage.put(stage.pen.text(box, [(source, _SOURCE)], name="source", link=link))
    stage.put(stage.pen.number(Box(WIDTH - MARGIN - 60, _BOTTOM - 18, 60, 18)))
    stage.notes(write_notes(slide, book.lang))


def _foot(book: _Presentation, slide: Slide) -> float:
    """Where the source line begins."""
    return _BOTTOM - _height(wrap(book.source_text(slide), _SOURCE.size, _SOURCE_ACROSS), _SOURCE)


def _heading(stage: Stage, headline: str, below: Sequence[tuple[str, TextType]]) -> float:
    """The title and the lines under it; where they end."""
    lines = _title_lines(headline, _TITLE, stage.lang)
    stage.title(Box(MARGIN, _TOP, _ACROSS, _height(lines, _TITLE)), headline, _TITLE)
    top = _TOP + _height(lines, _TITLE) + 4
    for text, kind in below:
        top = _paragraph(stage, text, top, kind)
    return top


def _title_lines(text: str, kind: TextType, lang: Lang) -> Sequence[str]:
    """How it will break: the table of widths keeps a reserve, and is that of a wider face than English titles have."""
    return wrap(text, kind.size * _NARROWER[lang], _ACROSS, bold=True)


def _head_height(headline: str, below: Sequence[tuple[str, TextType]], lang: Lang) -> float:
    lines = _title_lines(headline, _TITLE, lang)
    return _height(lines, _TITLE) + 4 + _lines_height(below, _ACROSS)


def _paragraph(stage: Stage, text: str, top: float, kind: TextType) -> float:
    """A text over the whole width; where it ends."""
    if not text:
        return top
    tall = _lines_height([(text, kind)], _ACROSS)
    stage.put(stage.pen.text(Box(MARGIN, top, _ACROSS, tall), [(text, kind)], name="text"))
    return top + tall


def _room_ends(book: _Presentation, slide: Slide) -> float:
    return _foot(book, slide) - _cautions_height(slide) - _GAP


def _cautions(book: _Presentation, stage: Stage, slide: Slide) -> None:
    tall = _cautions_height(slide)
    if tall:
        box = Box(MARGIN, _foot(book, slide) - tall - 3, _ACROSS, tall)
        stage.put(stage.pen.text(box, [(text, _SMALL) for text in slide.cautions], name="notes"))


def _cautions_height(slide: Slide) -> float:
    return _lines_height([(text, _SMALL) for text in slide.cautions], _ACROSS)


def _lines(stage: Stage, texts: Sequence[tuple[str, TextType]], box: Box) -> None:
    stage.put(stage.pen.text(box, [each for each in texts if each[0]], name="text"))


def _lines_height(texts: Sequence[tuple[str, TextType]], across: float) -> float:
    lines = ((wrap(text, kind.size * _RESERVED, across, bold=kind.bold), kind) for text, kind in texts if text)
    return sum(_height(each, kind) for each, kind in lines)


def _height(lines: Sequence[str], kind: TextType) -> float:
    return len(lines) * kind.size * _LEADING


def _counted(headline: str, number: int, count: int, lang: Lang) -> str:
    if count == 1:
        return headline
    return headline + lang.brackets(f"{number}/{count}")


def write_notes(slide: Slide, lang: Lang) -> str:
    """Paragraphs; every figure of the slide with its printed fragment, period, definition and article."""
    key = dict.fromkeys(entry.text for exhibit in slide.exhibits for entry in exhibit.scene.key)
    parts = [
        *slide.notes,
        *_list(word("what_to_know", lang), slide.cautions),
        *_list(word("evidence", lang), [_evidence(row, lang) for row in slide.evidence]),
        *_list(word("key", lang), key),
        slide.source_line,
    ]
    return "\n".join(part for part in parts if part)


def _list(heading: str, lines: Iterable[str]) -> Iterable[str]:
    bullets = [f"• {line}" for line in lines]
    return [f"— {heading} —", *bullets] if bullets else []


def _evidence(row: Evidence, lang: Lang) -> str:
    colon, gap, comma = lang.colon, lang.semicolon, lang.comma
    printed = f"{word('printed', lang)}{colon}“{row.printed}”" if row.printed else ""
    parts = (f"{row.label}{comma}{row.period}", row.definition, printed, row.source, row.note)
    return f"{row.name}{colon}{gap.join(part for part in parts if part)}"
