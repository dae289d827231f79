"""What can be said of a number met elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.text import Text
from app.query.claims.match import Match
from app.query.claims.mention import Mention
from app.query.reading import Reading


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
    figures: tuple[Reading, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A number of the text and what is said of it."""

    mention: Mention
    judgement: Judgement
