"""Beijing beside the nation, the world, other places and its own past: all shares, rankings and changes."""

from dataclasses import dataclass

from flask import request

from app.benches.bench import LivePage
from app.benches.compare import CompareBench, CompareGroup, compare_bench
from app.charts.layout import WIDTHS
from app.data.page_query import PageKind, PageQuery, PageRef
from app.pages.card import PanelCard, chart_card
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.explore import FORMATS
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES


@dataclass(frozen=True)
class ComparisonSection:
    """One kind of comparison in words."""

    id: str
    name: str
    lead: str
    cards: tuple[PanelCard, ...]
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class CompareContent:
    """The comparisons with a table of contents and their files."""

    bench: CompareBench
    groups: list[ComparisonSection]
    contents: list[Link]
    files: list[Link]


@route(RULES.compare())
def compare_page(page: PageFrame) -> str:
    """All comparisons, or those of the topic asked for."""
    content = _content(page, PageQuery.of(PageRef(PageKind.COMPARE), request.args.items(multi=True)), WIDTHS)
    return page.write(
        "compare.html",
        content,
        title=content.bench.title,
        description=word("compare_lead", page.lang),
        query=content.bench.query,
    )


def live_compare(page: PageFrame, page_query: PageQuery) -> LivePage:
    """What of the page follows a choice, without drawings: the workbench draws them itself."""
    content = _content(page, page_query, ())
    html = page.blocks("compare.html", ("controls", "shown"), content)
    return LivePage(content.bench, page.window_title(content.bench.title), html)


def _content(page: PageFrame, page_query: PageQuery, widths: tuple[int, ...]) -> CompareContent:
    bench = compare_bench(page.site, page_query, page.lang)
    sections = [_section(page, group, widths) for group in bench.groups]
    return CompareContent(
        bench=bench,
        groups=sections,
        contents=[Link(f"#{section.id}", section.name) for section in sections],
        files=[Link(page.urls.compare(bench.query, format=each), each.upper()) for each in FORMATS],
    )


def _section(page: PageFrame, group: CompareGroup, widths: tuple[int, ...]) -> ComparisonSection:
    return ComparisonSection(
        id=group.name,
        name=word(f"compare_{group.name}", page.lang),
        lead=word(f"compare_{group.name}_lead", page.lang),
        cards=tuple(PanelCard(panel.name, chart_card(panel.scene, widths=widths)) for panel in group.panels),
        rows=tuple(indicator_row(datum, page.lang) for datum in group.rows),
    )
