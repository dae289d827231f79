"""What can be said of a number met elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from app.claims.match import ClaimMatch
from app.claims.number import PrintedNumber
from app.data.datum import Datum
from app.model.text import Text


class Verdict(StrEnum):
    """From best to worst known."""

    HOLDS = "holds"
    BOUND = "holds-only-as-a-bound"
    OLDER = "older-figure"
    DEFINITION = "another-definition"
    SCOPE = "another-scope"
    CONTRADICTS = "contradicts-our-sources"
    UNCLEAR = "unclear-which-figure"
    ABSENT = "not-in-our-sources"


@dataclass(frozen=True)
class Judgement:
    """A verdict with the figures it rests on, the reason, and the words that led to them."""

    verdict: Verdict
    reason: Text
    figures: tuple[Datum, ...] = ()
    matches: tuple[ClaimMatch, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A number of the text and what is said of it."""

    mention: PrintedNumber
    judgement: Judgement
