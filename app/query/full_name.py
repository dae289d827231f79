"""What a figure is called where its chart does not say it."""

from app.model.text import Lang
from app.query.reading import Reading


def full_name(reading: Reading, lang: Lang) -> str:
    """The indicator with whose or which part's figure it is, and the place where that is not Beijing."""
    return belonging(reading.indicator.name[lang], reading, lang)


def belonging(name: str, reading: Reading, lang: Lang) -> str:
    """A name of the figure's indicator, and behind it whose figure it is, as far as the name does not say so."""
    whose = (reading.subject, reading.category, None if reading.is_home else reading.geography)
    extra = [part.name[lang] for part in whose if part and part.name[lang] not in name]
    if not extra:
        return name
    return f"{name}（{'，'.join(extra)}）" if lang == "zh" else f"{name} ({', '.join(extra)})"
