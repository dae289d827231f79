"""Time: every figure as a span as long as its period, in rows by topic; one that is only an article's date fades."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.board.board_figure import BoardFigure, board_figure
from app.board.view import BoardView
from app.data.datum import Datum
from app.model.period import PeriodBasis

#: Where the axis begins and ends, in percent of the column.
_FIRST, _LAST = 1.0, 97.0
#: The least length of a span, in percent of the axis, so that a day can be seen.
_LEAST = 0.7


@dataclass(frozen=True)
class TimeSpan:
    """A figure's period from `x` over `width` percent, in the `level`-th line of its topic's row.

    `is_as_of`: known only by the article's date, and drawn as fading back from it.
    """

    figure: BoardFigure
    x: float
    width: float
    level: int
    is_as_of: bool


@dataclass(frozen=True)
class TimeRow:
    """A topic's figures; `levels` is how many lines they need."""

    name: str
    spans: tuple[TimeSpan, ...]
    levels: int


@dataclass(frozen=True)
class TimePanel:
    """The rows on one axis of years, and how many goals have no date."""

    years: tuple[tuple[float, str], ...]
    rows: tuple[TimeRow, ...]
    undated: int


def time_panel(view: BoardView) -> TimePanel | None:
    """None where fewer than two figures have a date."""
    dated = [datum for datum in view.data if not datum.observation.is_undated]
    if len(dated) < 2:
        return None
    axis = _Years(tuple(_edges(dated)))
    rows = tuple(
        row
        for name, topic in view.site.catalog.topics.items()
        if (row := _row(view, topic.name[view.lang], [d for d in dated if d.indicator.topic == name], axis)).spans
    )
    return TimePanel(axis.labels(), rows, len(view.data) - len(dated))


def _edges(data: Sequence[Datum]) -> list[int]:
    """The first years of the steps that the axis is ruled in: each year of its own, where figures stand thick."""
    years = [year for d in data for year in (d.observation.period.start.year, d.observation.period.end.year)]
    first, last = min(years), max(years)
    counts = {year: years.count(year) for year in range(first, last + 1)}
    inner = (year for year in range(first + 1, last + 1) if counts[year] or counts[year - 1])
    return [first, *inner, last + 1]


@dataclass(frozen=True)
class _Years:
    """An axis in steps of equal length, each from one of the `edges` to the next; it may take several years."""

    edges: tuple[int, ...]

    def at(self, day: date) -> float:
        n = max(index for index, year in enumerate(self.edges[:-1]) if year <= day.year)
        first, after = date(self.edges[n], 1, 1), date(self.edges[n + 1], 1, 1)
        part = (day - first).days / (after - first).days
        return round(_FIRST + (n + part) / (len(self.edges) - 1) * (_LAST - _FIRST), 2)

    def labels(self) -> tuple[tuple[float, str], ...]:
        """The steps' names: 2024, or 2012–2016 for one of several years."""
        pairs = zip(self.edges, self.edges[1:], strict=False)
        return tuple(
            (self.at(date(first, 1, 1)), str(first) if after == first + 1 else f"{first}–{after - 1}")
            for first, after in pairs
        )


def _row(view: BoardView, name: str, data: Sequence[Datum], axis: _Years) -> TimeRow:
    """Spans that overlap stand under each other; the longest first, so that a year carries its quarters."""
    ends: list[float] = []
    spans: list[TimeSpan] = []
    ordered = sorted(data, key=lambda d: (d.observation.period.start, -d.observation.period.end.toordinal()))
    for datum in ordered:
        period = datum.observation.period
        x = axis.at(period.start)
        width = max(axis.at(period.end) - x, _LEAST)
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + width + 0.3]
        is_as_of = datum.observation.period_basis is PeriodBasis.AS_OF
        spans.append(TimeSpan(board_figure(view, datum), x, round(width, 2), level, is_as_of))
    return TimeRow(name, tuple(spans), len(ends))
