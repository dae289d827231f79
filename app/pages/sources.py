"""All articles, each with its date and how many figures were taken from it."""

from dataclasses import dataclass

from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.quantities.period_text import period_text
from app.strings import word
from app.urls import RULES


@dataclass(frozen=True)
class SourcesContent:
    """The articles."""

    heading: str
    lead: str
    items: list[Link]


@route(RULES.sources())
def sources_page(page: PageFrame) -> str:
    """The list of sources, the latest first."""
    lang, catalog = page.lang, page.site.catalog
    latest_first = sorted(catalog.sources.items(), key=lambda item: item[1].published, reverse=True)
    items = [Link(page.urls.source(name), record.title[lang], more=_more(page, name)) for name, record in latest_first]
    return page.write(
        "sources.html",
        SourcesContent(
            heading=word("sources", lang),
            lead=word("sources_lead", lang),
            items=items,
        ),
        title=word("sources", lang),
        description=word("sources_lead", lang),
    )


def _more(page: PageFrame, source_id: str) -> str:
    """What the charts call it, its date, and how many figures it gave."""
    lang, record = page.lang, page.site.catalog.sources[source_id]
    when = period_text(record.published, record.published_basis, lang).text
    return f"{record.short[lang]} · {when} · {_figures(page, source_id)}"


def _figures(page: PageFrame, source_id: str) -> str:
    count = sum(1 for datum in page.site.data.values() if datum.observation.source == source_id)
    return word("figures_taken", page.lang).format(count=count)
