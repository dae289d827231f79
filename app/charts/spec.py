"""What is to be drawn: which data, in which kind of chart, in which language, under which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.charts.scene import Event
from app.data.datum import Datum
from app.data.text_references import resolve_references
from app.model.chart import Chart, ChartKind, LabelBy, View
from app.model.text import Lang


@dataclass(frozen=True)
class ChartSpec:
    """Everything a scene is built from; its texts are in `lang` already and their references resolved.

    `data` are the chosen ones, in the curator's order. `every` holds all data by id, for the
    figures that a chosen one refers to (the whole of a share, the parts of a computed value).
    """

    chart_id: str
    kind: ChartKind
    lang: Lang
    title: str
    subtitle: str
    data: tuple[Datum, ...]
    label_by: LabelBy = LabelBy.PERIOD
    caveats: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    every: Mapping[str, Datum] = field(default_factory=dict)
    href: str = ""
    #: The step of `scale.STEPS` at which all values are written; as printed where it is empty.
    step: str = ""
    #: The sentence shown when nothing is chosen; a general one if not given.
    empty: str = ""


def build_spec(
    chart_id: str,
    chart: Chart,
    chosen: tuple[Datum, ...],
    *,
    lang: Lang,
    every: Mapping[str, Datum],
    is_default: bool,
    view: View | None = None,
    events: tuple[Event, ...] = (),
    href: str = "",
) -> ChartSpec:
    """The spec of a chart file; its finding heads only the default selection, else the neutral title does."""
    heading = chart.finding if is_default else (view.title if view else chart.title)
    return ChartSpec(
        chart_id=chart_id,
        kind=chart.kind,
        lang=lang,
        title=resolve_references(heading[lang], every, lang),
        subtitle=resolve_references(chart.subtitle[lang], every, lang),
        data=chosen,
        label_by=chart.label_by,
        caveats=tuple(resolve_references(caveat[lang], every, lang) for caveat in chart.caveats),
        events=events,
        every=every,
        href=href,
    )
