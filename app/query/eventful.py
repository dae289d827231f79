"""What a reader may choose on a chart of milestones: lane, place, and from which year to which."""

from collections.abc import Callable, Sequence

from app.model.milestone import LANES, Milestone
from app.query.choice import Choice
from app.query.milestones import years_of
from app.query.narrowing import PLACE, between
from app.query.wish import Wish

LANE = "lane"

Rows = tuple[Milestone, ...]


def narrow_events(wish: Wish, own: Rows) -> tuple[Rows, tuple[Choice, ...]]:
    """The milestones a wish leaves of a chart's own, and its choices; a plan without a deadline is of no year."""
    lanes = [lane for lane in LANES if any(row.lane == lane for row in own)]
    rows, lane = _one(wish, LANE, lanes, own, lambda row: row.lane)
    places = list(dict.fromkeys(row.geography for row in rows))
    rows, place = _one(wish, PLACE, places, rows, lambda row: row.geography)
    rows, years = _in_years(wish, rows)
    return rows, (*lane, *place, *years)


def _one(
    wish: Wish, name: str, values: Sequence[str], rows: Rows, of: Callable[[Milestone], str]
) -> tuple[Rows, tuple[Choice, ...]]:
    if len(values) < 2:
        return rows, ()
    choice = Choice.of(wish, name, ("", *values))
    return tuple(row for row in rows if choice.chosen in ("", of(row))), (choice,)


def _in_years(wish: Wish, rows: Rows) -> tuple[Rows, tuple[Choice, ...]]:
    found = sorted({year for row in rows if not row.is_undated for year in years_of(row)})
    if len(found) < 2:
        return rows, ()
    start, end = between(wish, [str(year) for year in found])
    choices = (start, end)
    if not (start.is_changed or end.is_changed):
        return rows, choices
    wanted = range(int(start.chosen), int(end.chosen) + 1)
    return tuple(row for row in rows if not row.is_undated and set(wanted) & set(years_of(row))), choices
