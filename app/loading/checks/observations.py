"""What one observation must say, what it may not say beside another, and that its print reads back to it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from app.loading.draft import Draft
from app.loading.printed import ParsedFragment, UnreadableFragmentError, read_printed
from app.loading.problems import Problem
from app.model.indicator import Indicator
from app.model.observation import Observation
from app.model.period import PeriodBasis
from app.model.reference import Path

_Rule = tuple[str, str, str]


def problems(draft: Draft) -> Iterator[Problem]:
    for path, _, _, observation in draft.observations():
        for field, code, sentence in _rules(draft, observation):
            yield draft.problem((*path, field), code, f"'{observation.id}' {sentence}")
    yield from _wrong_wholes(draft)
    yield from _repeated_ids(draft)
    yield from _one_sided_disputes(draft)
    yield from _repeated_keys(draft)
    yield from _unexpected_figures(draft)
    yield from fragment_problems(draft)


def _rules(draft: Draft, observation: Observation) -> Iterator[_Rule]:
    yield from _value_rules(observation)
    yield from _time_rules(draft, observation)
    if observation.id in observation.disputed_by:
        yield "disputed_by", "dispute", "disputes itself"


def _value_rules(observation: Observation) -> Iterator[_Rule]:
    if (observation.value is None) == (observation.derived is None):
        yield "value", "value-or-derived", "needs either 'value' or 'derived'"
    if observation.value is not None:
        for field in ("printed", "source"):
            if getattr(observation, field) is None:
                yield field, "value-unproved", f"has a value, so it needs '{field}'"
    elif observation.printed is not None or observation.value_to is not None:
        field = "printed" if observation.printed is not None else "value_to"
        yield field, "value-missing", f"has '{field}' but no 'value'"
    if observation.attributed_to is not None and observation.source is None:
        yield "attributed_to", "attributed-unprinted", "has 'attributed_to' but no 'source' that says so"
    value, value_to = observation.value, observation.value_to
    if value is not None and value_to is not None and value_to <= value:
        yield "value_to", "value-range", "ends its range before it begins"


def _time_rules(draft: Draft, observation: Observation) -> Iterator[_Rule]:
    if observation.period_basis is PeriodBasis.INFERRED and observation.note is None:
        yield (
            "note",
            "inferred-without-note",
            "has an inferred period, so a note must say how it was worked out",
        )
    source = draft.sources.get(observation.source or "")
    if source is None:
        return
    if not observation.target and observation.period.start > source.published.end:
        yield "period", "fact-future", "is a fact of a time after its article was published; is it a target?"


def _wrong_wholes(draft: Draft) -> Iterator[Problem]:
    """A whole is another observation that counts in the same base unit."""
    units = {o.id: draft.units[o.unit].base for _, _, _, o in draft.observations() if o.unit in draft.units}
    for path, _, _, part in draft.observations():
        whole = part.share_of
        if whole == part.id:
            yield draft.problem((*path, "share_of"), "share-of", f"'{part.id}' is a share of itself")
        elif whole in units and part.id in units and units[whole] != units[part.id]:
            sentence = f"'{part.id}' cannot be part of '{whole}': they count in {units[part.id]} and {units[whole]}"
            yield draft.problem((*path, "share_of"), "share-of", sentence)


def _repeated_ids(draft: Draft) -> Iterator[Problem]:
    """Ids are addresses, so observations and milestones of all files share one set."""
    first: dict[str, Path] = {}
    records: list[tuple[Path, str]] = [(path, o.id) for path, _, _, o in draft.observations()]
    records += [(path, milestone.id) for path, milestone in draft.all_milestones()]
    for path, name in records:
        if name in first:
            place = draft.place(*first[name], "id")
            sentence = f"the id '{name}' is taken by {place.file}:{place.line}"
            yield draft.problem((*path, "id"), "duplicate-id", sentence)
        first.setdefault(name, path)


def _one_sided_disputes(draft: Draft) -> Iterator[Problem]:
    disputes = {o.id: o.disputed_by for _, _, _, o in draft.observations()}
    for path, _, _, observation in draft.observations():
        for index, other in enumerate(observation.disputed_by):
            if other in disputes and observation.id not in disputes[other]:
                sentence = f"'{other}' does not name '{observation.id}' in its disputed_by"
                yield draft.problem((*path, "disputed_by", index), "dispute-one-sided", sentence)


def _repeated_keys(draft: Draft) -> Iterator[Problem]:
    """One source gives one value for one thing, unless its readings dispute each other."""
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for path, indicator, _, o in draft.observations():
        if o.derived is not None:
            continue
        key = (indicator, *o.thing, o.period.text, o.target, o.source)
        for earlier in groups[key]:
            if earlier.id not in o.disputed_by and earlier.id != o.id:
                sentence = f"'{o.id}' is the same thing in the same source as '{earlier.id}'; name it in disputed_by"
                yield draft.problem((*path, "id"), "repeated-figure", sentence)
        groups[key].append(o)


def _unexpected_figures(draft: Draft) -> Iterator[Problem]:
    """Those that leave what the curator expects of an indicator."""
    for name, indicator in draft.indicators.items():
        expect, count = indicator.expect, len(indicator.observations)
        if expect.count != count:
            sentence = f"{count} observations stand here, {expect.count} are expected"
            yield draft.problem(("indicators", name, "expect", "count"), "expect-count", sentence)
        for index, field, value in _base_values(draft, indicator):
            path = ("indicators", name, "observations", index, field)
            if expect.min is not None and value < expect.min:
                yield draft.problem(path, "expect-min", f"{value:f} is below the expected {expect.min}")
            if expect.max is not None and value > expect.max:
                yield draft.problem(path, "expect-max", f"{value:f} is above the expected {expect.max}")


def _base_values(draft: Draft, indicator: Indicator) -> Iterator[tuple[int, str, Decimal]]:
    for index, observation in enumerate(indicator.observations):
        unit = draft.units.get(observation.unit)
        for field, value in (("value", observation.value), ("value_to", observation.value_to)):
            if unit is not None and unit.base == indicator.unit and value is not None:
                yield index, field, value * unit.factor


def fragment_problems(draft: Draft) -> Iterator[Problem]:
    for path, _, _, observation in draft.observations():
        if observation.printed is not None and observation.value is not None:
            yield from _printed_problems(draft, path, observation)


def _printed_problems(draft: Draft, path: Path, observation: Observation) -> Iterator[Problem]:
    printed = str(observation.printed)
    try:
        reading = read_printed(printed)
    except UnreadableFragmentError as error:
        yield draft.problem((*path, "printed"), "unreadable-fragment", str(error))
        return
    for field, sentence in _differences(draft, observation, reading):
        yield draft.problem((*path, field), f"printed-{field.replace('_', '-')}", f"'{printed}' {sentence}")


def _differences(draft: Draft, observation: Observation, reading: ParsedFragment) -> Iterator[tuple[str, str]]:
    """The fields that say something other than the print, each with a sentence that begins with the print."""
    if observation.value != reading.value:
        yield "value", f"reads {reading.value}, not {observation.value}"
    if observation.value_to != reading.value_to:
        yield "value_to", f"reads up to {reading.value_to}, not {observation.value_to}"
    if observation.qualifier is not reading.qualifier:
        yield "qualifier", f"reads as {reading.qualifier}, not {observation.qualifier}"
    unit = draft.units.get(observation.unit)
    if unit is not None and reading.unit not in unit.printed:
        words = ", ".join(unit.printed)
        yield (
            "unit",
            f"has the unit '{reading.unit}', which is not among those of '{observation.unit}' ({words})",
        )
