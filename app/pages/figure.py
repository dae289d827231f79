"""The evidence of one figure: what was printed, where, when, by which definition, and what else is said of it."""

from dataclasses import dataclass

from app import urls
from app.model.formula import operand_ids
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.pages.card import collect
from app.pages.chart import topic_link
from app.pages.citation import citation
from app.pages.formula import checked, written
from app.pages.frame import Link, PageFrame
from app.query.full_name import full_name
from app.query.reading import Reading
from app.renderers.citation.quotation import quotation
from app.strings import word
from app.wording import bare_period, period


@dataclass(frozen=True)
class Fact:
    """One line of the evidence: what, its words, perhaps an address, perhaps a second line.

    `quoted` are the paper's own words, Chinese in either language.
    """

    name: str
    text: str = ""
    href: str = ""
    more: str = ""
    quoted: str = ""


@dataclass(frozen=True)
class Block:
    """A list of links under a heading."""

    id: str
    name: str
    items: tuple[Link, ...]


def figure(page: PageFrame, observation_id: str) -> str:
    """The evidence page; raises KeyError for an unknown observation."""
    reading = page.site.readings[observation_id]
    lang = page.lang
    name = full_name(reading, lang)
    return page.write(
        "figure.html",
        title=f"{name}{'：' if lang == 'zh' else ': '}{reading.label(lang)} · {reading.when(lang)}",
        description=f"{name} {reading.label(lang)} {reading.when(lang)}",
        topic=topic_link(page, reading.indicator.topic),
        name=name,
        figure=reading.figure(lang),
        marks=reading.marks(lang),
        collect=collect(urls.figure(lang, reading.id), f"{name} {reading.label(lang)}", lang),
        rows=_rows(page, reading),
        quotation=quotation(reading, page.site.readings, lang),
        cite=citation(reading, page.site, lang),
        blocks=[block for block in _blocks(page, reading) if block.items],
    )


def _rows(page: PageFrame, reading: Reading) -> list[Fact]:
    lang, o = page.lang, reading.observation
    rows = [
        Fact(word("bounds", lang), word(f"bound_{reading.bound}", lang)),
        Fact(word("printed", lang), quoted=f"“{o.printed}”") if o.printed else None,
        _period(reading, lang),
        _formula(page, "formula", written(reading, page.site.readings, lang)),
        _formula(page, "verified", checked(reading, page.site.readings, lang)),
        Fact(word("definition", lang), reading.definition.name[lang], more=reading.definition.text[lang]),
        Fact(word("geography", lang), reading.geography.name[lang]),
        Fact(word("subject", lang), reading.subject.name[lang]) if reading.subject else None,
        *_source_rows(page, reading),
        Fact(word("note", lang), o.note[lang]) if o.note else None,
    ]
    return [row for row in rows if row is not None]


def _period(reading: Reading, lang: Lang) -> Fact:
    o = reading.observation
    if o.is_undated:
        return Fact(word("period", lang), word("undated", lang), more=period(o.period, o.period_basis, lang))
    return Fact(word("period", lang), bare_period(o.period, lang), more=word(f"period_{reading.period_known}", lang))


def _formula(page: PageFrame, name: str, text: str) -> Fact | None:
    return Fact(word(name, page.lang), text) if text else None


def _source_rows(page: PageFrame, reading: Reading) -> list[Fact]:
    lang, source = page.lang, reading.source
    if source is None:
        return []
    unknown = word("unknown", lang)
    published = bare_period(source.published, lang)
    basis = word(f"period_{source.published_basis.value}", lang)
    rows = [
        Fact(word("attributed_to", lang), reading.speaker.name[lang]) if reading.speaker else None,
        Fact(word("source", lang), source.title[lang], urls.source(lang, reading.observation.source or "")),
        Fact(word("section", lang), quoted=reading.observation.section) if reading.observation.section else None,
        Fact(word("publisher", lang), unknown if source.publisher == "unknown" else source.publisher[lang]),
        Fact(word("published", lang), published, more=basis),
        Fact(word("dating", lang), source.dating[lang]) if _rests_on_dating(reading) else None,
    ]
    return [row for row in rows if row is not None]


def _rests_on_dating(reading: Reading) -> bool:
    """A period that is not printed is only as good as the article's own date."""
    return reading.observation.period_basis is not PeriodBasis.STATED


def _blocks(page: PageFrame, reading: Reading) -> list[Block]:
    lang, o = page.lang, reading.observation
    parts = operand_ids(o.derived)
    known = {o.id, *o.disputed_by, *parts}
    family = [other.id for other in reading.indicator.observations if other.id not in known]
    return [
        Block("other", word("other_readings", lang), _figures(page, o.disputed_by)),
        Block("parts", word("computed_from", lang), _figures(page, parts)),
        Block("charts", word("used_in", lang), _charts(page, o.id)),
        Block("milestones", word("used_milestones", lang), _milestones(page, o.id)),
        Block("same", word("same_indicator", lang), _figures(page, family)),
    ]


def _figures(page: PageFrame, ids: list[str] | tuple[str, ...]) -> tuple[Link, ...]:
    found = [page.site.readings[name] for name in ids]
    return tuple(
        Link(
            urls.figure(page.lang, reading.id),
            f"{full_name(reading, page.lang)} {reading.label(page.lang)}",
            more=f"{reading.when(page.lang)} · {reading.definition.name[page.lang]}",
        )
        for reading in found
    )


def _charts(page: PageFrame, observation_id: str) -> tuple[Link, ...]:
    return tuple(
        Link(urls.chart(page.lang, name), page.site.catalog.charts[name].title[page.lang])
        for name in page.site.charts_of(observation_id)
    )


def _milestones(page: PageFrame, observation_id: str) -> tuple[Link, ...]:
    return tuple(
        Link(urls.milestone(page.lang, row.id), row.title[page.lang])
        for row in page.site.catalog.milestone_by_id.values()
        if observation_id in row.observations
    )
