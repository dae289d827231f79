"""One article: what it says of itself, how its date was established, and every figure taken from it."""

from app.model.text import Text
from app.pages.figure import Fact
from app.pages.frame import PageFrame
from app.pages.row import indicator_row
from app.quantities.period_text import bare_period_text
from app.strings import word


def source(page: PageFrame, source_id: str) -> str:
    """The page of a source; raises KeyError for an unknown one."""
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
        title=record.title[lang],
        description=record.dating[lang],
        heading=record.title[lang],
        number=record.article,
        rows=rows,
        contradictions=[text[lang] for text in record.contradictions],
        figures=[indicator_row(r, lang) for r in page.site.data.values() if r.observation.source == source_id],
    )


def _known(page: PageFrame, given: Text | str) -> str:
    return given[page.lang] if isinstance(given, Text) else word("unknown", page.lang)
