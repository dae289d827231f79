"""Which indicator a number is about: by the words around it, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.claims.clause import Surroundings
from app.claims.index import Concepts, Index, Phrase, Rank, Target
from app.claims.lexicon import OWNERS, PACES, Weight
from app.claims.number import NumberSort, PrintedNumber
from app.claims.token import Token

#: Said or not, these never rule an indicator out: a share or rank shows in the number, a goal is judged apart.
_HARMLESS = frozenset({"share", "rank", "goal", "worth"}) | PACES
_KINDS = frozenset({"firm", "industry", "core"})
_CHANGES = frozenset({"growth", "decline", "double"})


@dataclass(frozen=True)
class ClaimMatch:
    """An indicator that the words name. `words` are the tokens that say so; `strange` one that we do not know."""

    target: Target
    phrase: Phrase
    words: tuple[Token, ...]
    strange: Token | None

    @property
    def size(self) -> int:
        return len(self.phrase.telling)

    def is_named_by(self, said: Concepts) -> bool:
        """Whether the words say more of the indicator's own names than this phrase, where it is none of them."""
        names = (phrase.telling for phrase in self.target.phrases if phrase.rank is Rank.NAME)
        return self.phrase.rank is Rank.NAME or bool((frozenset[str]().union(*names) - self.phrase.telling) & said)


@dataclass(frozen=True)
class MatchedClaim:
    """The best matches, and the narrower indicators that the words name only in part (61 unicorns: the active ones)."""

    best: tuple[ClaimMatch, ...]
    narrower: tuple[Target, ...]
    #: Others that the words do not rule out, though they do not name them.
    near: tuple[Target, ...]
    #: The year that “now” means at best.
    present: int


def match_claim(index: Index, mention: PrintedNumber, around: Surroundings) -> MatchedClaim:
    """The indicators that a number may be about; the words of earlier clauses are taken only where its own lack."""
    scopes = [(*around.own, *around.near)]
    for earlier in around.before:
        scopes.append((*scopes[-1], *earlier))
    matches: list[ClaimMatch] = []
    scope: Sequence[Token] = ()
    for scope in scopes:
        matches = _matches(index, mention, around.own, scope)
        if any(match.phrase.rank is not Rank.SHARED for match in matches):
            break
    best = _surest(matches, scope)
    return MatchedClaim(best, _narrower(best, index, mention), _near(best, index, mention, around), index.present)


def _matches(index: Index, mention: PrintedNumber, own: Sequence[Token], scope: Sequence[Token]) -> list[ClaimMatch]:
    said = _said(scope) | _shown_by(mention, own)
    own_telling = _own_telling(own)
    matches = []
    for target in index.named_by(said):
        if target.bases.isdisjoint(mention.bases) or _contradicts(target, own_telling, own, mention):
            continue
        match = _match(target, said, own, scope, mention)
        if match:
            matches.append(match)
    return matches


def _own_telling(own: Sequence[Token]) -> Concepts:
    """The number's own words that can rule a target out; whose figure it is, is judged apart."""
    telling = (t.concept for t in own if t.is_known and t.concept.weight is Weight.TELLING)
    return frozenset(concept.name for concept in telling if concept.owner not in (*OWNERS, "publisher"))


def _said(scope: Sequence[Token]) -> Concepts:
    return frozenset(token.concept.name for token in scope)


def _shown_by(mention: PrintedNumber, own: Sequence[Token]) -> Concepts:
    """What the number itself says: a percentage that is no change is a share, an ordinal is a rank, money of an
    industry is its size."""
    if "worth" in _said(own):
        return frozenset({"size", "valuation", "marketcap"})
    if mention.sort in (NumberSort.PERCENT, NumberSort.FRACTION) and not _CHANGES & _said(own):
        return frozenset({"share"})
    if "cny" in mention.bases and mention.sort is NumberSort.MEASURE and "industry" in _said(own):
        return frozenset({"size"})
    return frozenset({"rank"}) if mention.sort is NumberSort.RANK else frozenset()


def _contradicts(target: Target, own_telling: Concepts, own: Sequence[Token], mention: PrintedNumber) -> bool:
    """Whether the number's own words say something that the indicator is not."""
    if mention.sort in (NumberSort.PERCENT, NumberSort.TIMES) and target.is_growth is not bool(_CHANGES & _said(own)):
        return mention.sort is NumberSort.PERCENT or target.is_growth
    return bool(own_telling - target.vocabulary - _HARMLESS)


