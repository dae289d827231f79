"""The figure under hand: what was printed, in which sense, when and where; its page has the whole evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.board.view import BoardView
from app.data.datum import Datum, belonging
from app.quantities.label import Label


@dataclass(frozen=True)
class EvidenceFact:
    """One line: what, its words, perhaps an address; `quoted` are the paper's own words."""

    name: str
    text: str
    href: str = ""
    quoted: bool = False


@dataclass(frozen=True)
class EvidencePanel:
    """A figure with its facts, and the board without it."""

    name: str
    label: Label
    marks: tuple[str, ...]
    facts: tuple[EvidenceFact, ...]
    href: str
    close: str


def evidence_panel(view: BoardView) -> EvidencePanel | None:
    """The panel; None while no figure is held."""
    if not view.hold:
        return None
    datum = view.site.data[view.hold]
    return EvidencePanel(
        name=belonging(datum.indicator.label(view.lang), datum, view.lang),
        label=datum.label(view.lang),
        marks=tuple(datum.marks(view.lang)),
        facts=tuple(_facts(view, datum)),
        href=view.urls.figure(datum.id),
        close=view.href(hold=""),
    )


def _facts(view: BoardView, datum: Datum) -> Iterable[EvidenceFact]:
    lang, o = view.lang, datum.observation
    if o.printed:
        yield EvidenceFact(view.word("printed"), f"“{o.printed}”", quoted=True)
    yield EvidenceFact(view.word("bounds"), view.word(f"bound_{datum.bound}"))
    yield EvidenceFact(view.word("period"), datum.period_text(lang).text)
    yield EvidenceFact(
        view.word("definition"), f"{datum.definition.name[lang]}{lang.colon}{datum.definition.text[lang]}"
    )
    if datum.source is not None:
        yield EvidenceFact(view.word("source"), datum.source.title[lang], view.urls.source(o.source or ""))
    if o.note is not None:
        yield EvidenceFact(view.word("note"), o.note[lang])
    for name in o.disputed_by:
        other = view.site.data[name]
        yield EvidenceFact(
            view.word("other_readings"), f"{other.label(lang)} · {other.period_text(lang)}", view.href(hold=name)
        )
