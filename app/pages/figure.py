"""The evidence of one figure: what was printed, where, when, by which definition, and what else is said of it."""

from dataclasses import dataclass

from werkzeug.exceptions import NotFound

from app.data.datum import Datum, full_name
from app.model.formula import operand_ids
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.pages.card import Collect, collect
from app.pages.chart import topic_link
from app.pages.evidence import Citation, checked, citation, written
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.quantities.label import Label
from app.quantities.period_text import bare_period_text, period_text
from app.renderers.citation import quotation
from app.strings import word
from app.urls import RULES


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
class FigureBlock:
    """A list of links under a heading."""

    id: str
    name: str
    items: tuple[Link, ...]


@dataclass(frozen=True)
class FigureContent:
    """A figure with all its evidence."""

    topic: Link
    name: str
    label: Label
    marks: list[str]
    collect: Collect
    rows: list[Fact]
    quotation: str
    cite: Citation
    blocks: list[FigureBlock]


@route(RULES.figure("<observation_id>"))
def figure_page(page: PageFrame, observation_id: str) -> str:
    """The evidence page."""
    if observation_id not in page.site.data:
        raise NotFound
    datum = page.site.data[observation_id]
    lang = page.lang
    name = full_name(datum, lang)
    return page.write(
        "figure.html",
        FigureContent(
            topic=topic_link(page, datum.indicator.topic),
            name=name,
            label=datum.label(lang),
            marks=datum.marks(lang),
            collect=collect(page.urls.figure(datum.id), f"{name} {datum.label(lang)}", lang),
            rows=_rows(page, datum),
            quotation=quotation(datum, page.site.data, lang),
            cite=citation(datum, page.site, lang),
            blocks=[block for block in _blocks(page, datum) if block.items],
        ),
        title=f"{name}{word('colon', lang)}{datum.label(lang)} · {datum.period_text(lang)}",
        description=f"{name} {datum.label(lang)} {datum.period_text(lang)}",
    )


def _rows(page: PageFrame, datum: Datum) -> list[Fact]:
    lang, o = page.lang, datum.observation
    rows = [
        Fact(word("bounds", lang), word(f"bound_{datum.bound}", lang)),
        Fact(word("printed", lang), quoted=f"“{o.printed}”") if o.printed else None,
        _period(datum, lang),
        _formula(page, "formula", written(datum, page.site.data, lang)),
        _formula(page, "verified", checked(datum, page.site.data, lang)),
        Fact(word("definition", lang), datum.definition.name[lang], more=datum.definition.text[lang]),
        Fact(word("geography", lang), datum.geography.name[lang]),
        Fact(word("subject", lang), datum.subject.name[lang]) if datum.subject else None,
        *_source_rows(page, datum),
        Fact(word("note", lang), o.note[lang]) if o.note else None,
    ]
    return [row for row in rows if row is not None]


def _period(datum: Datum, lang: Lang) -> Fact:
    o = datum.observation
    if o.is_undated:
        return Fact(word("period", lang), word("undated", lang), more=period_text(o.period, o.period_basis, lang).text)
    return Fact(word("period", lang), bare_period_text(o.period, lang), more=word(f"period_{datum.period_known}", lang))


def _formula(page: PageFrame, name: str, text: str) -> Fact | None:
    return Fact(word(name, page.lang), text) if text else None


def _source_rows(page: PageFrame, datum: Datum) -> list[Fact]:
    lang, source = page.lang, datum.source
    if source is None:
        return []
    unknown = word("unknown", lang)
    published = bare_period_text(source.published, lang)
    basis = word(f"period_{source.published_basis.value}", lang)
    rows = [
        Fact(word("attributed_to", lang), datum.speaker.name[lang]) if datum.speaker else None,
        Fact(word("source", lang), source.title[lang], page.urls.source(datum.observation.source or "")),
        Fact(word("section", lang), quoted=datum.observation.section) if datum.observation.section else None,
        Fact(word("publisher", lang), unknown if source.publisher == "unknown" else source.publisher[lang]),
        Fact(word("published", lang), published, more=basis),
        Fact(word("dating", lang), source.dating[lang]) if _rests_on_dating(datum) else None,
    ]
    return [row for row in rows if row is not None]


def _rests_on_dating(datum: Datum) -> bool:
    """A period that is not printed is only as good as the article's own date."""
    return datum.observation.period_basis is not PeriodBasis.STATED


def _blocks(page: PageFrame, datum: Datum) -> list[FigureBlock]:
    lang, o = page.lang, datum.observation
    parts = operand_ids(o.derived)
    elsewhere = {o.id, *o.disputed_by, *parts}
    family = [other.id for other in datum.indicator.observations if other.id not in elsewhere]
    return [
        FigureBlock("other", word("other_readings", lang), _figures(page, o.disputed_by)),
        FigureBlock("parts", word("computed_from", lang), _figures(page, parts)),
        FigureBlock("charts", word("used_in", lang), _charts(page, o.id)),
        FigureBlock("milestones", word("used_milestones", lang), _milestones(page, o.id)),
        FigureBlock("same", word("same_indicator", lang), _figures(page, family)),
    ]


def _figures(page: PageFrame, ids: list[str] | tuple[str, ...]) -> tuple[Link, ...]:
    data = [page.site.data[name] for name in ids]
    return tuple(
        Link(
            page.urls.figure(datum.id),
            f"{full_name(datum, page.lang)} {datum.label(page.lang)}",
            more=f"{datum.period_text(page.lang)} · {datum.definition.name[page.lang]}",
        )
        for datum in data
    )


def _charts(page: PageFrame, observation_id: str) -> tuple[Link, ...]:
    return tuple(
        Link(page.urls.chart(name), page.site.catalog.charts[name].title[page.lang])
        for name in page.site.charts_of(observation_id)
    )


def _milestones(page: PageFrame, observation_id: str) -> tuple[Link, ...]:
    return tuple(
        Link(page.urls.milestone(row.id), row.title[page.lang])
        for row in page.site.catalog.milestone_by_id.values()
        if observation_id in row.observations
    )
