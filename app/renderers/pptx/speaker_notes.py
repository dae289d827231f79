"""What a speaker reads under a slide: the notes, what must be said of the charts, and what was printed."""

from collections.abc import Iterable

from app.decks.deck import Evidence, Slide
from app.model.text import Lang
from app.strings import word


def notes(slide: Slide, lang: Lang) -> str:
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
    found = [f"• {line}" for line in lines]
    return [f"— {heading} —", *found] if found else []


def _evidence(row: Evidence, lang: Lang) -> str:
    colon, gap, comma = lang.colon, lang.semicolon, lang.comma
    printed = f"{word('printed', lang)}{colon}“{row.printed}”" if row.printed else ""
    parts = (f"{row.label}{comma}{row.period}", row.definition, printed, row.source, row.note)
    return f"{row.name}{colon}{gap.join(part for part in parts if part)}"
