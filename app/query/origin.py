"""The articles behind a figure."""

from collections.abc import Mapping

from app.model.formula import operand_ids
from app.query.reading import Reading


def source_ids(reading: Reading, readings: Mapping[str, Reading]) -> list[str]:
    """The article it is printed in; those of a computed value are the articles of its parts."""
    if reading.observation.source:
        return [reading.observation.source]
    parts = operand_ids(reading.observation.derived)
    return [name for part in parts for name in source_ids(readings[part], readings)]
