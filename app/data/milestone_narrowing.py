"""What a reader may choose on a chart of milestones: lane, place, and from which year to which."""

from collections.abc import Callable, Sequence

from app.data.choice import Choice
from app.data.milestone_filter import years_of
from app.data.narrowing import PLACE, between
from app.data.page_query import PageQuery
from app.model.milestone import LANES, Milestone

LANE = "lane"

Rows = tuple[Milestone, ...]


def narrow_events(page_query: PageQuery, own: Rows) -> tuple[Rows, tuple[Choice, ...]]:
    """The milestones a wish leaves of a chart's own, and its choices; a plan without a deadline is of no year."""
    lanes = [lane for lane in LANES if any(row.lane == lane for row in own)]
    rows, lane = _one(page_query, LANE, lanes, own, lambda row: row.lane)
    places = list(dict.fromkeys(row.geography for row in rows))
    rows, place = _one(page_query, PLACE, places, rows, lambda row: row.geography)
    rows, years = _in_years(page_query, rows)
    return rows, (*lane, *place, *years)


def _one(
    page_query: PageQuery, name: str, values: Sequence[str], rows: Rows, of: Callable[[Milestone], str]
) -> tuple[Rows, tuple[Choice, ...]]:
    if len(values) < 2:
        return rows, ()
    choice = Choice.of(page_query, name, ("", *values))
    return tuple(row for row in rows if choice.chosen in ("", of(row))), (choice,)


def _in_years(page_query: PageQuery, rows: Rows) -> tuple[Rows, tuple[Choice, ...]]:
    found = sorted({year for row in rows if not row.is_undated for year in years_of(row)})
    if len(found) < 2:
        return rows, ()
    start, end = between(page_query, [str(year) for year in found])
    choices = (start, end)
    if not (start.is_changed or end.is_changed):
        return rows, choices
    wanted = range(int(start.chosen), int(end.chosen) + 1)
    return tuple(row for row in rows if not row.is_undated and set(wanted) & set(years_of(row))), choices
