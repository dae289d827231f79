"""The parts of a page that follow the reader's choice: written into the page, and again whenever the choice changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from app.benches.bench import Bench
from app.benches.chart import ChartBench
from app.benches.compare import CompareBench, CompareGroup
from app.benches.explore import ExploreBench, ExploredFigure
from app.charts.geometry.widths import WIDTHS
from app.data.page_ref import PageKind
from app.pages.card import ChartCard, chart_card
from app.pages.chart_notes import chart_notes
from app.pages.chart_words import definition_terms, source_links
from app.pages.frame import Link, PageFrame
from app.pages.picker import examples, picker_problems, removals, shelves
from app.pages.row import IndicatorRow, indicator_row
from app.strings import word

Content = Mapping[str, Any]
Widths = tuple[int, ...]

#: In which what a reader put together can be taken along.
_FORMATS = ("csv", "xlsx", "json")
_CONTROLS = "part_controls.html"
#: The parts of each kind of page by the name of their place in it, and the templates they are written by.
_TEMPLATES: Mapping[PageKind, Mapping[str, str]] = {
    PageKind.OVERVIEW: {"controls": _CONTROLS, "panels": "part_panels.html"},
    PageKind.TOPIC: {"controls": _CONTROLS, "panels": "part_panels.html"},
    PageKind.CHART: {
        "heading": "part_heading.html",
        "controls": _CONTROLS,
        "drawing": "part_drawing.html",
        "words": "part_words.html",
        "know": "part_know.html",
        "whole": "part_whole.html",
    },
    PageKind.EXPLORE: {"problems": "part_problems.html", "controls": "part_shelves.html", "shown": "part_explore.html"},
    PageKind.COMPARE: {"controls": _CONTROLS, "shown": "part_compare.html"},
}


@dataclass(frozen=True)
class Headed:
    """A panel's card under the panel's name, with what must be known of it."""

    panel: str
    card: ChartCard
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartSection:
    """One kind of comparison in words."""

    id: str
    name: str
    lead: str
    cards: tuple[Headed, ...]
    rows: tuple[IndicatorRow, ...]


def parts(page: PageFrame, bench: Bench) -> Mapping[str, str]:
    """The HTML of each part by its name, without drawings: the workbench draws them itself."""
    content = {"bench": bench, **filling(page, bench, widths=())}
    return {name: page.part(template, **content) for name, template in _TEMPLATES[bench.place.kind].items()}


def filling(page: PageFrame, bench: Bench, *, widths: Widths = WIDTHS) -> Content:
    """What the templates of the parts are filled with, for drawings of these widths."""
    return _FILLINGS[bench.place.kind](page, bench, widths)


def _topical(_page: PageFrame, bench: Bench, widths: Widths) -> Content:
    return {"cards_below": [Headed(panel.name, chart_card(panel.scene, widths=widths)) for panel in bench.panels]}


def _chart(page: PageFrame, given: Bench, widths: Widths) -> Content:
    bench = cast(ChartBench, given)
    return {
        "card": chart_card(bench.scene, widths=widths),
        "know": chart_notes(page, bench.scene),
        "definitions": definition_terms(page, bench.scene),
        "sources": source_links(page, bench.scene),
    }


def _explore(page: PageFrame, given: Bench, widths: Widths) -> Content:
    bench = cast(ExploreBench, given)
    return {
        "problems": picker_problems(page, bench),
        "shelves": shelves(page, bench.chosen),
        "chosen": removals(page, bench.chosen),
        "together": [_together(shown, widths) for shown in bench.together],
        "refused": [(word(each.name, page.lang), each.reason[page.lang]) for each in bench.refused],
        "apart": [Headed(panel.name, chart_card(panel.scene, widths=widths)) for panel in bench.apart],
        "examples": examples(page),
        "files": [Link(page.urls.explore(bench.query, format=each), each.upper()) for each in _FORMATS],
    }


def _together(shown: ExploredFigure, widths: Widths) -> Headed:
    return Headed(shown.panel.name, chart_card(shown.panel.scene, widths=widths), shown.notes)


def _compare(page: PageFrame, given: Bench, widths: Widths) -> Content:
    sections = [_section(page, group, widths) for group in cast(CompareBench, given).groups]
    return {
        "groups": sections,
        "contents": [Link(f"#{section.id}", section.name) for section in sections],
        "files": [Link(page.urls.compare(given.query, format=each), each.upper()) for each in _FORMATS],
    }


def _section(page: PageFrame, group: CompareGroup, widths: Widths) -> PartSection:
    return PartSection(
        id=group.name,
        name=word(f"compare_{group.name}", page.lang),
        lead=word(f"compare_{group.name}_lead", page.lang),
        cards=tuple(Headed(panel.name, chart_card(panel.scene, widths=widths)) for panel in group.panels),
        rows=tuple(indicator_row(datum, page.lang) for datum in group.rows),
    )


_FILLINGS: Mapping[PageKind, Callable[[PageFrame, Bench, Widths], Content]] = {
    PageKind.OVERVIEW: _topical,
    PageKind.TOPIC: _topical,
    PageKind.CHART: _chart,
    PageKind.EXPLORE: _explore,
    PageKind.COMPARE: _compare,
}
