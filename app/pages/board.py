"""The board's page: the whole board as the address asks for it, with and without JavaScript."""

from dataclasses import dataclass, replace

from flask import request
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from app.board.evidence_panel import EvidencePanel, evidence_panel
from app.board.facets_panel import FacetGroup, facets_panel, value_name
from app.board.figures_table import FigureRow, figures_table
from app.board.glyphs import glyph_symbols
from app.board.lanes import LanesPanel, lanes_panel
from app.board.periods import TimePanel, time_panel
from app.board.side_by_side import SideBySidePanel, side_by_side_panel
from app.board.view import ORDERS, BoardView
from app.data.board_selection import TEXT
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.urls import RULES, Query


@dataclass(frozen=True)
class BoardContent:
    """The bar and the panels. `chips` are what was chosen, each an address without it; `hidden` what a form keeps."""

    title: str
    lead: str
    text: str
    summary: str
    nothing: str
    chips: tuple[Link, ...]
    clear: str
    downloads: tuple[Link, ...]
    presets: tuple[Link, ...]
    orders: tuple[Link, ...]
    hidden: Query
    facets: tuple[FacetGroup, ...]
    side_by_side: SideBySidePanel
    lanes: LanesPanel
    time: TimePanel | None
    evidence: EvidencePanel | None
    table: tuple[FigureRow, ...]
    symbols: Markup


@route(RULES.board())
def board_page(page: PageFrame) -> str:
    """The board as the address asks."""
    return _write(page, BoardView.read(page.site, page.lang, request.args.items(multi=True)))


@route(RULES.board("<preset_id>"))
def preset_page(page: PageFrame, preset_id: str) -> str:
    """A preset of the board."""
    if preset_id not in page.site.catalog.board.presets:
        raise NotFound
    return _write(page, BoardView.of_preset(page.site, page.lang, preset_id))


def _write(page: PageFrame, view: BoardView) -> str:
    board, lang = page.site.catalog.board, page.lang
    preset = board.presets.get(view.preset)
    title = f"{preset.name[lang]} · {board.name[lang]}" if preset else board.name[lang]
    return page.write(
        "board.html",
        _content(view, preset.about[lang] if preset else board.lead[lang]),
        title=title,
        description=preset.about[lang] if preset else board.lead[lang],
        query=() if preset else view.query(),
    )


def _content(view: BoardView, lead: str) -> BoardContent:
    board, lang = view.site.catalog.board, view.lang
    return BoardContent(
        title=board.name[lang],
        lead=lead,
        text=view.selection.text,
        summary=view.summary,
        nothing="" if view.ids else _nothing(view),
        chips=_chips(view),
        clear=view.urls.board() if view.selection.query else "",
        downloads=tuple(
            Link(view.urls.board(query=view.query(), format=ending), ending.upper())
            for ending in ("csv", "xlsx", "json")
        ),
        presets=tuple(
            Link(view.urls.board(name), preset.name[lang], current=name == view.preset)
            for name, preset in board.presets.items()
        ),
        orders=tuple(
            Link(view.href(order=order), view.word(f"board_order_{order}"), current=order == view.order)
            for order in ORDERS
        ),
        hidden=tuple(pair for pair in view.query() if pair[0] != TEXT),
        facets=facets_panel(view),
        side_by_side=side_by_side_panel(view),
        lanes=lanes_panel(view),
        time=time_panel(view),
        evidence=evidence_panel(view),
        table=figures_table(view),
        symbols=glyph_symbols(),
    )


def _chips(view: BoardView) -> tuple[Link, ...]:
    """Everything that narrows the board, each with the address of the board without it."""
    selection = view.selection
    chips = [
        Link(view.href(selection.toggle(facet, value, view.figures)), value_name(view, facet, value))
        for facet, values in selection.chosen.items()
        for value in values
    ]
    for name in selection.indicators:
        rest = tuple(other for other in selection.indicators if other != name)
        label = view.site.catalog.indicators[name].label(view.lang)
        chips.append(Link(view.href(replace(selection, indicators=rest)), label))
    if selection.first_year or selection.last_year:
        label = f"{selection.first_year}–{selection.last_year}"
        chips.append(Link(view.href(replace(selection, first_year="", last_year="")), label))
    if selection.text:
        chips.append(Link(view.href(replace(selection, text="")), f"“{selection.text}”"))
    return tuple(chips)


def _nothing(view: BoardView) -> str:
    emptied = view.emptied_by(frozenset(view.site.data))
    return view.word("board_nothing") if emptied is None else emptied.text
