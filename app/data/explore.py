"""What may honestly be shown of indicators that a reader put together, and why the rest may not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.data.comparable import latest, latest_moves, results, same_axis, same_definition
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.text import Text

#: More indicators than these cannot be told apart on one screen.
MOST_INDICATORS = 12


@dataclass(frozen=True)
class ExploreView:
    """One honest way to show the chosen figures; `name` is the word it is headed by, `notes` what to know."""

    name: str
    kind: ChartKind
    label_by: LabelBy
    data: tuple[Datum, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A view that is not offered, and the sentence why."""

    name: str
    reason: Text


@dataclass(frozen=True)
class ExploreOffer:
    """`together` are views of all the indicators at once, `apart` one for each of them."""

    together: tuple[ExploreView, ...]
    apart: tuple[ExploreView, ...]
    refused: tuple[Refused, ...]


def offer(chosen: Sequence[str], own: Mapping[str, tuple[Datum, ...]]) -> ExploreOffer:
    """The views of the chosen indicators; `own` are each one's readings."""
    tried = [_over_time(chosen, own), _beside(chosen, own)] if len(chosen) > 1 else []
    together = [view for view in tried if isinstance(view, ExploreView)]
    apart = tuple(_alone(own[name]) for name in chosen)
    refused = tuple(view for view in tried if isinstance(view, Refused))
    table = _table(chosen, own)
    return ExploreOffer((*together, *([table] if len(chosen) > 1 else [])), apart, refused)


def _over_time(chosen: Sequence[str], own: Mapping[str, tuple[Datum, ...]]) -> ExploreView | Refused:
    """All on one time axis: one unit, and each seen at two times at least."""
    data = tuple(r for name in chosen for r in results(own[name]))
    reason = same_axis(data) or _seen_once(chosen, own)
    if reason is not None:
        return Refused("one_time_axis", reason)
    note = same_definition(data)
    return ExploreView("one_time_axis", ChartKind.SERIES, LabelBy.INDICATOR, data, (note,) if note else ())


def _seen_once(chosen: Sequence[str], own: Mapping[str, tuple[Datum, ...]]) -> Text | None:
    for name in chosen:
        if not latest_moves(results(own[name])):
            indicator = own[name][0].indicator
            return Text(
                zh=f"“{indicator.name.zh}”只有一个时点，不能画成时间变化",
                en=f"“{indicator.name.en}” is known at one point in time only, so no change can be drawn",
            )
    return None


def _beside(chosen: Sequence[str], own: Mapping[str, tuple[Datum, ...]]) -> ExploreView | Refused:
    """The newest figure of each as a bar: bars invite comparison, so unit and definition must allow it."""
    data = tuple(r for name in chosen for r in latest(results(own[name])))
    reason = same_axis(data) or same_definition(data)
    if reason is not None:
        return Refused("one_bar_chart", reason)
    return ExploreView("one_bar_chart", ChartKind.BARS, LabelBy.INDICATOR, data)


def _table(chosen: Sequence[str], own: Mapping[str, tuple[Datum, ...]]) -> ExploreView:
    """A table promises no comparison; it is always honest."""
    data = tuple(r for name in chosen for r in latest(own[name]))
    return ExploreView("one_table", ChartKind.FACTS, LabelBy.INDICATOR, data)


def _alone(own: tuple[Datum, ...]) -> ExploreView:
    """One indicator by itself: its change over time, the disagreement, its ranking, or its figures in a table."""
    known = results(own)
    if any(r.observation.disputed_by for r in known):
        return ExploreView("alone", ChartKind.DISAGREEMENT, LabelBy.SOURCE, known)
    if known[0].base.style == "rank":
        return ExploreView("alone", ChartKind.RANK, LabelBy.GEOGRAPHY, known)
    if same_axis(known) is None and latest_moves(known):
        return ExploreView("alone", ChartKind.SERIES, LabelBy.PERIOD, known)
    if len(own) == 1:
        return ExploreView("alone", ChartKind.FIGURE, LabelBy.INDICATOR, own)
    return ExploreView("alone", ChartKind.FACTS, comparison_sentences(own), own)


def comparison_sentences(own: tuple[Datum, ...]) -> LabelBy:
    """The dimension in which the figures differ."""
    observations = [datum.observation for datum in own]
    counts = {
        LabelBy.CATEGORY: len({o.category for o in observations}),
        LabelBy.SUBJECT: len({o.subject for o in observations}),
        LabelBy.GEOGRAPHY: len({o.geography for o in observations}),
        LabelBy.DEFINITION: len({o.definition for o in observations}),
    }
    return max(counts, key=counts.__getitem__)
