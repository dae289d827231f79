"""What a reader may choose on a chart of figures: a control is there only where it has more than one honest value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.model.chart import Kind
from app.query.choice import Choice
from app.query.reading import Reading
from app.query.topical import INDICATOR
from app.query.wish import Wish
from app.wording import steps

PLACE, FROM, TO, STEP, AS = "place", "from", "to", "unit", "as"
#: The value of `as` that gives 51 of 100 as 51%.
PERCENT = "percent"
#: A place taken out of its ranking no longer says with whom it is tied.
_PLACELESS = (Kind.RANK,)
#: The kinds of which any stretch of time is as honest as the whole.
_TIMED = (Kind.SERIES, Kind.BARS, Kind.COMPOSITION, Kind.FACTS)

Readings = tuple[Reading, ...]
#: Whether the chart's kind can be drawn of some figures.
Honest = Callable[[Readings], bool]
#: The same figures as shares of what they are counted out of; empty where they are no shares.
InPercent = Callable[[Readings], Readings]


@dataclass(frozen=True)
class Narrowed:
    """The figures chosen, with the choices that led to them. `step` is wording's, empty for as printed."""

    readings: Readings
    choices: tuple[Choice, ...] = ()
    step: str = ""

    def by(self, choice: Choice, kept: Readings) -> "Narrowed":
        return replace(self, readings=kept, choices=(*self.choices, choice))


def narrow(
    wish: Wish, kind: Kind, own: Readings, others: Mapping[str, Readings], *, honest: Honest, in_percent: InPercent
) -> Narrowed:
    """The figures a wish leaves of a chart's `own`, or those of one of the `others`, an indicator each."""
    found = _one_indicator(wish, own, others, honest)
    found = found if kind in _PLACELESS else _one_place(wish, found, honest)
    found = _between(wish, found) if kind in _TIMED else found
    found = _scaled(wish, found)
    return _as_percent(wish, found, in_percent) if kind is Kind.SHARE else found


def _one_indicator(wish: Wish, own: Readings, others: Mapping[str, Readings], honest: Honest) -> Narrowed:
    parts: dict[str, Readings] = {}
    for reading in own:
        parts[reading.indicator_id] = (*parts.get(reading.indicator_id, ()), reading)
    offered = (parts if len(parts) > 1 else {}) | dict(others)
    values = {name: figures for name, figures in offered.items() if honest(figures)}
    return _picked(wish, Narrowed(own), INDICATOR, values)


def _one_place(wish: Wish, found: Narrowed, honest: Honest) -> Narrowed:
    places: dict[str, Readings] = {}
    for reading in found.readings:
        place = reading.observation.geography
        places[place] = (*places.get(place, ()), reading)
    values = {name: figures for name, figures in places.items() if honest(figures)}
    return _picked(wish, found, PLACE, values) if len(places) > 1 else found


def _picked(wish: Wish, found: Narrowed, name: str, values: Mapping[str, Readings]) -> Narrowed:
    """All figures, or those under the value chosen."""
    if not values:
        return found
    choice = Choice.of(wish, name, ("", *values))
    return found.by(choice, values[choice.chosen] if choice.chosen else found.readings)


def _between(wish: Wish, found: Narrowed) -> Narrowed:
    """From one printed period to another, both in; the end is never before the start."""
    order = [period.text for period in sorted({r.observation.period for r in found.readings})]
    if len(order) < 2:
        return found
    start, end = between(wish, order)
    wanted = order[order.index(start.chosen) : order.index(end.chosen) + 1]
    kept = tuple(r for r in found.readings if r.observation.period.text in wanted)
    return found.by(start, kept).by(end, kept)


def between(wish: Wish, order: Sequence[str]) -> tuple[Choice, Choice]:
    """The first and the last of some times in order."""
    start = Choice.of(wish, FROM, order, default=order[0])
    later = order[order.index(start.chosen) :]
    return start, Choice.of(wish, TO, later, default=order[-1])


def _scaled(wish: Wish, found: Narrowed) -> Narrowed:
    bases = {reading.base.base: reading.base for reading in found.readings}
    if len(bases) != 1:
        return found
    offered = steps([reading.written for reading in found.readings], next(iter(bases.values())))
    if len(offered) < 2:
        return found
    choice = Choice.of(wish, STEP, ("", *offered))
    return replace(found.by(choice, found.readings), step=choice.chosen)


def _as_percent(wish: Wish, found: Narrowed, in_percent: InPercent) -> Narrowed:
    shares = in_percent(found.readings)
    if not shares:
        return found
    choice = Choice.of(wish, AS, ("", PERCENT))
    return found.by(choice, shares if choice.chosen else found.readings)
