"""The newest figures of each thing that an indicator counts."""

from collections.abc import Iterable

from app.query.reading import Reading


def latest(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Of each definition, place, subject and part what no later figure follows, goals apart from results.

    Two figures of overlapping periods (2024, and an article of late 2024) are both kept: neither is the newer one.
    """
    own = tuple(readings)
    return tuple(reading for reading in own if not any(_follows(other, reading) for other in own))


def apart(one: Reading, other: Reading) -> bool:
    """Whether one of the two periods is over before the other begins."""
    first, second = one.observation.period, other.observation.period
    return first.end < second.start or second.end < first.start


def _follows(later: Reading, earlier: Reading) -> bool:
    return _thing(later) == _thing(earlier) and earlier.observation.period.end < later.observation.period.start


def _thing(reading: Reading) -> tuple[object, ...]:
    o = reading.observation
    return (reading.indicator_id, o.definition, o.geography, o.subject, o.category, o.target)