def _match(
    target: Target, said: Concepts, own: Sequence[Token], scope: Sequence[Token], mention: PrintedNumber
) -> ClaimMatch | None:
    """By the name with most words that are all said; one of them must be the number's own, if it has any."""
    fitting = [phrase for phrase in target.phrases if phrase.telling <= said]
    own_telling = _own_telling(own) - _HARMLESS
    if not fitting or (own_telling and own_telling.isdisjoint(target.vocabulary)):
        return None
    phrase = max(fitting, key=lambda phrase: (phrase.rank, len(phrase.telling)))
    words = tuple(token for token in scope if token.concept.name in target.vocabulary and not token.is_empty)
    named = tuple(token for token in words if token.concept.name in phrase.telling)
    return ClaimMatch(target, phrase, words, _strange(target, named, own, mention)) if named else None


def is_negated(mention: PrintedNumber, around: Surroundings) -> bool:
    """Whether the number is denied (没有115家), or a difference (比上海多115家); 比上年增长9% is neither."""
    said = _said(around.own)
    is_change = mention.sort not in (NumberSort.COUNT, NumberSort.BARE, NumberSort.MEASURE) or bool(_CHANGES & said)
    return "denied" in said or ("compared" in said and not is_change)


def _strange(target: Target, named: Sequence[Token], own: Sequence[Token], mention: PrintedNumber) -> Token | None:
    """An unknown word that may change what is counted: beside the name (机床独角兽), behind the number (500 deals)."""
    unknown = [word for word in own if not word.is_known and word.concept.name not in target.vocabulary]
    for word in unknown:
        if any(_touches(word, token, own) for token in named):
            return word
    return _counted(own, unknown, mention) if mention.sort in (NumberSort.COUNT, NumberSort.BARE) else None


def _touches(word: Token, name: Token, own: Sequence[Token]) -> bool:
    """亏损的企业, loss-making firms; English verbs follow their noun (firms headquartered in …), so there only a word
    before it counts."""
    end = word.end
    for link in own:
        if link.is_link and link.start - end in (0, 1):
            end = link.end
    if word.is_latin:
        return end + 1 == name.start
    return end == name.start or name.end == word.start


def _counted(own: Sequence[Token], unknown: Sequence[Token], mention: PrintedNumber) -> Token | None:
    """The noun behind the number, if it is unknown: the last word up to a plural in English, the first in Chinese."""
    at, last = mention.end, None
    for word in own:
        if word.start in (at, at + 1) and not word.is_empty:
            at, last = word.end, word
            if not word.is_latin or word.is_plural:
                break
    if last is None or last not in unknown:
        return None
    return None if last.is_verb else last


def _surest(matches: Sequence[ClaimMatch], scope: Sequence[Token]) -> tuple[ClaimMatch, ...]:
    """Those of the surest names with most words; between equals the soft words decide (global, in China)."""
    if not matches:
        return ()
    surest = max(min(match.phrase.rank, Rank.ALIAS) for match in matches)
    pool = [match for match in matches if match.phrase.rank >= surest]
    most = max(match.size for match in pool)
    best = [match for match in pool if match.size == most]
    said = _said(scope)
    softest = max(len(match.target.soft & said) for match in best)
    return tuple(match for match in best if len(match.target.soft & said) == softest)


def _narrower(best: Sequence[ClaimMatch], index: Index, mention: PrintedNumber) -> tuple[Target, ...]:
    chosen = {match.target.id for match in best}
    near = index.named_by(frozenset[str]().union(*(match.phrase.telling - _KINDS for match in best)))
    others = (t for t in near if t.id not in chosen and not t.bases.isdisjoint(mention.bases))
    return tuple(target for target in others if _is_narrower(target, best))


def _near(best: Sequence[ClaimMatch], index: Index, mention: PrintedNumber, around: Surroundings) -> tuple[Target, ...]:
    """The other targets that share a telling word and deny none of the number's own."""
    chosen = {match.target.id for match in best}
    telling = (
        frozenset(
            t.concept.name
            for t in (*around.own, *around.near, *(token for group in around.before for token in group))
            if t.is_known and t.concept.weight is Weight.TELLING and not t.concept.owner
        )
        - _HARMLESS
        - _CHANGES
    )
    own = _own_telling(around.own)
    return tuple(
        target
        for target in index.named_by(telling)
        if target.id not in chosen
        and not target.bases.isdisjoint(mention.bases)
        and not _contradicts(target, own, around.own, mention)
    )


def _is_narrower(target: Target, best: Sequence[ClaimMatch]) -> bool:
    """Whether a phrase says all that the claim does, and more; 企业 may go without saying."""
    said = [match.phrase.telling - _KINDS for match in best]
    return any(phrase.telling > each for phrase in target.phrases for each in said if each)
