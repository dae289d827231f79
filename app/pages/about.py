"""How figures are read here, the key to the marks, how to cite, and what is not here; counted from the data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app import urls
from app.model.chart import Kind, LabelBy
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.pages.card import Card, card
from app.pages.citation import citation
from app.pages.frame import Link, PageFrame
from app.pages.report import report_link
from app.query.full_name import full_name
from app.query.reading import Openness, Reading
from app.scene.build import build
from app.scene.question import Question
from app.strings import word
from app.wording import period

_WIDTHS = (288, 326, 356, 440)


@dataclass(frozen=True)
class Mark:
    """A mark with a real figure drawn in it."""

    text: str
    card: Card


#: Which figure shows which mark, and the kind of chart that draws it.
_MARKS: tuple[tuple[str, Kind, Callable[[Reading], bool]], ...] = (
    ("exact", Kind.BARS, lambda r: _plain(r) and r.quantity.is_exact and r.is_home),
    ("floor", Kind.BARS, lambda r: _plain(r) and r.openness is Openness.UP),
    ("ceiling", Kind.BARS, lambda r: _plain(r) and r.openness is Openness.DOWN),
    ("about", Kind.BARS, lambda r: _plain(r) and r.openness is Openness.ABOUT),
    ("range", Kind.RANGE, lambda r: r.base.style == "amount" and r.quantity.is_range and not r.observation.target),
    ("derived", Kind.BARS, lambda r: r.is_derived and r.base.style == "amount"),
    ("target", Kind.TARGET, lambda r: r.observation.target and r.base.style == "amount"),
)


def about(page: PageFrame) -> str:
    """The page about the site in the page's language."""
    lang = page.lang
    readings = list(page.site.readings.values())
    return page.write(
        "about.html",
        title=word("about", lang),
        description=word("about_lead", lang),
        marks=list(_marks(page, readings)),
        counts=_counts(page, readings),
        disagreements=_disagreements(readings, lang),
        example=citation(next(r for r in readings if r.source and _plain(r)), page.site, lang),
        sources=_sources(page),
        version=page.site.version,
        contact=_contact(page),
    )


def _contact(page: PageFrame) -> Link | None:
    """Where errors are told to, where the operator has said so."""
    contact = page.site.settings.contact
    return Link(report_link(page.site, page.lang, page.path), contact) if contact else None


def _plain(reading: Reading) -> bool:
    whole = reading.base.style == "amount" and not reading.quantity.is_range
    return whole and not (reading.is_derived or reading.observation.target or reading.subject)


def _marks(page: PageFrame, readings: Iterable[Reading]) -> Iterable[Mark]:
    for name, kind, suits in _MARKS:
        shown = next((reading for reading in readings if suits(reading)), None)
        if shown is not None:
            yield Mark(word(f"mark_{name}", page.lang), _drawn(page, shown, kind))


def _drawn(page: PageFrame, reading: Reading, kind: Kind) -> Card:
    question = Question(
        chart_id=f"mark-{reading.id}",
        kind=kind,
        lang=page.lang,
        title=full_name(reading, page.lang),
        subtitle=reading.definition.name[page.lang],
        readings=(reading,),
        label_by=LabelBy.INDICATOR,
        every=page.site.readings,
        href=urls.figure(page.lang, reading.id),
    )
    return card(build(question), widths=_WIDTHS)


def _counts(page: PageFrame, readings: list[Reading]) -> list[tuple[str, str]]:
    """What is missing or not certain, as counts of the data at hand."""
    sources = page.site.catalog.sources.values()
    bases = [reading.observation.period_basis for reading in readings]
    counted = (
        ("missing_publishers", sum(s.publisher == "unknown" for s in sources), len(sources)),
        ("missing_authors", sum(s.author == "unknown" for s in sources), len(sources)),
        ("missing_addresses", sum(s.address == "unknown" for s in sources), len(sources)),
        ("undated_figures", bases.count(PeriodBasis.AS_OF), len(readings)),
        ("inferred_figures", bases.count(PeriodBasis.INFERRED), len(readings)),
        ("inexact_figures", sum(not reading.quantity.is_exact for reading in readings), len(readings)),
        ("derived_figures", sum(reading.is_derived for reading in readings), len(readings)),
        ("target_figures", sum(reading.observation.target for reading in readings), len(readings)),
        ("elsewhere_figures", sum(not reading.is_at_home for reading in readings), len(readings)),
    )
    of = word("count_of", page.lang)
    return [(word(name, page.lang), of.format(count=count, whole=whole)) for name, count, whole in counted]


def _disagreements(readings: Iterable[Reading], lang: Lang) -> list[tuple[str, list[Link]]]:
    """Each thing on which the articles disagree, with every reading of it."""
    found: dict[str, list[Link]] = {}
    for reading in readings:
        if reading.observation.disputed_by:
            said = f"{reading.label(lang)} · {reading.when(lang)}"
            more = reading.source.short[lang] if reading.source else ""
            link = Link(urls.figure(lang, reading.id), said, more=more)
            found.setdefault(reading.indicator.name[lang], []).append(link)
    return list(found.items())


def _sources(page: PageFrame) -> list[tuple[Link, str]]:
    lang = page.lang
    return [
        (
            Link(
                urls.source(lang, name),
                source.title[lang],
                more=period(source.published, source.published_basis, lang),
            ),
            source.dating[lang],
        )
        for name, source in page.site.catalog.sources.items()
    ]
