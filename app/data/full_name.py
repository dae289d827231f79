"""What a figure is called where its chart does not say it."""

from app.data.datum import Datum
from app.model.text import Lang


def full_name(datum: Datum, lang: Lang) -> str:
    """The indicator with whose or which part's figure it is, and the place where that is not Beijing."""
    return belonging(datum.indicator.name[lang], datum, lang)


def belonging(name: str, datum: Datum, lang: Lang) -> str:
    """A name of the figure's indicator, and behind it whose figure it is, as far as the name does not say so."""
    whose = (datum.subject, datum.category, None if datum.is_home else datum.geography)
    extra = [part.name[lang] for part in whose if part and part.name[lang] not in name]
    if not extra:
        return name
    return name + lang.brackets(lang.comma.join(extra))
