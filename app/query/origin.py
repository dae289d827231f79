"""The articles behind a figure."""

from collections.abc import Mapping

from app.model.formula import operand_ids
from app.query.reading import Reading


def printed_behind(reading: Reading, readings: Mapping[str, Reading]) -> list[Reading]:
    """The figures that are printed: itself, or those that a computed one rests on, as far as `readings` has them."""
    if reading.observation.source:
        return [reading]
    parts = (readings[name] for name in operand_ids(reading.observation.derived) if name in readings)
    return [found for part in parts for found in printed_behind(part, readings)]


def source_ids(reading: Reading, readings: Mapping[str, Reading]) -> list[str]:
    """The article it is printed in; those of a computed value are the articles of its parts."""
    return [found.observation.source or "" for found in printed_behind(reading, readings)]
