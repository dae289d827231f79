"""A reading becomes a point: its words in one language, its hue, its address."""

from app import urls
from app.model.chart import LabelBy
from app.model.text import Lang
from app.query.origin import printed_behind
from app.query.reading import Reading
from app.scene.phrase import listed, phrase
from app.scene.question import Question
from app.scene.scene import Emphasis, Point
from app.wording import bare_period


def point(
    reading: Reading,
    question: Question,
    *,
    name: str | None = None,
    emphasis: Emphasis | None = None,
    whole: Point | None = None,
    change: Point | None = None,
) -> Point:
    """The point of a reading; `name` and `emphasis` come from the question's `label_by` and the place if not given."""
    lang = question.lang
    figure = reading.figure(lang, question.step)
    return Point(
        id=reading.id,
        name=name_of(reading, question.label_by, lang) if name is None else name,
        label=reading.label(lang, question.step),
        number=figure.number,
        qualifier=figure.qualifier,
        unit_text=figure.unit,
        value=reading.quantity.value,
        low=reading.quantity.low,
        high=reading.quantity.high,
        openness=reading.openness,
        period=reading.observation.period,
        period_text=reading.when(lang),
        definition=reading.definition.name[lang],
        source=source_of(reading, question),
        href=urls.figure(lang, reading.id),
        emphasis=emphasis or emphasis_of(reading),
        derived=reading.is_derived,
        target=reading.observation.target,
        note=reading.observation.note[lang] if reading.observation.note else "",
        unit=reading.base,
        whole=whole,
        change=change,
        basis=reading.observation.period_basis,
    )


def points(question: Question) -> tuple[Point, ...]:
    """All chosen readings as points, in the curator's order."""
    return tuple(point(reading, question) for reading in question.readings)


def name_of(reading: Reading, label_by: LabelBy, lang: Lang) -> str:
    """What tells this reading from the others; where it lacks the wanted dimension, its indicator does."""
    if label_by is LabelBy.GEOGRAPHY:
        return (reading.geography.short or reading.geography.name)[lang]
    if label_by is LabelBy.PERIOD:
        return bare_period(reading.observation.period, lang)
    if label_by is LabelBy.DEFINITION:
        return reading.definition.name[lang]
    named = {LabelBy.SUBJECT: reading.subject, LabelBy.CATEGORY: reading.category}.get(label_by)
    if named is not None:
        return named.name[lang]
    if label_by is LabelBy.SOURCE:
        # An article alone does not say of when its figure is.
        return f"{article(reading, lang)}{'，' if lang == 'zh' else ', '}{reading.when(lang)}"
    return reading.indicator.label(lang)


def article(reading: Reading, lang: Lang) -> str:
    """The short name of the article that prints it, or that it is computed here."""
    return reading.source.short[lang] if reading.source else phrase("computed_alone", lang)


def emphasis_of(reading: Reading) -> Emphasis:
    """Vermilion for Beijing and what lies in it, grey for everyone else."""
    return Emphasis.BEIJING if reading.is_at_home else Emphasis.OTHER


def source_of(reading: Reading, question: Question) -> str:
    """The short name of the article, or for a computed value the articles its parts come from."""
    lang = question.lang
    if reading.source is not None:
        return reading.source.short[lang]
    parts = list(dict.fromkeys(_articles(reading, question)))
    return phrase("computed", lang, parts=listed(parts, lang)) if parts else phrase("computed_alone", lang)


def source_line(question: Question) -> str:
    """来源：甲、乙 — every article behind the chosen readings, each once, in order."""
    found = [name for reading in question.readings for name in _articles(reading, question)]
    found += [event.source for event in question.events]
    names = list(dict.fromkeys(found))
    return phrase("sources", question.lang) + listed(names, question.lang) if names else ""


def _articles(reading: Reading, question: Question) -> list[str]:
    sources = [found.source for found in printed_behind(reading, question.every)]
    return [source.short[question.lang] for source in sources if source]
