"""The parts that every kind's scene has in common, and the error where data cannot honestly take the kind."""

from app.charts.phrase import phrase
from app.charts.point import source_line
from app.charts.scene import Group, Scene
from app.charts.spec import ChartSpec
from app.data.comparable import same_axis
from app.data.datum import Datum
from app.model.text import Lang, Text
from app.model.vocabulary import Unit


class DishonestChartError(ValueError):
    """The chart would say more than its figures do; `sentence` tells the reader and the curator why."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Text(zh=zh, en=en)

    def reason(self, lang: Lang) -> str:
        """Why not, for the reader, in one sentence."""
        return self.sentence[lang]


def base_scene(
    spec: ChartSpec,
    groups: tuple[Group, ...] = (),
    *,
    base: Unit | None = None,
    notes: tuple[str, ...] = (),
    labels: dict[str, str] | None = None,
) -> Scene:
    """A scene with the spec's words, source line and caveats; `build` adds the description and the key."""
    is_empty = not spec.data and not spec.events
    return Scene(
        kind=spec.kind,
        chart_id=spec.chart_id,
        lang=spec.lang,
        title=spec.title,
        subtitle=spec.subtitle,
        source_line=source_line(spec),
        description="",
        base=base,
        groups=tuple(group for group in groups if group.points),
        events=spec.events,
        notes=(*notes, *spec.caveats),
        empty=(spec.empty or phrase("empty", spec.lang)) if is_empty else "",
        href=spec.href,
        step=spec.step,
        labels=labels or {},
    )


def one_base(data: tuple[Datum, ...]) -> Unit | None:
    """The unit of a chart's one axis (None when nothing is chosen); raises DishonestChartError for several units."""
    reason = same_axis(data)
    if reason is not None:
        raise DishonestChartError(zh=reason.zh, en=reason.en)
    return data[0].base if data else None
