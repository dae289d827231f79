"""One figure with its source on one line, to be pasted into a text: 超2,400家（2024年；〈…〉，2025年6月）."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.data.printed_sources import printed_behind
from app.model.source import Source
from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.strings import word


def quotation(datum: Datum, data: Mapping[str, Datum], lang: Lang) -> str:
    """The figure with its bound, its period, who says it, and the articles it is from or was computed from."""
    sources = [found.source for found in printed_behind(datum, data)]
    articles = list(dict.fromkeys(_article(source, lang) for source in sources if source))
    behind = ("、" if lang == "zh" else "; ").join(articles)
    if datum.is_derived:
        behind = word("computed_after", lang).format(articles=behind)
    parts = [part for part in (datum.period_text(lang).text, said_by(datum, lang), behind) if part]
    if lang == "zh":
        return f"{datum.label(lang)}（{'；'.join(parts)}）"
    return f"{datum.label(lang)} ({'; '.join(parts)})"


def said_by(datum: Datum, lang: Lang) -> str:
    """据北京市科委: who the article says it from; empty where it names nobody."""
    return word("said_by", lang).format(name=datum.speaker.name[lang]) if datum.speaker else ""


def _article(source: Source, lang: Lang) -> str:
    title, when = source.title[lang], bare_period_text(source.published, lang)
    return f"〈{title}〉，{when}" if lang == "zh" else f"“{title}”, {when}"
