"""The figures of an indicator in time: which are reached, which are the newest, and whether they move."""

from collections.abc import Iterable
from itertools import combinations

from app.query.reading import Reading


def results(own: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The figures that are not goals; a goal stands beside results only if there is nothing else."""
    return tuple(r for r in own if not r.observation.target) or own


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


def moves(readings: Iterable[Reading]) -> bool:
    """Whether at least two of the figures lie apart in time."""
    return any(apart(one, other) for one, other in combinations(readings, 2))


def _follows(later: Reading, earlier: Reading) -> bool:
    return later.thing == earlier.thing and earlier.observation.period.end < later.observation.period.start
