"""A known figure beside a claim: how the values stand to each other, and in what else the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.model.period import Grain, Period
from app.query.claims.clause import Surroundings
from app.query.claims.index import Concepts, Target
from app.query.claims.mention import Mention, Sort
from app.query.claims.relation import IS_THE_FIGURE, Relation, relation
from app.query.claims.token import Token
from app.query.reading import Reading
from app.wording import rounded


class Gap(StrEnum):
    """In what a figure is not the one claimed."""

    PLACE = "place"
    OWNER = "owner"
    PART = "part"
    DEFINITION = "definition"
    GOAL = "goal"
    LENGTH = "length"
    EACH = "each"


class Timing(StrEnum):
    """Whether a figure is of the period claimed."""

    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Candidate:
    """One figure of a matched indicator, compared."""

    reading: Reading
    relation: Relation
    gaps: frozenset[Gap]
    timing: Timing

    @property
    def is_the_figure(self) -> bool:
        return self.relation in IS_THE_FIGURE


@dataclass(frozen=True)
class Said:
    """What the words around a number say beyond the indicator."""

    concepts: Concepts
    own: Concepts
    places: frozenset[str]
    period: Period | None

    @classmethod
    def of(cls, mention: Mention, around: Surroundings) -> "Said":
        """Places of the number's own clause count; those of earlier clauses only where it names none."""
        groups = ((*around.own, *around.near), *around.before)
        concepts = frozenset(token.concept.name for group in groups for token in group)
        each = [_places(group, mention, is_own=at == 0) for at, group in enumerate(groups)]
        places = next((found for found in each if found), frozenset[str]())
        return cls(concepts, frozenset(t.concept.name for t in around.own), places, around.period)


def _places(group: Sequence[Token], mention: Mention, *, is_own: bool) -> frozenset[str]:
    """Beside Beijing, in a share or rank, or in an earlier clause 全国 and 全球 say of what, not where."""
    found = frozenset(token.concept.place for token in group if token.concept.place)
    is_share = mention.sort in (Sort.PERCENT, Sort.RANK, Sort.FRACTION) or any(
        token.concept.name in ("share", "rank") for token in group
    )
    return found - {"china", "world"} if is_share or not is_own or "beijing" in found else found


def candidates(target: Target, mention: Mention, said: Said) -> tuple[Candidate, ...]:
    """Every figure of the indicator that the number can be compared with."""
    meant = meant_definitions(target, said.concepts)
    found = []
    for reading in target.readings:
        base = _base(reading)
        claimed = mention.in_base(base)
        if claimed is None:
            continue
        known = rounded(reading.quantity, reading.base) if reading.is_derived else reading.quantity
        step = mention.step * mention.bases[base]
        gaps = _gaps(reading, target, said, meant)
        found.append(Candidate(reading, relation(claimed, known, step), gaps, timing(reading, said.period)))
    return tuple(found)


def _base(reading: Reading) -> str:
    """The base unit's id: what a printed unit converts to, a computed figure's own unit."""
    return reading.printed_unit.base


def meant_definitions(target: Target, said: Concepts) -> frozenset[str]:
    """The definitions that the words name; where they name none, those that need no further word."""
    hits = {name: len(extra & said) for name, extra in target.definitions.items()}
    unsaid = {name: len(extra - said) for name, extra in target.definitions.items()}
    most = max(hits.values())
    named = {name for name in hits if hits[name] == most}
    least = min(unsaid[name] for name in named)
    return frozenset(name for name in named if unsaid[name] == least)


def timing(reading: Reading, period: Period | None) -> Timing:
    """A figure is of a period if that takes in its last day, or if the two overlap and the figure's is longer."""
    if period is None:
        return Timing.UNSAID
    own = reading.observation.period
    if period.start <= own.end <= period.end or (own.start <= period.start and period.end <= own.end):
        return Timing.SAME
    return Timing.EARLIER if own.end < period.start else Timing.LATER


def _gaps(reading: Reading, target: Target, said: Said, meant: frozenset[str]) -> frozenset[Gap]:
    o = reading.observation
    found = {
        Gap.PLACE: _is_elsewhere(reading, target, said),
        Gap.OWNER: _is_anothers(reading, target, said),
        Gap.PART: _is_a_part(reading, target, said),
        Gap.DEFINITION: o.definition not in meant,
        Gap.GOAL: _is_no_goal(reading, target, said),
        Gap.EACH: "each" in said.own and "each" not in target.vocabulary and "mean" not in o.geography.split("-"),
        Gap.LENGTH: _is_shorter(reading, said.period),
    }
    return frozenset(gap for gap, is_open in found.items() if is_open)


def _is_no_goal(reading: Reading, target: Target, said: Said) -> bool:
    """A goal claimed as a fact, or a fact as a goal; names that speak of a plan themselves do not say which."""
    if reading.observation.target or "goal" not in said.own:
        return reading.observation.target and "goal" not in said.own
    return "goal" not in target.vocabulary or any(r.observation.target for r in target.readings)


def _is_elsewhere(reading: Reading, target: Target, said: Said) -> bool:
    place = reading.observation.geography
    places = frozenset(
        each for each in said.places if each != "zhongguancun" or "place-zhongguancun" not in target.vocabulary
    )
    if reading.subject and reading.subject.kind in ("contest", "event", "publisher"):
        return bool(places - {"beijing", "china", "world", place})
    if places:
        return places.isdisjoint((place, *place.split("-")))
    return place != "beijing" and len({r.observation.geography for r in target.readings}) > 1


def _is_anothers(reading: Reading, target: Target, said: Said) -> bool:
    """One company's or institute's figure is not the city's: where names say whose it is, a claim must say it too."""
    o = reading.observation
    if reading.subject is None or reading.subject.kind not in ("company", "park", "institute", "programme"):
        return False
    is_named = any(f"of-{o.subject}" in phrase.telling for phrase in target.phrases)
    return f"of-{o.subject}" not in said.concepts and (is_named or len(target.readings) > 1)


def _is_a_part(reading: Reading, target: Target, said: Said) -> bool:
    o = reading.observation
    same = [r for r in target.readings if r.observation.definition == o.definition]
    if o.category is None or len({r.observation.category for r in same}) < 2:
        return False
    return o.category not in said.concepts


def _is_shorter(reading: Reading, period: Period | None) -> bool:
    """Three quarters are not the year that a claim names."""
    own = reading.observation.period
    if period is None or not own.is_span or own.first.grain is not Grain.QUARTER:
        return False
    return (
        period.first.year == own.first.year
        and (period.start, period.end) != (own.start, own.end)
        and not period.is_span
    )
