"""The parts that every kind's scene has in common."""

from app.model.vocabulary import Unit
from app.query.comparable import same_axis
from app.query.reading import Reading
from app.scene.phrase import phrase
from app.scene.point import source_line
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Group, Scene


def statement(
    question: Question,
    groups: tuple[Group, ...] = (),
    *,
    base: Unit | None = None,
    notes: tuple[str, ...] = (),
    labels: dict[str, str] | None = None,
) -> Scene:
    """A scene with the question's words, source line and caveats; `build` adds the description and the key."""
    is_empty = not question.readings and not question.events
    return Scene(
        kind=question.kind,
        chart_id=question.chart_id,
        lang=question.lang,
        title=question.title,
        subtitle=question.subtitle,
        source_line=source_line(question),
        description="",
        base=base,
        groups=tuple(group for group in groups if group.points),
        events=question.events,
        notes=(*notes, *question.caveats),
        empty=(question.empty or phrase("empty", question.lang)) if is_empty else "",
        href=question.href,
        step=question.step,
        labels=labels or {},
    )


def one_base(readings: tuple[Reading, ...]) -> Unit | None:
    """The unit of a chart's one axis (None when nothing is chosen); raises DishonestChartError for several units."""
    reason = same_axis(readings)
    if reason is not None:
        raise DishonestChartError(zh=reason.zh, en=reason.en)
    return readings[0].base if readings else None
