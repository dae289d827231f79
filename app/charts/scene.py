"""The finished statement of a chart, in one language: what every renderer says, whatever its form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from app.data.datum import Openness
from app.model.chart import ChartKind
from app.model.period import Period, PeriodBasis
from app.model.text import Lang
from app.model.vocabulary import Unit
from app.quantities.label import Label
from app.quantities.period_text import PeriodText

#: The name in `Scene.labels` of the words at a change of definition; it is there only where the chart has one.
GAP = "gap"
#: The name of the words for a logarithmic axis; it is there only where the chart needs one.
LOG = "log"


class Emphasis(StrEnum):
    """The hue of a mark: vermilion for Beijing, grey for everyone else, a second hue for a second series."""

    BEIJING = "beijing"
    OTHER = "other"
    SECOND = "second"


@dataclass(frozen=True)
class Point:
    """One figure as a chart shows it. Numbers are in the scene's base unit; texts are in its language.

    `value` is what the mark stands at. `low` and `high` are None where the print leaves that side open.
    `name` is what distinguishes the point within its group (a year, a place, a category).
    """

    id: str
    name: str
    label: Label
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    openness: Openness
    period: Period
    period_text: PeriodText
    definition: str
    source: str
    href: str
    emphasis: Emphasis = Emphasis.BEIJING
    derived: bool = False
    target: bool = False
    note: str = ""
    #: The name is the period, which then need not be said beside it.
    name_is_period: bool = False
    #: The period stands in the name, beside something else.
    name_has_period: bool = False
    #: The definition or the source says the name already.
    name_is_repeated: bool = False
    #: The base unit of this point alone; `facts` may set unlike units side by side, every other kind has one.
    unit: Unit | None = None
    #: For `share`: how many there are in all ("of 100"); None for a plain percentage.
    whole: "Point | None" = None
    #: For `rank`: by how many places it moved, where the print says so; positive is up.
    change: "Point | None" = None
    basis: PeriodBasis = PeriodBasis.STATED

    @property
    def is_range(self) -> bool:
        """A span printed as such (100–10,000倍)."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def spoken_parts(self) -> tuple[str, ...]:
        """What hover, tap, arrow keys and screen readers give; nothing is said twice."""
        is_said = not self.name or self.name_is_period or self.name_is_repeated
        first = self.label.text if is_said else f"{self.name}: {self.label}"
        return tuple(part for part in (first, self.period_text.text, self.definition, self.source) if part)

    @property
    def spoken(self) -> str:
        """The same in one line."""
        return " · ".join(self.spoken_parts)


def links(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """The neighbours in time that a line may run between.

    None to an open end or a span: its slope would be a claim about a value that nobody printed.
    """
    one_place = {point.id for point in points if point.openness in _CLOSED and not point.is_range}
    return tuple((one, two) for one, two in pairwise(points) if one.id in one_place and two.id in one_place)


#: Ends at which a value stands, if only about there.
_CLOSED = (Openness.CLOSED, Openness.ABOUT)


@dataclass(frozen=True)
class Group:
    """Points that belong together. `joined`: a line may run through them, for they share one definition.

    series: one definition's points in time order. bars, rank, range, disagreement, facts, figure, share: the rows.
    change, target: one group a row, its two points in order. composition: one group a period, its parts in order.
    """

    name: str
    points: tuple[Point, ...]
    joined: bool = False
    #: series: the same thing goes on here under another definition, so a gap stands before this group.
    after_gap: bool = False
    #: change: how much it changed, where that can be said. composition: the computed total, where it can be.
    note: str = ""


@dataclass(frozen=True)
class Event:
    """A milestone on the time axis; `dated` is False for a plan without a deadline."""

    id: str
    title: str
    lane: str
    lane_name: str
    period: Period
    period_text: str
    place: str
    source: str
    dated: bool
    note: str = ""
    href: str = ""
    basis: PeriodBasis = PeriodBasis.STATED
    emphasis: Emphasis = Emphasis.BEIJING

    #: An event is as certain as its date: its mark has no open end and is never hollow.
    openness: ClassVar[Openness] = Openness.CLOSED
    derived: ClassVar[bool] = False

    @property
    def label(self) -> str:
        """What stands at its mark."""
        return self.title

    @property
    def target(self) -> bool:
        """A plan has the mark of a goal."""
        return self.lane == "plan"

    @property
    def spoken_parts(self) -> tuple[str, ...]:
        """As of a point: what hover, tap, arrow keys and screen readers give."""
        parts = (self.title, self.period_text, self.lane_name, self.place, self.source)
        return tuple(part for part in parts if part)

    @property
    def spoken(self) -> str:
        """The same in one line."""
        return " · ".join(self.spoken_parts)


@dataclass(frozen=True)
class KeyEntry:
    """One line of the “how to read” key: a mark (floor, ceiling, about, range, derived …) and its meaning."""

    mark: str
    text: str


@dataclass(frozen=True)
class Scene:
    """A chart in words and numbers. `base` is the one unit of its axis; None where there is no axis (facts, events)."""

    kind: ChartKind
    chart_id: str
    lang: Lang
    title: str
    subtitle: str
    source_line: str
    description: str
    base: Unit | None
    groups: tuple[Group, ...] = ()
    events: tuple[Event, ...] = ()
    #: What a reader must know to read this chart right: why a line breaks, why nothing is summed, the caveats.
    notes: tuple[str, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    #: The sentence shown instead of a chart where the selection leaves nothing to draw.
    empty: str = ""
    #: The address of the page the chart stands on; standalone pictures print it when PUBLIC_URL is known.
    href: str = ""
    #: The step of `scale.STEPS` at which all values are written, the axis too; empty where each suits itself.
    step: str = ""
    #: Words that a layout needs beside the points, by name (`GAP`).
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for group in self.groups for point in group.points)
