"""One article: what it says of itself, how its date was established, and every figure taken from it."""

from dataclasses import dataclass

from werkzeug.exceptions import NotFound

from app.model.text import Text
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.figure import Fact
from app.pages.frame import PageFrame
from app.pages.route import route
from app.quantities.period_text import bare_period_text
from app.strings import word
from app.urls import RULES


@dataclass(frozen=True)
class SourceContent:
    """An article with the figures taken from it."""

    number: str
    heading: str
    rows: list[Fact]
    contradictions: list[str]
    figures: list[IndicatorRow]


@route(RULES.source("<source_id>"))
def source_page(page: PageFrame, source_id: str) -> str:
    """The page of a source."""
    if source_id not in page.site.catalog.sources:
        raise NotFound
    lang = page.lang
    record = page.site.catalog.sources[source_id]
    basis = word(f"period_{record.published_basis.value}", lang)
    rows = [
        Fact(word("short_name", lang), record.short[lang]),
        Fact(word("publisher", lang), _known(page, record.publisher)),
        Fact(word("author", lang), _known(page, record.author)),
        Fact(word("published", lang), f"{bare_period_text(record.published, lang)} · {basis}"),
        Fact(word("address", lang), word("unknown", lang) if record.address == "unknown" else record.address),
        Fact(word("dating", lang), record.dating[lang]),
    ]
    return page.write(
        "source.html",
        SourceContent(
            number=record.article,
            heading=record.title[lang],
            rows=rows,
            contradictions=[text[lang] for text in record.contradictions],
            figures=[indicator_row(r, lang) for r in page.site.data.values() if r.observation.source == source_id],
        ),
        title=record.title[lang],
        description=record.dating[lang],
    )


def _known(page: PageFrame, text: Text | str) -> str:
    return text[page.lang] if isinstance(text, Text) else word("unknown", page.lang)
