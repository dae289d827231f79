"""What may honestly be shown of indicators that a reader put together, and why the rest may not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.model.chart import Kind, LabelBy
from app.model.text import Text
from app.query.comparable import same_axis, same_definition
from app.query.latest import latest, moves, results
from app.query.reading import Reading

#: More indicators than these cannot be told apart on one screen.
MOST = 12


@dataclass(frozen=True)
class View:
    """One honest way to show the chosen figures; `name` is the word it is headed by, `notes` what to know."""

    name: str
    kind: Kind
    label_by: LabelBy
    readings: tuple[Reading, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A view that is not offered, and the sentence why."""

    name: str
    reason: Text


@dataclass(frozen=True)
class Offer:
    """`together` are views of all the indicators at once, `apart` one for each of them."""

    together: tuple[View, ...]
    apart: tuple[View, ...]
    refused: tuple[Refused, ...]


def offer(chosen: Sequence[str], own: Mapping[str, tuple[Reading, ...]]) -> Offer:
    """The views of the chosen indicators; `own` are each one's readings."""
    tried = [_over_time(chosen, own), _beside(chosen, own)] if len(chosen) > 1 else []
    together = [view for view in tried if isinstance(view, View)]
    apart = tuple(_alone(own[name]) for name in chosen)
    refused = tuple(view for view in tried if isinstance(view, Refused))
    table = _table(chosen, own)
    return Offer((*together, *([table] if len(chosen) > 1 else [])), apart, refused)


def _over_time(chosen: Sequence[str], own: Mapping[str, tuple[Reading, ...]]) -> View | Refused:
    """All on one time axis: one unit, and each seen at two times at least."""
    readings = tuple(r for name in chosen for r in results(own[name]))
    reason = same_axis(readings) or _seen_once(chosen, own)
    if reason is not None:
        return Refused("one_time_axis", reason)
    note = same_definition(readings)
    return View("one_time_axis", Kind.SERIES, LabelBy.INDICATOR, readings, (note,) if note else ())


def _seen_once(chosen: Sequence[str], own: Mapping[str, tuple[Reading, ...]]) -> Text | None:
    for name in chosen:
        if not moves(results(own[name])):
            indicator = own[name][0].indicator
            return Text(
                zh=f"“{indicator.name.zh}”只有一个时点，不能画成时间变化",
                en=f"“{indicator.name.en}” is known at one point in time only, so no change can be drawn",
            )
    return None


def _beside(chosen: Sequence[str], own: Mapping[str, tuple[Reading, ...]]) -> View | Refused:
    """The newest figure of each as a bar: bars invite comparison, so unit and definition must allow it."""
    readings = tuple(r for name in chosen for r in latest(results(own[name])))
    reason = same_axis(readings) or same_definition(readings)
    if reason is not None:
        return Refused("one_bar_chart", reason)
    return View("one_bar_chart", Kind.BARS, LabelBy.INDICATOR, readings)


def _table(chosen: Sequence[str], own: Mapping[str, tuple[Reading, ...]]) -> View:
    """A table promises no comparison; it is always honest."""
    readings = tuple(r for name in chosen for r in latest(own[name]))
    return View("one_table", Kind.FACTS, LabelBy.INDICATOR, readings)


def _alone(own: tuple[Reading, ...]) -> View:
    """One indicator by itself: its change over time, the disagreement, its ranking, or its figures in a table."""
    known = results(own)
    if any(r.observation.disputed_by for r in known):
        return View("alone", Kind.DISAGREEMENT, LabelBy.SOURCE, known)
    if known[0].base.style == "rank":
        return View("alone", Kind.RANK, LabelBy.GEOGRAPHY, known)
    if same_axis(known) is None and moves(known):
        return View("alone", Kind.SERIES, LabelBy.PERIOD, known)
    if len(own) == 1:
        return View("alone", Kind.FIGURE, LabelBy.INDICATOR, own)
    return View("alone", Kind.FACTS, telling(own), own)


def telling(own: tuple[Reading, ...]) -> LabelBy:
    """The dimension in which the figures differ."""
    observations = [reading.observation for reading in own]
    counts = {
        LabelBy.CATEGORY: len({o.category for o in observations}),
        LabelBy.SUBJECT: len({o.subject for o in observations}),
        LabelBy.GEOGRAPHY: len({o.geography for o in observations}),
        LabelBy.DEFINITION: len({o.definition for o in observations}),
    }
    return max(counts, key=counts.__getitem__)
