"""Questions over made-up readings, for the kinds that need more than `figures` gives."""

from app.charts.registry import build_scene
from app.charts.sample_data import Shape, sample_datum
from app.charts.scene import Event, Scene
from app.charts.spec import ChartSpec
from app.model.chart import ChartKind, LabelBy
from app.model.text import Lang


def asked(
    kind: ChartKind,
    *shapes: Shape,
    lang: Lang = Lang.ZH,
    label_by: LabelBy = LabelBy.PERIOD,
    every: dict[str, Shape] | None = None,
    events: tuple[Event, ...] = (),
) -> Scene:
    """The scene of these shapes, their ids r0, r1 …; `every` are further readings they may name."""
    chosen = tuple(sample_datum(f"r{n}", shape) for n, shape in enumerate(shapes))
    others = tuple(sample_datum(name, shape) for name, shape in (every or {}).items())
    return build_scene(
        ChartSpec(
            chart_id="chart",
            kind=kind,
            lang=lang,
            title="题目",
            subtitle="量度",
            data=chosen,
            label_by=label_by,
            events=events,
            every={each.id: each for each in (*chosen, *others)},
        )
    )
