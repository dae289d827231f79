"""Any indicators put together by the reader: the honest views of them, and why others are not given."""

from dataclasses import dataclass

from flask import request

from app.benches.bench import LivePage
from app.benches.explore import ExploreBench, explore_bench
from app.charts.layout import WIDTHS
from app.data.page_query import PageKind, PageQuery, PageRef
from app.pages.card import PanelCard, chart_card
from app.pages.frame import Link, PageFrame
from app.pages.picker import Shelf, examples, picker_problems, removals, shelves
from app.pages.route import route
from app.strings import word
from app.urls import RULES

#: In which what a reader put together can be taken along.
FORMATS = ("csv", "xlsx", "json")


@dataclass(frozen=True)
class ExploreContent:
    """The indicators to choose, those chosen, and what is shown and refused of them."""

    bench: ExploreBench
    problems: list[str]
    shelves: list[Shelf]
    chosen: list[Link]
    together: list[PanelCard]
    refused: list[tuple[str, str]]
    apart: list[PanelCard]
    examples: list[Link]
    files: list[Link]


@route(RULES.explore())
def explore_page(page: PageFrame) -> str:
    """The page for the indicators asked for; unknown ones are named and left out, as are those past the twelfth."""
    content = _content(page, PageQuery.of(PageRef(PageKind.EXPLORE), request.args.items(multi=True)), WIDTHS)
    return page.write(
        "explore.html",
        content,
        title=content.bench.title,
        description=word("explore_lead", page.lang),
        query=content.bench.query,
    )


def live_explore(page: PageFrame, page_query: PageQuery) -> LivePage:
    """What of the page follows a choice, without drawings: the workbench draws them itself."""
    content = _content(page, page_query, ())
    html = page.blocks("explore.html", ("problems", "controls", "shown"), content)
    return LivePage(content.bench, page.window_title(content.bench.title), html)


def _content(page: PageFrame, page_query: PageQuery, widths: tuple[int, ...]) -> ExploreContent:
    bench = explore_bench(page.site, page_query, page.lang)
    return ExploreContent(
        bench=bench,
        problems=picker_problems(page, bench),
        shelves=shelves(page, bench.chosen),
        chosen=removals(page, bench.chosen),
        together=[
            PanelCard(shown.panel.name, chart_card(shown.panel.scene, widths=widths), shown.notes)
            for shown in bench.together
        ],
        refused=[(word(each.name, page.lang), each.reason[page.lang]) for each in bench.refused],
        apart=[PanelCard(panel.name, chart_card(panel.scene, widths=widths)) for panel in bench.apart],
        examples=examples(page),
        files=[Link(page.urls.explore(bench.query, format=each), each.upper()) for each in FORMATS],
    )
