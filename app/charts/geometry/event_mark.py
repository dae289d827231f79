"""The mark of an event, and the words beside it."""

from app.charts.geometry.paragraph import NAME, NOTE, TextColumn, text_column
from app.charts.layout import Box, Form, Mark
from app.charts.scene import Emphasis, Event


def event_mark(event: Event, x: float, y: float, *, data_x: float, box: Box | None = None) -> Mark:
    """A dot; a span where the period is long; a goal's diamond for what is only planned."""
    form = Form.DIAMOND if event.target else Form.DOT if box is None else Form.SPAN
    return Mark(
        point=event,
        form=form,
        x=x,
        y=y,
        along="x",
        data_x=data_x,
        data_y=y,
        box=box if form is Form.SPAN else None,
    )


def event_text(event: Event, limit: float, *, lane: str = "") -> TextColumn:
    """The title, and under it when and (outside Beijing) where; `lane` where no lane shows it."""
    where = event.place if event.emphasis is not Emphasis.BEIJING else ""
    small = " · ".join(part for part in (event.period_text, lane, where) if part)
    return text_column(limit, (event.title, NAME), (small, NOTE))
