"""A known figure beside a claim: how the values stand to each other, and in what else the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.claims.clause import Surroundings
from app.claims.index import Concepts, Target
from app.claims.lexicon import OWNERS, PACES, lexicon_file
from app.claims.number import NumberSort, PrintedNumber
from app.claims.relation import IS_THE_FIGURE, Relation, relate
from app.claims.token import Token
from app.data.datum import Datum
from app.model.period import Grain, Period
from app.model.quantity import Quantity
from app.model.vocabulary import HOME, NATION, WORLD
from app.quantities.scale import round_quantity

#: Measures of time, in which “every” gives a pace.
_TIMES = frozenset({"second", "minute", "day", "month", "year"})


class Gap(StrEnum):
    """In what a figure is not the one claimed."""

    PLACE = "place"
    OWNER = "owner"
    PART = "part"
    DEFINITION = "definition"
    GOAL = "goal"
    LENGTH = "length"
    EACH = "each"
    WHOLE = "whole"


class Timing(StrEnum):
    """Whether a figure is of the period claimed."""

    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Candidate:
    """One figure of a matched indicator, compared."""

    datum: Datum
    relation: Relation
    gaps: frozenset[Gap]
    timing: Timing

    @property
    def is_the_figure(self) -> bool:
        return self.relation in IS_THE_FIGURE

    @property
    def has_the_digits(self) -> bool:
        """Whether the claim gives the printed number, not one rounded to it."""
        return self.relation in (Relation.SAME, Relation.BARE)


@dataclass(frozen=True)
class Context:
    """What the words around a number say beyond the indicator; `owners` are companies and the like, named near it."""

    concepts: Concepts
    own: Concepts
    owners: Concepts
    places: frozenset[str]
    #: Of what a share or rank is said to be: of China, of the world.
    of_what: Concepts
    period: Period | None
    is_period_own: bool
    whole: PrintedNumber | None
    is_whole: bool

    @classmethod
    def of(cls, mention: PrintedNumber, around: Surroundings) -> "Context":
        """Places and owners of the number's own clause count; those of earlier clauses only where it names none."""
        groups = ((*around.own, *around.near), *around.before)
        return cls(
            concepts=_meaning(frozenset(token.concept.name for group in groups for token in group)),
            own=frozenset(t.concept.name for t in around.own if not _is_interval(t, mention)),
            owners=next((owners for group in groups if (owners := _owners(group))), frozenset()),
            places=_context_places(groups, mention),
            of_what=_wholes(frozenset(t.concept.name for t in around.own)),
            period=around.period,
            is_period_own=around.is_period_own,
            whole=around.whole,
            is_whole=around.is_whole,
        )

    @property
    def is_present(self) -> bool:
        """Whether the figure is said to be of now, and of no other time."""
        return self.period is None and "present" in self.concepts


def _wholes(concepts: Concepts) -> Concepts:
    return concepts & {"china-word", "world-word"}


def _meaning(concepts: Concepts) -> Concepts:
    """A market value or a valuation is what something is worth."""
    return concepts | {"worth"} if concepts & {"valuation", "marketcap"} else concepts


def _is_interval(token: Token, mention: PrintedNumber) -> bool:
    """Every 76 seconds is a measure of time, and not of each of several things."""
    return token.concept.name == "each" and mention.bases.keys() <= _TIMES and mention.start - token.end in (0, 1)


def _owners(group: Sequence[Token]) -> Concepts:
    return frozenset(token.concept.name for token in group if token.concept.owner in OWNERS)


def _context_places(groups: Sequence[Sequence[Token]], mention: PrintedNumber) -> frozenset[str]:
    each = [_places(group, mention, is_own=at == 0) for at, group in enumerate(groups)]
    return next((places for places in each if places), frozenset())


def _places(group: Sequence[Token], mention: PrintedNumber, *, is_own: bool) -> frozenset[str]:
    """Of places one in another the inner; in a share or rank, or in an earlier clause that says more, 全国 and 全球
    say of what, not where. A place right before the number is the number's (China's ten, 全国10家)."""
    named = [token for token in group if token.concept.place]
    is_share = mention.sort in (NumberSort.PERCENT, NumberSort.RANK, NumberSort.FRACTION) or any(
        token.concept.name in ("share", "rank") for token in group
    )
    touching = [token for token in named if mention.start - token.end in (0, 1)]
    if touching and is_own and not is_share:
        return frozenset(token.concept.place for token in touching)
    outer = frozenset[str]().union(*(token.concept.within for token in named))
    inner = frozenset(token.concept.place for token in named) - outer
    is_only_where = all(token.concept.place or token.is_empty for token in group)
    return inner - {NATION, WORLD} if is_share or not (is_own or is_only_where) else inner


def candidates(target: Target, mention: PrintedNumber, context: Context) -> tuple[Candidate, ...]:
    """Every figure of the indicator that the number can be compared with."""
    meant = meant_definitions(target, context)
    rows = []
    for datum in target.data:
        base = _base(datum)
        claimed = mention.in_base(base)
        if claimed is None:
            continue
        how = relate(claimed, _known(datum), mention.step * mention.bases[base])
        rows.append(Candidate(datum, how, _gaps(datum, target, context, meant), timing(datum, context.period)))
    return tuple(rows)


def _base(datum: Datum) -> str:
    """The base unit's id: what a printed unit converts to, a computed figure's own unit."""
    return datum.printed_unit.base


