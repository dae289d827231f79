"""What every kind's scene is made of: points in one language, the parts that all share, what no chart may do."""

from app.charts.names import name_of, rename_point, source_and_period
from app.charts.scene import Emphasis, Group, Point, Scene
from app.charts.spec import ChartSpec
from app.charts.words import join_words, phrase
from app.data.comparable import same_axis
from app.data.datum import Datum, printed_behind
from app.model.chart import LabelBy
from app.model.text import Lang, Text
from app.model.vocabulary import Unit
from app.urls import Urls


def build_point(
    datum: Datum,
    spec: ChartSpec,
    *,
    name: str | None = None,
    emphasis: Emphasis | None = None,
    whole: Point | None = None,
    change: Point | None = None,
) -> Point:
    """The point of a datum; `name` and `emphasis` come from the spec's `label_by` and the place if not given."""
    lang = spec.lang
    point = Point(
        id=datum.id,
        name="",
        label=datum.label(lang, spec.step),
        value=datum.quantity.value,
        low=datum.quantity.low,
        high=datum.quantity.high,
        openness=datum.openness,
        period=datum.observation.period,
        period_text=datum.period_text(lang),
        definition=datum.definition.name[lang],
        source=source_of(datum, spec),
        href=Urls(lang).figure(datum.id),
        emphasis=emphasis or emphasis_of(datum),
        derived=datum.is_derived,
        target=datum.observation.target,
        note=datum.observation.note[lang] if datum.observation.note else "",
        unit=datum.base,
        whole=whole,
        change=change,
        basis=datum.observation.period_basis,
    )
    if name is not None:
        return rename_point(point, name)
    is_period = spec.label_by is LabelBy.PERIOD
    own = name_of(datum, spec.label_by, lang)
    return rename_point(point, own, is_period=is_period, has_period=own == source_and_period(datum, lang))


def build_points(spec: ChartSpec) -> tuple[Point, ...]:
    """All chosen data as points, in the curator's order."""
    return tuple(build_point(datum, spec) for datum in spec.data)


def emphasis_of(datum: Datum) -> Emphasis:
    """Vermilion for Beijing and what lies in it, grey for everyone else."""
    return Emphasis.BEIJING if datum.is_at_home else Emphasis.OTHER


def source_of(datum: Datum, spec: ChartSpec) -> str:
    """The short name of the article, or for a computed value the articles its parts come from."""
    lang = spec.lang
    if datum.source is not None:
        return datum.source.short[lang]
    parts = list(dict.fromkeys(_articles(datum, spec)))
    return phrase("computed", lang, parts=join_words(parts, lang)) if parts else phrase("computed_alone", lang)


def source_line(spec: ChartSpec) -> str:
    """来源：甲、乙 — every article behind the chosen data, each once, in order."""
    articles = [name for datum in spec.data for name in _articles(datum, spec)]
    articles += [event.source for event in spec.events]
    names = list(dict.fromkeys(articles))
    return phrase("sources", spec.lang, names=join_words(names, spec.lang)) if names else ""


def _articles(datum: Datum, spec: ChartSpec) -> list[str]:
    sources = [printed.source for printed in printed_behind(datum, spec.every)]
    return [source.short[spec.lang] for source in sources if source]


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
    """The unit of a chart's one axis; None when nothing is chosen."""
    return data[0].base if data else None


def refuse_units(spec: ChartSpec) -> None:
    """Raises DishonestChartError for data of several units: a chart has one axis."""
    refuse_for(same_axis(spec.data))


def refuse_for(reason: Text | None) -> None:
    """Raises DishonestChartError where there is a reason."""
    if reason is not None:
        raise DishonestChartError(zh=reason.zh, en=reason.en)
