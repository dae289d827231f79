"""The table: every figure of the selection in words, which is what each panel says to who cannot see it."""

from dataclasses import dataclass

from app.board.board_figure import BoardFigure, board_figure
from app.board.view import BoardView
from app.charts.names import article


@dataclass(frozen=True)
class FigureRow:
    """One figure in words."""

    figure: BoardFigure
    period: str
    definition: str
    topic: str
    source: str
    href: str


def figures_table(view: BoardView) -> tuple[FigureRow, ...]:
    """The rows, in the board's order."""
    lang = view.lang
    return tuple(
        FigureRow(
            board_figure(view, datum),
            datum.period_text(lang).text,
            datum.definition.name[lang],
            view.site.catalog.topics[datum.indicator.topic].name[lang],
            article(datum, lang),
            view.urls.figure(datum.id),
        )
        for datum in view.ordered(view.data)
    )
