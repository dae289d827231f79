"""Counts out of a printed whole as percentages, computed by us and marked so."""

from collections.abc import Mapping
from dataclasses import replace

from app.model.formula import evaluate
from app.model.observation import Formula
from app.model.vocabulary import Unit
from app.query.reading import Reading
from app.wording import rounded


def in_percent(readings: tuple[Reading, ...], every: Mapping[str, Reading], percent: Unit) -> tuple[Reading, ...]:
    """Each count as a percentage of its whole; empty where one has no exact whole or its bound would be rounded."""
    if not all(reading.observation.share_of for reading in readings):
        return ()
    shares = tuple(_share(reading, every[str(reading.observation.share_of)], percent) for reading in readings)
    wholes = (every[str(reading.observation.share_of)].quantity for reading in readings)
    honest = all(whole.is_exact and whole.value > 0 for whole in wholes) and all(map(_keeps_its_bound, shares))
    return shares if honest else ()


def _share(part: Reading, whole: Reading, percent: Unit) -> Reading:
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


def _keeps_its_bound(share: Reading) -> bool:
    """A rounded bound could be tighter than the true one; only an exact count may be rounded."""
    return share.quantity.is_exact or rounded(share.quantity, share.base) == share.quantity
