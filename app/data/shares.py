"""Counts out of a printed whole as percentages, computed by us and marked so."""

from collections.abc import Mapping
from dataclasses import replace

from app.data.datum import Datum
from app.model.formula import evaluate
from app.model.observation import Formula
from app.model.vocabulary import Unit
from app.quantities.scale import round_quantity


def in_percent(data: tuple[Datum, ...], every: Mapping[str, Datum], percent: Unit) -> tuple[Datum, ...]:
    """Each count as a percentage of its whole; empty where one has no exact whole or its bound would be rounded."""
    if not all(datum.observation.share_of for datum in data):
        return ()
    shares = tuple(_share(datum, every[str(datum.observation.share_of)], percent) for datum in data)
    wholes = (every[str(datum.observation.share_of)].quantity for datum in data)
    honest = all(whole.is_exact and whole.value > 0 for whole in wholes) and all(map(_keeps_its_bound, shares))
    return shares if honest else ()


def _share(part: Datum, whole: Datum, percent: Unit) -> Datum:
    """The same figure, of the same thing at the same time; its page shows what was printed."""
    rule = Formula(op="share", of=part.id, base=whole.id)
    unprinted = {"derived": rule, "share_of": None, "value": None, "value_to": None, "printed": None, "source": None}
    return replace(
        part,
        observation=part.observation.model_copy(update=unprinted),
        base=percent,
        printed_unit=percent,
        quantity=evaluate(rule, part.quantity, whole.quantity),
        source=None,
    )


def _keeps_its_bound(share: Datum) -> bool:
    """A rounded bound could be tighter than the true one; only an exact count may be rounded."""
    return share.quantity.is_exact or round_quantity(share.quantity, share.base) == share.quantity
