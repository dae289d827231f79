"""From a number, its matches and the known figures to a verdict."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.claims import reason
from app.claims.candidate import Candidate, Context, Gap, Timing, candidates, is_figure
from app.claims.clause import Surroundings
from app.claims.index import Rank, Target
from app.claims.lexicon import OWNERS, PACES, Weight
from app.claims.match import ClaimMatch, MatchedClaim, is_negated
from app.claims.number import NumberSort, PrintedNumber
from app.claims.relation import Relation
from app.claims.verdict import Judgement, Verdict
from app.data.datum import Datum
from app.model.vocabulary import HOME, NATION, WORLD

_SCOPES = (Gap.PLACE, Gap.OWNER, Gap.PART, Gap.LENGTH, Gap.EACH, Gap.WHOLE)
#: Of what there is a change, share or rank, such words do not say.
_SAYS_HOW = frozenset({"growth", "decline", "double", "share", "rank", "new", "goal", "worth"}) | PACES
#: Kinds of firm: a figure of one is not that of all firms.
_QUALIFYING = frozenset({"hitech", "tech-firm", "giant", "srdi", "unicorn", "listed"})
#: Kinds of subject whose figures are like many others: a claim must say which one it means.
_OCCASIONS = ("contest", "event")
#: So many figures are named where it is unclear which is meant.
_MOST_NAMED = 4


def judge(mention: PrintedNumber, around: Surroundings, matched: MatchedClaim) -> Judgement:
    """The verdict; without words that name a figure there is none but `unclear` or `not in our sources`."""
    if not matched.best:
        return _judge_unmatched(mention, around, matched)
    if is_negated(mention, around):
        return Judgement(Verdict.UNCLEAR, reason.negated(), (), matched.best)
    strange = next((match.strange for match in matched.best if match.strange), None)
    context = Context.of(mention, around)
    compared = {match.target.id: candidates(match.target, mention, context) for match in matched.best}
    if strange is not None:
        return _judge_strange(matched, compared, _alike((*matched.narrower, *matched.near), mention, context))
    match = _chosen(matched.best, compared)
    if match is None:
        return Judgement(Verdict.UNCLEAR, reason.several(), _first(compared), matched.best)
    return _judge_match(match, compared[match.target.id], matched, mention, context)


def _judge_strange(
    matched: MatchedClaim, compared: dict[str, tuple[Candidate, ...]], alike: tuple[Datum, ...]
) -> Judgement:
    """Beside a word that we do not know a figure may be meant if the digits are its own; else it is another thing."""
    is_meant = alike or any(row.is_the_figure for rows in compared.values() for row in rows)
    verdict = Verdict.UNCLEAR if is_meant else Verdict.ABSENT
    return Judgement(verdict, reason.strange_word(), _first(compared), matched.best)


def reconcile(judged: Sequence[Judgement]) -> list[Judgement]:
    """A number is not held against a figure that another number of the text gives: it must be of something else."""
    claimed = {j.figures[0].id for j in judged if j.verdict in (Verdict.HOLDS, Verdict.BOUND)}
    return [
        replace(each, verdict=Verdict.UNCLEAR, reason=reason.several())
        if each.verdict is Verdict.CONTRADICTS and claimed & {datum.id for datum in each.figures}
        else each
        for each in judged
    ]


def _judge_unmatched(mention: PrintedNumber, around: Surroundings, matched: MatchedClaim) -> Judgement:
    alike = _alike(matched.near, mention, Context.of(mention, around))
    if alike:
        return Judgement(Verdict.UNCLEAR, reason.several(), alike)
    words = (*around.own, *around.near, *(token for group in around.before for token in group))
    if not any(token.concept.weight is Weight.TELLING and token.concept.name not in _SAYS_HOW for token in words):
        return Judgement(Verdict.UNCLEAR, reason.no_words())
    if mention.sort in (NumberSort.PERCENT, NumberSort.TIMES) and any(
        token.concept.name == "growth" for token in around.own
    ):
        return Judgement(Verdict.ABSENT, reason.no_growth())
    return Judgement(Verdict.ABSENT, reason.no_figure())


def _alike(targets: Sequence[Target], mention: PrintedNumber, context: Context) -> tuple[Datum, ...]:
    """The figures with these very digits that the words may mean though they do not name them."""
    rows = [row for target in targets for row in candidates(target, mention, context)]
    fitting = [row.datum for row in rows if row.is_the_figure and row.gaps.isdisjoint((Gap.PLACE, Gap.EACH))]
    return tuple(fitting)[:_MOST_NAMED]


def _first(compared: dict[str, tuple[Candidate, ...]]) -> tuple[Datum, ...]:
    return tuple(row.datum for rows in compared.values() for row in rows)[:_MOST_NAMED]


def other_currency(mention: PrintedNumber, around: Surroundings, matched: MatchedClaim) -> Judgement | None:
    """The digits of a source with the wrong money behind them; `mention` is in the money of the source."""
    context = Context.of(mention, around)
    for match in matched.best:
        for row in candidates(match.target, mention, context):
            if row.is_the_figure and not row.gaps and match.strange is None:
                return Judgement(Verdict.CONTRADICTS, reason.currency(), (row.datum,), (match,))
    return None


def _chosen(best: Sequence[ClaimMatch], compared: dict[str, tuple[Candidate, ...]]) -> ClaimMatch | None:
    """The only match, or of several the one that prints this very figure; None where neither is so."""
    if len(best) == 1:
        return best[0]
    printing = [match for match in best if any(row.is_the_figure for row in compared[match.target.id])]
    return printing[0] if len(printing) == 1 else None


def _judge_match(
    match: ClaimMatch, rows: Sequence[Candidate], matched: MatchedClaim, mention: PrintedNumber, context: Context
) -> Judgement:
    """Each rule in turn; the first that applies decides."""
    part = _of_a_whole(match, matched, mention, context) or _unqualified(match, rows, context)
    if part:
        return part
    aligned = [row for row in rows if not row.gaps]
    of_period = _latest([row for row in aligned if row.timing is Timing.SAME] if context.period else aligned)
    return (
        _stale(match, of_period, matched.present, context)
        or _supported(match, of_period, context)
        or _superseded(match, aligned, of_period)
        or _differing(match, rows, of_period, context)
        or _narrower(match, matched, mention, context)
        or _implied(match, of_period)
        or _against(match, of_period, _alike(matched.near, mention, context) or _of_another_time(aligned, context))
        or _without_period(match, aligned, rows)
    )


def _latest(aligned: Sequence[Candidate]) -> list[Candidate]:
    """The last figure by each definition, and with it those that dispute it or are of the same time."""
    latest: list[Candidate] = []
    for definition in dict.fromkeys(row.datum.observation.definition for row in aligned):
        shown = {row.datum.id for row in latest}
        own = [r for r in aligned if r.datum.observation.definition == definition and r.datum.id not in shown]
        if not own:
            continue
        last = max(own, key=lambda row: (row.datum.observation.period.end, _published(row.datum)))
        o = last.datum.observation
        same = [r for r in aligned if r.datum.observation.period == o.period or r.datum.id in o.disputed_by]
        known = {row.datum.id for row in latest} | {last.datum.id}
        latest += [last, *(row for row in same if row.datum.id not in known)]
    return latest


def _published(datum: Datum) -> date:
    return datum.source.published.end if datum.source else date.min


def _supported(match: ClaimMatch, of_period: Sequence[Candidate], context: Context) -> Judgement | None:
    """The claim gives the figure, with its hedging words or without."""
    order = (Relation.SAME, Relation.ROUNDED, Relation.BARE)
    rows = sorted((row for row in of_period if row.is_the_figure), key=lambda row: order.index(row.relation))
    if not rows:
        return None
    row = rows[0]
    if _is_one_of_many(match, row.datum, context):
        return Judgement(Verdict.UNCLEAR, reason.several(), (row.datum,), (match,))
    verdict = Verdict.HOLDS if row.relation in (Relation.SAME, Relation.ROUNDED) else Verdict.BOUND
    return Judgement(verdict, reason.supported(row), (row.datum,), (match,))


def _stale(match: ClaimMatch, of_period: Sequence[Candidate], present: int, context: Context) -> Judgement | None:
    """The latest figure told as of now, when it is of a year before the last."""
    if not context.is_present:
        return None
    old = [row for row in of_period if row.is_the_figure and row.datum.observation.period.end.year < present - 1]
    if not old:
        return None
    return Judgement(Verdict.OLDER, reason.stale(old[0]), (old[0].datum,), (match,))


def _of_a_whole(match: ClaimMatch, matched: MatchedClaim, mention: PrintedNumber, context: Context) -> Judgement | None:
    """51 of the 100: of a narrower thing that the words name in part, where both numbers are figures of it."""
    whole = context.whole
    if whole is None or any(is_figure(r, whole) for r in match.target.data):
        return None
    for target in matched.narrower:
        rows = [row for row in candidates(target, mention, context) if row.is_the_figure and not row.gaps]
        if rows and any(is_figure(r, whole) for r in target.data):
            return _supported(match, rows, context)
    return None


def _unqualified(match: ClaimMatch, rows: Sequence[Candidate], context: Context) -> Judgement | None:
    """193 firms of a park, by its name alone, where the figure is of high-tech firms only."""
    names = [phrase.telling for phrase in match.target.phrases if phrase.rank is Rank.NAME]
    needed = frozenset.intersection(*names) & _QUALIFYING if names else frozenset()
    hits = [row.datum for row in rows if row.is_the_figure and not row.gaps]
    if not hits or needed <= context.concepts or "firm" not in context.concepts:
        return None
    return Judgement(Verdict.DEFINITION, reason.narrower(match.target), (hits[0],), (match,))


def _is_one_of_many(match: ClaimMatch, datum: Datum, context: Context) -> bool:
    """Whether the words fit others as well: half a name that others share, or no word of whose figure it is."""
    kind = datum.subject.kind if datum.subject else ""
    is_citys = datum.observation.geography in (HOME, NATION, WORLD) and kind not in OWNERS
    if not (is_citys or context.places or context.owners):
        return True
    if f"of-{datum.observation.subject}" in context.owners:
        return False
    return (match.phrase.rank is Rank.SHARED or kind in _OCCASIONS) and not match.is_named_by(context.concepts)


def _implied(match: ClaimMatch, of_period: Sequence[Candidate]) -> Judgement | None:
    """超2000家 is true where a source says 超2400家, and says less."""
    if not of_period or any(row.relation is not Relation.LOOSER for row in of_period):
        return None
    return Judgement(Verdict.BOUND, reason.supported(of_period[0]), (of_period[0].datum,), (match,))


def _superseded(match: ClaimMatch, aligned: Sequence[Candidate], of_period: Sequence[Candidate]) -> Judgement | None:
    older = [row for row in aligned if row.is_the_figure and row not in of_period and row.timing is not Timing.LATER]
    if not older:
        return None
    newer = [row.datum for row in of_period]
    return Judgement(Verdict.OLDER, reason.superseded(older[-1]), (older[-1].datum, *newer), (match,))


def _differing(
    match: ClaimMatch, rows: Sequence[Candidate], of_period: Sequence[Candidate], context: Context
) -> Judgement | None:
    """The same digits stand in a source, of something else; not of a later time, where the time claimed denies them."""
    is_known = any(not row.gaps for row in rows)
    hits = [row for row in rows if row.has_the_digits and row.gaps and not (is_known and _is_anothers_rank(row))]
    if not hits:
        return None
    hits = _closest(hits)
    is_denied = bool(of_period) and all(row.relation is Relation.DENIED for row in of_period)
    if context.period and is_denied and hits[0].timing is Timing.LATER:
        return None
    things = {row.datum.observation.thing for row in hits}
    is_several = context.places <= {HOME} and not context.owners and len(things) > 1
    is_nobodys = hits[0].gaps == {Gap.OWNER} and not context.places and not context.owners
    if is_several or is_nobodys:
        return Judgement(Verdict.UNCLEAR, reason.several(), tuple(r.datum for r in hits)[:_MOST_NAMED], (match,))
    row = hits[0]
    disputed = {r.datum.id for r in rows if not r.gaps} & set(row.datum.observation.disputed_by)
    if disputed and row.gaps == {Gap.DEFINITION}:
        verdict = Verdict.BOUND if row.relation is Relation.BARE else Verdict.HOLDS
        others = (other.datum for other in rows if other.datum.id in disputed)
        return Judgement(verdict, reason.disputed(), (row.datum, *others), (match,))
    verdict = Verdict.SCOPE if row.gaps & set(_SCOPES) else Verdict.DEFINITION
    own = tuple(r.datum for r in _latest([r for r in rows if not r.gaps]))
    return Judgement(verdict, reason.differing(row), (row.datum, *own), (match,))


def _closest(hits: Sequence[Candidate]) -> list[Candidate]:
    def distance(row: Candidate) -> tuple[int, bool]:
        return len(row.gaps), row.timing is not Timing.SAME

    return [row for row in hits if distance(row) == min(map(distance, hits))]


def _is_anothers_rank(row: Candidate) -> bool:
    """Every rank is some city's; that tells nothing."""
    return row.datum.base.style == "rank" and Gap.PLACE in row.gaps


