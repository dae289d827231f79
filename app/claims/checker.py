"""Checks a text: every number in it, held against the data set. Keeps and logs nothing of the text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.claims.clause import Surroundings, surroundings
from app.claims.date_span import date_spans
from app.claims.index import Index
from app.claims.judge import judge, other_currency, reconcile
from app.claims.lexicon import fold_in_place
from app.claims.match import match_claim
from app.claims.number import PrintedNumber
from app.claims.reason import also_disputed, several, uncertain
from app.claims.scanner import Scanner, UnitIndex
from app.claims.token import tokens
from app.claims.verdict import Finding, Judgement, Verdict
from app.data.datum import Datum
from app.model.catalog import Catalog

#: A claim is a sentence or a paragraph, not an article.
LONGEST_CLAIM = 2000
#: No paragraph of this length has more numbers in good faith.
MOST_NUMBERS = 100


class ClaimTooLongError(ValueError):
    """The text is longer than LONGEST_CLAIM."""


def limit_claim(text: str) -> None:
    """Raises ClaimTooLongError; said before the index is there, so that a refusal never waits for it."""
    if len(text) > LONGEST_CLAIM:
        raise ClaimTooLongError(f"the text has {len(text)} characters; {LONGEST_CLAIM} are the most")


@dataclass(frozen=True)
class ClaimReport:
    """A finding for each number that was judged; `numbers` is how many the text has, judged or not."""

    findings: tuple[Finding, ...]
    numbers: int

    @property
    def is_cut(self) -> bool:
        return self.numbers > len(self.findings)


@dataclass(frozen=True)
class Checker:
    """Everything a check needs, built once from the data set."""

    index: Index
    scanner: Scanner
    data: Mapping[str, Datum]

    @classmethod
    def of(cls, catalog: Catalog, data: Mapping[str, Datum]) -> "Checker":
        return cls(Index.of(catalog, data), Scanner(UnitIndex.of(catalog)), data)

    def check(self, text: str) -> tuple[Finding, ...]:
        """A finding for each number, the first MOST_NUMBERS, in order; raises ClaimTooLongError."""
        return self.report(text).findings

    def report(self, text: str) -> ClaimReport:
        """The same, and how many numbers there are in all."""
        limit_claim(text)
        folded = fold_in_place(text)
        dates = date_spans(folded)
        every = self.scanner.mentions(folded, dates)
        mentions = every[:MOST_NUMBERS]
        words = tokens(text, self.index.lexicon)
        around = surroundings(folded, mentions, words, dates)
        judged = [self._with_disputes(self._judge(*each)) for each in zip(mentions, around, strict=True)]
        return ClaimReport(tuple(map(Finding, mentions, reconcile(judged))), len(every))

    def _with_disputes(self, judgement: Judgement) -> Judgement:
        """What holds by one reading is told with the readings that say otherwise."""
        if judgement.reason == several() and len(judgement.figures) == 1:
            return replace(judgement, reason=uncertain())
        if judgement.verdict not in (Verdict.HOLDS, Verdict.BOUND):
            return judgement
        shown = {datum.id for datum in judgement.figures}
        others = {name: None for datum in judgement.figures for name in datum.observation.disputed_by}
        added = tuple(self.data[name] for name in others if name not in shown)
        if not added:
            return judgement
        reason = also_disputed(judgement.reason)
        return replace(judgement, reason=reason, figures=(*judgement.figures, *added))

    def _judge(self, mention: PrintedNumber, around: Surroundings) -> Judgement:
        matched = match_claim(self.index, mention, around)
        if not matched.best and around.after:
            around = around.leaning_forward
            matched = match_claim(self.index, mention, around)
        swapped = mention.in_other_money
        if not matched.best and swapped is not None:
            judgement = other_currency(swapped, around, match_claim(self.index, swapped, around))
            if judgement is not None:
                return judgement
        return judge(mention, around, matched)
