"""A figure as every panel of the board shows it: its words, its mark, and the board that holds it."""

from dataclasses import dataclass

from app.board.glyphs import Glyph
from app.board.view import BoardView
from app.data.datum import Datum, belonging


@dataclass(frozen=True)
class BoardFigure:
    """One figure. `more` tells it from others of its name, `hold` is the address of the board with it under hand."""

    id: str
    name: str
    label: str
    more: str
    spoken: str
    hold: str
    glyph: Glyph
    is_held: bool


def board_figure(view: BoardView, datum: Datum) -> BoardFigure:
    """The figure of a datum on a board."""
    lang = view.lang
    name = belonging(datum.indicator.label(lang), datum, lang)
    label, period = datum.label(lang).text, datum.period_text(lang).text
    return BoardFigure(
        id=datum.id,
        name=name,
        label=label,
        more=f"{datum.definition.name[lang]} · {period}",
        spoken=f"{name} {label} {period}",
        hold=view.href(hold=datum.id),
        glyph=Glyph.of(datum),
        is_held=datum.id == view.hold,
    )
