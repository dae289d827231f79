"""A reading as a row of a plain table or a list."""

from dataclasses import dataclass

from app import urls
from app.model.text import Lang
from app.query.full_name import full_name
from app.query.reading import Reading
from app.scene.point import article


@dataclass(frozen=True)
class Row:
    """One figure in words, with the address of its evidence."""

    name: str
    label: str
    period: str
    definition: str
    source: str
    printed: str
    href: str


def row(reading: Reading, lang: Lang) -> Row:
    return Row(
        name=full_name(reading, lang),
        label=reading.label(lang),
        period=reading.when(lang),
        definition=reading.definition.name[lang],
        source=article(reading, lang),
        printed=reading.observation.printed or "",
        href=urls.figure(lang, reading.id),
    )
