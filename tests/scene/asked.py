"""Questions over made-up readings, for the kinds that need more than `figures` gives."""

from app.model.chart import Kind, LabelBy
from app.model.text import Lang
from app.scene.build import build
from app.scene.question import Question
from app.scene.sample_reading import Shape, reading
from app.scene.scene import Event, Scene


def asked(
    kind: Kind,
    *shapes: Shape,
    lang: Lang = "zh",
    label_by: LabelBy = LabelBy.PERIOD,
    every: dict[str, Shape] | None = None,
    events: tuple[Event, ...] = (),
) -> Scene:
    """The scene of these shapes, their ids r0, r1 …; `every` are further readings they may name."""
    chosen = tuple(reading(f"r{n}", shape) for n, shape in enumerate(shapes))
    others = tuple(reading(name, shape) for name, shape in (every or {}).items())
    return build(
        Question(
            chart_id="chart",
            kind=kind,
            lang=lang,
            title="题目",
            subtitle="量度",
            readings=chosen,
            label_by=label_by,
            events=events,
            every={each.id: each for each in (*chosen, *others)},
        )
    )
