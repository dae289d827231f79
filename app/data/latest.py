"""The figures of an indicator in time: which are reached, which are the newest, and whether they move."""

from collections.abc import Iterable
from itertools import combinations

from app.data.datum import Datum


def results(own: tuple[Datum, ...]) -> tuple[Datum, ...]:
    """The figures that are not goals; a goal stands beside results only if there is nothing else."""
    return tuple(r for r in own if not r.observation.target) or own


def latest(data: Iterable[Datum]) -> tuple[Datum, ...]:
    """Of each definition, place, subject and part what no later figure follows, goals apart from results.

    Two figures of overlapping periods (2024, and an article of late 2024) are both kept: neither is the newer one.
    """
    own = tuple(data)
    return tuple(datum for datum in own if not any(_follows(other, datum) for other in own))


def apart(one: Datum, other: Datum) -> bool:
    """Whether one of the two periods is over before the other begins."""
    first, second = one.observation.period, other.observation.period
    return first.end < second.start or second.end < first.start


def latest_moves(data: Iterable[Datum]) -> bool:
    """Whether at least two of the figures lie apart in time."""
    return any(apart(one, other) for one, other in combinations(data, 2))


def _follows(later: Datum, earlier: Datum) -> bool:
    return later.thing == earlier.thing and earlier.observation.period.end < later.observation.period.start
