"""A named breakthrough or plan on the timeline."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from app.model.period import PeriodBasis, PeriodField
from app.model.record import Id, Line, Record
from app.model.reference import GeographyId, Names, ObservationId, SourceId, SubjectId
from app.model.text import Text
from app.model.vocabulary import ShortText

Lane = Literal["result", "release", "institution", "policy", "plan"]
LANES: tuple[Lane, ...] = get_args(Lane)


class Milestone(Record):
    """Something that happened, was published or was planned; `lane` says which of these.

    A plan without a deadline has the article's date as its period and the basis `as_of`.
    """

    id: Id
    title: Text
    lane: Lane
    period: PeriodField
    period_basis: Annotated[PeriodBasis, Field(strict=False)] = PeriodBasis.STATED
    geography: GeographyId
    subject: SubjectId | None = None
    source: SourceId
    section: Line | None = None
    printed: ShortText
    note: Text | None = None
    observations: Names[ObservationId]

    @property
    def is_plan(self) -> bool:
        """Whether it is still to come."""
        return self.lane == "plan"

    @property
    def is_undated(self) -> bool:
        """Whether it has no time of its own."""
        return self.is_plan and self.period_basis is PeriodBasis.AS_OF


class Milestones(Record):
    """The milestones of one topic; the file's name is the topic."""

    milestones: Annotated[tuple[Milestone, ...], Field(min_length=1)]