def _narrower(match: ClaimMatch, matched: MatchedClaim, mention: PrintedNumber, context: Context) -> Judgement | None:
    """The digits are those of a narrower thing, which the claim does not name: 61 active unicorns."""
    for target in matched.narrower:
        for row in candidates(target, mention, context):
            if row.has_the_digits and Gap.PLACE not in row.gaps:
                own = tuple(r.datum for r in _latest(candidates(match.target, mention, context)))
                return Judgement(Verdict.DEFINITION, reason.narrower(target), (row.datum, *own), (match,))
    return None


def _against(match: ClaimMatch, of_period: Sequence[Candidate], alike: tuple[Datum, ...]) -> Judgement | None:
    """Denied by every reading of the same thing and time, and nothing else could be meant."""
    if not of_period:
        return None
    data = tuple(row.datum for row in of_period)
    if any(row.relation is not Relation.DENIED for row in of_period):
        return Judgement(Verdict.ABSENT, reason.open_ended(), data, (match,))
    if alike and not any(row.datum.base.style == "rank" for row in of_period):
        return Judgement(Verdict.UNCLEAR, reason.several(), (*alike, *data)[:_MOST_NAMED], (match,))
    is_disputed = any(datum.observation.disputed_by for datum in data)
    definitions = {datum.observation.definition for datum in data}
    if is_disputed or match.phrase.rank is not Rank.NAME or len(definitions) > 1:
        return Judgement(Verdict.UNCLEAR, reason.several(), data, (match,))
    return Judgement(Verdict.CONTRADICTS, reason.contradicted(), data, (match,))


def _of_another_time(aligned: Sequence[Candidate], context: Context) -> tuple[Datum, ...]:
    """The figures with these digits of other periods, where the period claimed stands with another number."""
    if context.is_period_own or context.period is None:
        return ()
    return tuple(row.datum for row in aligned if row.is_the_figure)[:_MOST_NAMED]


def _without_period(match: ClaimMatch, aligned: Sequence[Candidate], rows: Sequence[Candidate]) -> Judgement:
    shown = tuple(row.datum for row in (aligned or rows))[-_MOST_NAMED:]
    why = reason.other_period() if aligned else reason.other_scope()
    return Judgement(Verdict.ABSENT, why, shown, (match,))
