"""The newest figure of each thing that an indicator counts."""

from collections.abc import Iterable

from app.query.reading import Reading


def latest(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Of each definition, place, subject and part the newest figure, goals apart from results, in file order."""
    found: dict[tuple[object, ...], Reading] = {}
    for reading in readings:
        o = reading.observation
        key = (reading.indicator_id, o.definition, o.geography, o.subject, o.category, o.target)
        if key not in found or found[key].observation.period < o.period:
            found[key] = reading
    return tuple(found.values())
