"""The articles behind a figure."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.model.formula import operand_ids


def printed_behind(datum: Datum, data: Mapping[str, Datum]) -> list[Datum]:
    """The figures that are printed: itself, or those that a computed one rests on, as far as `data` has them."""
    if datum.observation.source:
        return [datum]
    parts = (data[name] for name in operand_ids(datum.observation.derived) if name in data)
    return [found for part in parts for found in printed_behind(part, data)]


def source_ids(datum: Datum, data: Mapping[str, Datum]) -> list[str]:
    """The article it is printed in; those of a computed value are the articles of its parts."""
    return [found.observation.source or "" for found in printed_behind(datum, data)]
