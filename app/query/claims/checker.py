"""Checks a text: every number in it, held against the data set. Keeps and logs nothing of the text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.model.catalog import Catalog
from app.query.claims.clause import Surroundings, surroundings
from app.query.claims.index import Index
from app.query.claims.judge import beside_each_other, judge, other_currency
from app.query.claims.lexicon import even
from app.query.claims.match import find
from app.query.claims.measure import Ruler
from app.query.claims.mention import Mention
from app.query.claims.reason import also_disputed, perhaps, several
from app.query.claims.scan import Scanner
from app.query.claims.span import spans
from app.query.claims.token import tokens
from app.query.claims.verdict import Finding, Judgement, Verdict
from app.query.reading import Reading

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
class Report:
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
    readings: Mapping[str, Reading]

    @classmethod
    def of(cls, catalog: Catalog, readings: Mapping[str, Reading]) -> "Checker":
        return cls(Index.of(catalog, readings), Scanner(Ruler.of(catalog)), readings)

    def check(self, text: str) -> tuple[Finding, ...]:
        """A finding for each number, the first MOST_NUMBERS, in order; raises ClaimTooLongError."""
        return self.report(text).findings

    def report(self, text: str) -> Report:
        """The same, and how many numbers there are in all."""
        limit_claim(text)
        folded = even(text)
        dates = spans(folded)
        every = self.scanner.mentions(folded, dates)
        mentions = every[:MOST_NUMBERS]
        words = tokens(text, self.index.lexicon)
        around = surroundings(folded, mentions, words, dates)
        judged = [self._with_disputes(self._judge(*each)) for each in zip(mentions, around, strict=True)]
        return Report(tuple(map(Finding, mentions, beside_each_other(judged))), len(every))

    def _with_disputes(self, judgement: Judgement) -> Judgement:
        """What holds by one reading is told with the readings that say otherwise."""
        if judgement.reason == several() and len(judgement.figures) == 1:
            return replace(judgement, reason=perhaps())
        if judgement.verdict not in (Verdict.HOLDS, Verdict.BOUND):
            return judgement
        shown = {reading.id for reading in judgement.figures}
        others = {name: None for reading in judgement.figures for name in reading.observation.disputed_by}
        added = tuple(self.readings[name] for name in others if name not in shown)
        if not added:
            return judgement
        reason = also_disputed(judgement.reason)
        return replace(judgement, reason=reason, figures=(*judgement.figures, *added))

    def _judge(self, mention: Mention, around: Surroundings) -> Judgement:
        found = find(self.index, mention, around)
        if not found.best and around.after:
            around = around.leaning_forward
            found = find(self.index, mention, around)
        swapped = mention.in_other_money
        if not found.best and swapped is not None:
            judgement = other_currency(swapped, around, find(self.index, swapped, around))
            if judgement is not None:
                return judgement
        return judge(mention, around, found)