def meant_definitions(target: Target, context: Context) -> frozenset[str]:
    """The definitions that the words or the whole of a part name; where none, those that need no further word."""
    pool = _of_the_whole(target, context) or frozenset(target.definitions)
    hits = {name: len(target.definitions[name].telling & context.concepts) for name in pool}
    named = {name for name in pool if hits[name] == max(hits.values())}
    unsaid = {name: len(target.definitions[name].needed - context.concepts) for name in named}
    return frozenset(name for name in named if unsaid[name] == min(unsaid.values()))


def _of_the_whole(target: Target, context: Context) -> frozenset[str]:
    """12 of the 21: the definitions by which a figure is 21."""
    if context.whole is None:
        return frozenset()
    return frozenset(r.observation.definition for r in target.data if is_figure(r, context.whole))


def is_figure(datum: Datum, mention: PrintedNumber) -> bool:
    """Whether a number is this figure, whatever else is said of it."""
    claimed = mention.in_base(_base(datum))
    if claimed is None:
        return False
    return relate(claimed, _known(datum), mention.step * mention.bases[_base(datum)]) in IS_THE_FIGURE


def _known(datum: Datum) -> Quantity:
    return round_quantity(datum.quantity, datum.base) if datum.is_derived else datum.quantity


def timing(datum: Datum, period: Period | None) -> Timing:
    """A figure is of a period if that takes in its last day, or if the two overlap and the figure's is longer."""
    if period is None:
        return Timing.UNSAID
    own = datum.observation.period
    if period.is_span and own.is_span and period.start == own.start and period.end != own.end:
        return Timing.EARLIER if own.end < period.end else Timing.LATER
    if period.start <= own.end <= period.end or (own.start <= period.start and period.end <= own.end):
        return Timing.SAME
    return Timing.EARLIER if own.end < period.start else Timing.LATER


def _gaps(datum: Datum, target: Target, context: Context, meant: frozenset[str]) -> frozenset[Gap]:
    o = datum.observation
    differs = {
        Gap.PLACE: _is_elsewhere(datum, target, context),
        Gap.OWNER: _is_anothers(datum, target, context),
        Gap.PART: _is_a_part(datum, target, context),
        Gap.DEFINITION: o.definition not in meant or _is_restricted(datum, target, context),
        Gap.GOAL: _is_no_goal(datum, target, context),
        Gap.EACH: _is_of_each(target, context) and datum.geography.statistic != "mean",
        Gap.WHOLE: _is_of_another_whole(datum, target, context),
        Gap.LENGTH: _is_shorter(datum, context.period),
    }
    return frozenset(gap for gap, is_open in differs.items() if is_open)


def _is_of_each(target: Target, context: Context) -> bool:
    """One for each, a day or a year, where the figure is none."""
    paces = context.own & PACES
    return bool(paces) and paces.isdisjoint(target.vocabulary)


def _is_of_another_whole(datum: Datum, target: Target, context: Context) -> bool:
    """A share or rank in the world, where the figure is one in China, or the other way round."""
    if datum.base.style not in ("percent", "rank"):
        return False
    own = _wholes(target.vocabulary)
    return bool(context.of_what and own) and context.of_what.isdisjoint(own)


def _is_no_goal(datum: Datum, target: Target, context: Context) -> bool:
    """A goal claimed as a fact, or a fact as a goal; names that speak of a plan themselves do not say which."""
    if datum.observation.target or "goal" not in context.own:
        return datum.observation.target and "goal" not in context.own
    return "goal" not in target.vocabulary or any(r.observation.target for r in target.data)


def _is_elsewhere(datum: Datum, target: Target, context: Context) -> bool:
    place = datum.observation.geography
    in_names = {name for name, names in lexicon_file().places.items() if names.is_in_names}
    places = frozenset(
        each for each in context.places if each not in in_names or f"place-{each}" not in target.vocabulary
    )
    if datum.subject and datum.subject.kind in ("contest", "event", "publisher"):
        return bool(places - {HOME, NATION, WORLD, place})
    if places:
        # Tianjin and Hebei together; what both have is not what one has.
        parts = datum.geography.of
        return place not in places and not (parts and places.issuperset(parts))
    return place != HOME and not context.is_whole and len({r.observation.geography for r in target.data}) > 1


def _is_restricted(datum: Datum, target: Target, context: Context) -> bool:
    """The claim names a whole (industry) where the definition takes a part of it (little giants)."""
    if len(target.definitions) < 2 or context.whole is not None:
        return False
    unsaid = target.definitions[datum.observation.definition].needed - context.concepts
    groups = lexicon_file().groups
    return bool(unsaid & (groups.fields | groups.parts))


def _is_anothers(datum: Datum, target: Target, context: Context) -> bool:
    """One company's or institute's figure is not the city's: where names say whose it is, a claim must say it too;
    and the city's is not that of one that a claim names."""
    o = datum.observation
    if datum.subject is None or datum.subject.kind not in OWNERS:
        return bool(context.owners - target.vocabulary)
    if f"of-{o.subject}" in context.concepts:
        return False
    is_named = any(f"of-{o.subject}" in phrase.telling for phrase in target.phrases)
    return bool(context.owners) or is_named or len(target.data) > 1


def _is_a_part(datum: Datum, target: Target, context: Context) -> bool:
    o = datum.observation
    same = [r for r in target.data if r.observation.definition == o.definition]
    if o.category is None or len({r.observation.category for r in same}) < 2:
        return False
    return o.category not in context.concepts


def _is_shorter(datum: Datum, period: Period | None) -> bool:
    """Three quarters are not the year that a claim names."""
    own = datum.observation.period
    if period is None or not own.is_span or own.first.grain is not Grain.QUARTER:
        return False
    return (
        period.first.year == own.first.year
        and (period.start, period.end) != (own.start, own.end)
        and not period.is_span
    )
