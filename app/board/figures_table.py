"""The table: every figure of the selection, which is what each panel says to who cannot see it."""

from dataclasses import dataclass

from app.board.lanes import figure_name
from app.board.view import BoardView


@dataclass(frozen=True)
class FigureRow:
    """One figure in words."""

    id: str
    name: str
    label: str
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
            datum.id,
            figure_name(datum, lang),
            datum.label(lang).text,
            datum.period_text(lang).text,
            datum.definition.name[lang],
            view.site.catalog.topics[datum.indicator.topic].name[lang],
            datum.source.short[lang] if datum.source else view.word("board_computed"),
            view.urls.figure(datum.id),
        )
        for datum in view.ordered(view.data)
    )
