"""One printed figure, or one value computed from others, with everything a reader needs to judge it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from app.model.period import PeriodBasis, PeriodField
from app.model.quantity import Qualifier, Quantity
from app.model.record import Id, Line, Number, Record, Truth
from app.model.reference import (
    CategoryId,
    DefinitionId,
    GeographyId,
    Names,
    ObservationId,
    SourceId,
    SubjectId,
    UnitId,
)
from app.model.text import Text
from app.model.vocabulary import ShortText


class Formula(Record):
    """How a value follows from other observations, named by their ids.

    growth: (of / base - 1) in percent. share: of / base in percent. ratio: of / base. difference: of - base.
    divide: of / by, where `by` is a plain number (the year before a doubling is `by: 2`).
    """

    op: Literal["growth", "share", "ratio", "difference", "divide"]
    of: ObservationId
    base: ObservationId | None = None
    by: Number | None = None


class Observation(Record):
    """A figure. A printed one has `value` and `printed`; a computed one has `derived` instead of both.

    `attributed_to` is who says it, where the article names somebody; an article that names nobody says it itself.
    """

    id: Id
    value: Number | None = None
    value_to: Number | None = None
    unit: UnitId
    qualifier: Annotated[Qualifier, Field(strict=False)] = Qualifier.EXACT
    period: PeriodField
    period_basis: Annotated[PeriodBasis, Field(strict=False)] = PeriodBasis.STATED
    geography: GeographyId
    subject: SubjectId | None = None
    category: CategoryId | None = None
    definition: DefinitionId
    source: SourceId | None = None
    section: Line | None = None
    attributed_to: SubjectId | None = None
    printed: ShortText | None = None
    note: Text | None = None
    derived: Formula | None = None
    verify: Formula | None = None
    share_of: ObservationId | None = None
    disputed_by: Names[ObservationId]
    target: Truth = False

    @property
    def thing(self) -> tuple[str | None, ...]:
        """What it is a figure of within its indicator, whatever the time and the source."""
        return self.definition, self.geography, self.subject, self.category

    @property
    def is_undated(self) -> bool:
        """Whether it is a goal known only from its report, which has no time of its own."""
        return self.target and self.period_basis is PeriodBasis.AS_OF

    @property
    def quantity(self) -> Quantity:
        """The printed quantity in the printed unit; raises ValueError for a computed observation."""
        if self.value is None:
            raise ValueError(f"{self.id} is computed; its quantity comes from its formula")
        return Quantity(self.value, self.qualifier, self.value_to)

    def in_base(self, factor: Decimal) -> Quantity:
        """The printed quantity in the base unit, exactly."""
        return self.quantity.times(factor)
