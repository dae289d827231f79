"""A reading as a row of a plain table or a list."""

from dataclasses import dataclass

from app.charts.point import article
from app.data.datum import Datum
from app.data.full_name import full_name
from app.model.text import Lang
from app.urls import Urls


@dataclass(frozen=True)
class IndicatorRow:
    """One figure in words, with the address of its evidence."""

    name: str
    label: str
    period: str
    definition: str
    source: str
    printed: str
    href: str


def indicator_row(datum: Datum, lang: Lang) -> IndicatorRow:
    return IndicatorRow(
        name=full_name(datum, lang),
        label=datum.label(lang).text,
        period=datum.period_text(lang).text,
        definition=datum.definition.name[lang],
        source=article(datum, lang),
        printed=datum.observation.printed or "",
        href=Urls(lang).figure(datum.id),
    )
