"""The mark of an event, and the words beside it."""

from app.layout.layout import Box, Form, Mark
from app.layout.paragraph import NAME, NOTE, Column, column
from app.query.reading import Openness
from app.scene.scene import Emphasis, Event


def moment(event: Event, x: float, y: float, *, data_x: float, box: Box | None = None) -> Mark:
    """A dot; a span where the period is long; a goal's diamond for what is only planned."""
    form = Form.DIAMOND if event.lane == "plan" else Form.DOT if box is None else Form.SPAN
    return Mark(
        id=event.id,
        form=form,
        x=x,
        y=y,
        along="x",
        openness=Openness.CLOSED,
        emphasis=event.emphasis,
        spoken=event.spoken,
        href=event.href,
        data_x=data_x,
        data_y=y,
        label=event.title,
        box=box if form is Form.SPAN else None,
        target=event.lane == "plan",
    )


def text(event: Event, limit: float, *, lane: str = "") -> Column:
    """The title, and under it when and (outside Beijing) where; `lane` where no lane shows it."""
    where = event.place if event.emphasis is not Emphasis.BEIJING else ""
    small = " · ".join(part for part in (event.period_text, lane, where) if part)
    return column(limit, (event.title, NAME), (small, NOTE))
