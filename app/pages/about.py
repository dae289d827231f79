"""How figures are read here, the key to the marks, how to cite, and what is not here; counted from the data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.charts.registry import build_scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum, Openness, full_name
from app.model.chart import ChartKind, LabelBy
from app.model.period import PeriodBasis
from app.model.text import Lang
from app.pages.card import ChartCard, chart_card
from app.pages.evidence import Citation, citation
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.quantities.period_text import period_text
from app.strings import word
from app.urls import RULES, Urls

_WIDTHS = (288, 326, 356, 440)


@dataclass(frozen=True)
class KeyMark:
    """A mark with a real figure drawn in it."""

    text: str
    card: ChartCard


#: Which figure shows which mark, and the kind of chart that draws it.
_MARKS: tuple[tuple[str, ChartKind, Callable[[Datum], bool]], ...] = (
    ("exact", ChartKind.BARS, lambda r: _plain(r) and r.quantity.is_exact and r.is_home),
    ("floor", ChartKind.BARS, lambda r: _plain(r) and r.openness is Openness.UP),
    ("ceiling", ChartKind.BARS, lambda r: _plain(r) and r.openness is Openness.DOWN),
    ("about", ChartKind.BARS, lambda r: _plain(r) and r.openness is Openness.ABOUT),
    ("range", ChartKind.RANGE, lambda r: r.base.style == "amount" and r.quantity.is_range and not r.observation.target),
    ("derived", ChartKind.BARS, lambda r: r.is_derived and r.base.style == "amount"),
    ("target", ChartKind.TARGET, lambda r: r.observation.target and r.base.style == "amount"),
)


@dataclass(frozen=True)
class AboutContent:
    """What the page shows."""

    marks: list[KeyMark]
    counts: list[tuple[str, str]]
    disagreements: list[tuple[str, list[Link]]]
    example: Citation
    sources: list[tuple[Link, str]]
    version: str
    contact: Link | None


@route(RULES.about())
def about_page(page: PageFrame) -> str:
    """The page about the site in the page's language."""
    lang = page.lang
    data = list(page.site.data.values())
    return page.write(
        "about.html",
        AboutContent(
            marks=list(_marks(page, data)),
            counts=_counts(page, data),
            disagreements=_disagreements(data, lang),
            example=citation(next(r for r in data if r.source and _plain(r)), page.site, lang),
            sources=_sources(page),
            version=page.site.version,
            contact=_contact(page),
        ),
        title=word("about", lang),
        description=word("about_lead", lang),
    )


def _contact(page: PageFrame) -> Link | None:
    """Where errors are told to, where the operator has said so."""
    contact = page.site.settings.contact
    return Link(page.report_link(), contact) if contact else None


def _plain(datum: Datum) -> bool:
    whole = datum.base.style == "amount" and not datum.quantity.is_range
    return whole and not (datum.is_derived or datum.observation.target or datum.subject)


def _marks(page: PageFrame, data: Iterable[Datum]) -> Iterable[KeyMark]:
    for name, kind, suits in _MARKS:
        shown = next((datum for datum in data if suits(datum)), None)
        if shown is not None:
            yield KeyMark(word(f"mark_{name}", page.lang), _drawn(page, shown, kind))


def _drawn(page: PageFrame, datum: Datum, kind: ChartKind) -> ChartCard:
    spec = ChartSpec(
        chart_id=f"mark-{datum.id}",
        kind=kind,
        lang=page.lang,
        title=full_name(datum, page.lang),
        subtitle=datum.definition.name[page.lang],
        data=(datum,),
        label_by=LabelBy.INDICATOR,
        every=page.site.data,
        href=page.urls.figure(datum.id),
    )
    return chart_card(build_scene(spec), widths=_WIDTHS)


def _counts(page: PageFrame, data: list[Datum]) -> list[tuple[str, str]]:
    """What is missing or not certain, as counts of the data at hand."""
    sources = page.site.catalog.sources.values()
    bases = [datum.observation.period_basis for datum in data]
    counted = (
        ("missing_publishers", sum(s.publisher == "unknown" for s in sources), len(sources)),
        ("missing_authors", sum(s.author == "unknown" for s in sources), len(sources)),
        ("missing_addresses", sum(s.address == "unknown" for s in sources), len(sources)),
        ("undated_figures", bases.count(PeriodBasis.AS_OF), len(data)),
        ("inferred_figures", bases.count(PeriodBasis.INFERRED), len(data)),
        ("inexact_figures", sum(not datum.quantity.is_exact for datum in data), len(data)),
        ("derived_figures", sum(datum.is_derived for datum in data), len(data)),
        ("target_figures", sum(datum.observation.target for datum in data), len(data)),
        ("elsewhere_figures", sum(not datum.is_at_home for datum in data), len(data)),
    )
    of = word("count_of", page.lang)
    return [(word(name, page.lang), of.format(count=count, whole=whole)) for name, count, whole in counted]


def _disagreements(data: Iterable[Datum], lang: Lang) -> list[tuple[str, list[Link]]]:
    """Each thing on which the articles disagree, with every reading of it."""
    by_topic: dict[str, list[Link]] = {}
    for datum in data:
        if datum.observation.disputed_by:
            said = f"{datum.label(lang)} · {datum.period_text(lang)}"
            more = datum.source.short[lang] if datum.source else ""
            link = Link(Urls(lang).figure(datum.id), said, more=more)
            by_topic.setdefault(datum.indicator.name[lang], []).append(link)
    return list(by_topic.items())


def _sources(page: PageFrame) -> list[tuple[Link, str]]:
    lang = page.lang
    return [
        (
            Link(
                page.urls.source(name),
                source.title[lang],
                more=period_text(source.published, source.published_basis, lang).text,
            ),
            source.dating[lang],
        )
        for name, source in page.site.catalog.sources.items()
    ]
