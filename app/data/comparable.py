"""What may be put together, and the sentence why not; which figures are reached, and which are the newest."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from app.data.datum import Datum
from app.model.text import Lang, Text


def same_axis(data: Sequence[Datum]) -> Text | None:
    """Why these cannot share an axis; None when they can. One axis holds one base unit, and money one currency."""
    by_unit = {datum.base.base: datum for datum in reversed(data)}
    if len(by_unit) < 2:
        return None
    second, first = list(by_unit.values())[-2:]
    units = _units_apart(first, second)
    one, other = units or (first.indicator.name, second.indicator.name)
    zh, en = ("单位不同", "are different units") if units else ("数的不是同一种事物", "count different things")
    return Text(
        zh=f"“{_inner(one.zh)}”与“{_inner(other.zh)}”{zh}，不能共用坐标轴",
        en=f"“{_inner(one.en)}” and “{_inner(other.en)}” {en} and cannot share an axis",
    )


def same_definition(data: Sequence[Datum]) -> Text | None:
    """Why no line, sum, share or rate may join these; None when all pairs are comparable."""
    for one, other in combinations(data, 2):
        if not comparable(one, other):
            first, second = _names_apart(one, other)
            return Text(
                zh=f"“{_inner(first.zh)}”与“{_inner(second.zh)}”口径不同，不能相连、相加或相除",
                en=f"“{_inner(first.en)}” and “{_inner(second.en)}” are defined differently "
                "and may not be joined, added or divided",
            )
    return None


def all_exact(data: Iterable[Datum]) -> Text | None:
    """Why these may not be summed or stacked to a whole; None when every one is exact."""
    for datum in data:
        if not datum.quantity.is_exact:
            return Text(
                zh=f"{datum.label(Lang.ZH)}不是确数，不能相加或堆叠成总数",
                en=f"{datum.label(Lang.EN)} is not exact; it cannot be added up or stacked to a whole",
            )
    return None


def comparable(one: Datum, other: Datum) -> bool:
    """Whether the definitions are the same, or one of them is written down as comparable with the other."""
    if (one.indicator_id, one.observation.definition) == (other.indicator_id, other.observation.definition):
        return True
    return _names(one, other) or _names(other, one)


def _names_apart(one: Datum, other: Datum) -> tuple[Text, Text]:
    """The names of the two definitions; where they read the same in a language, those of the indicators."""
    first, second = one.definition.name, other.definition.name
    if first.zh == second.zh or first.en == second.en:
        return one.indicator.name, other.indicator.name
    return first, second


def _inner(words: str) -> str:
    """Quotation marks inside quotation marks are single ones."""
    return words.replace("“", "‘").replace("”", "’")


def _names(one: Datum, other: Datum) -> bool:
    full = f"{other.indicator_id}/{other.observation.definition}"
    names = {full, other.observation.definition} if one.indicator_id == other.indicator_id else {full}
    return any(name in names for name in one.definition.comparable_with)


def _units_apart(one: Datum, other: Datum) -> tuple[Text, Text] | None:
    """The two units; None where their words do not tell them apart (家 of firms and of branches)."""
    words = [(r.base.zh, r.base.en_sign or (r.base.en.other if r.base.en else "")) for r in (one, other)]
    if not all(map(all, words)) or any(first == second for first, second in zip(*words, strict=True)):
        return None
    first, second = (Text(zh=zh, en=en) for zh, en in words)
    return first, second


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


def takes_log(data: Sequence[Datum]) -> bool:
    """Whether a curator gives one of the indicators a logarithmic scale, and no value is one that it cannot hold."""
    return any(datum.indicator.scale == "log" for datum in data) and all(datum.quantity.value > 0 for datum in data)
