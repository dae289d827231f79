"""The workbench of one chart: its own figures, narrowed, or those of an indicator beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.benches.bench import Control, Panel, ViewModel, control
from app.charts import narrowing
from app.charts.narrowing import (
    AS,
    FROM,
    LANE,
    PLACE,
    STEP,
    TO,
    Narrowed,
    indicators_in,
    narrow,
    narrow_events,
    neighbours,
)
from app.charts.registry import build_scene, is_honest
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum, in_percent
from app.data.explore import comparison_sentences
from app.data.page_query import INDICATOR, Choice, PageQuery, query_of
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartKind, LabelBy
from app.model.period import Period
from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.quantities.scale import scale_at, scaled_unit
from app.site import Site
from app.strings import word

#: The one panel of a chart's page.
PANEL = "chart"
#: The id of the unit in which counts are given as shares.
_PERCENT = "percent"


@dataclass(frozen=True)
class ChartBench(ViewModel):
    """`scene` is the chart as chosen; a chart of which nothing can be chosen has no controls."""

    scene: Scene


def chart_bench(site: Site, page_query: PageQuery, lang: Lang) -> ChartBench:
    """The bench of a chart or one of its views; raises KeyError for unknown ids."""
    spec = site.spec(page_query.place.name, lang, page_query.place.view)
    choices, asked = (_events if spec.kind is ChartKind.EVENTS else _figures)(site, page_query, spec)
    words = ControlWords(site.catalog, lang, own=spec.data, shown=asked.data)
    shown = tuple(map(words.control, choices))
    query = query_of(choices)
    scene = build_scene(_headed(site, page_query, asked, shown)) if query else _own_scene(site, page_query, lang)
    return ChartBench(page_query.place, scene.title, query, shown, (Panel(PANEL, scene),), scene)


def _own_scene(site: Site, page_query: PageQuery, lang: Lang) -> Scene:
    return site.chart(page_query.place.name, lang, page_query.place.view)


def _figures(site: Site, page_query: PageQuery, spec: ChartSpec) -> tuple[tuple[Choice, ...], ChartSpec]:
    record = site.catalog.charts[page_query.place.name]
    narrowed = narrow(
        page_query,
        record.kind,
        spec.data,
        _others(site, page_query, record),
        honest=lambda data: is_honest(replace(spec, data=data)),
        in_percent=lambda data: in_percent(data, site.data, site.catalog.units[_PERCENT]),
    )
    return narrowed.choices, _asked(spec, narrowed)


def _others(site: Site, page_query: PageQuery, record: Chart) -> Mapping[str, narrowing.ChosenData]:
    selection = record.views[page_query.place.view].select if page_query.place.view else record.select
    return neighbours(site.catalog, site.data, record, indicators_in(site.catalog, selection))


def _asked(spec: ChartSpec, narrowed: Narrowed) -> ChartSpec:
    """The chart's words belong to its own figures; an indicator beside it brings its own."""
    own = {datum.indicator_id for datum in spec.data}
    asked = replace(spec, data=narrowed.data, step=narrowed.step)
    if narrowed.data[0].indicator_id in own:
        return asked
    by = LabelBy.PERIOD if spec.kind is ChartKind.SERIES else comparison_sentences(narrowed.data)
    return replace(asked, caveats=(), label_by=by)


def _events(site: Site, page_query: PageQuery, spec: ChartSpec) -> tuple[tuple[Choice, ...], ChartSpec]:
    own = {event.id: event for event in spec.events}
    ids, choices = narrow_events(page_query, site.tables["milestones"].frame.loc[list(own)])
    return choices, replace(spec, events=tuple(own[name] for name in ids))


def _headed(site: Site, page_query: PageQuery, spec: ChartSpec, shown: tuple[Control, ...]) -> ChartSpec:
    """Under a neutral title, with what was chosen in the subtitle."""
    record, lang = site.catalog.charts[page_query.place.name], spec.lang
    title = (record.views[page_query.place.view].title if page_query.place.view else record.title)[lang]
    subtitle = spec.subtitle
    indicator_id = next((each.chosen for each in shown if each.name == INDICATOR and each.chosen), "")
    if indicator_id:
        indicator = site.catalog.indicators[indicator_id]
        title, subtitle = indicator.name[lang], indicator.description[lang]
    return replace(spec, title=site.quote(title, lang), subtitle=" · ".join((subtitle, *_said(shown, lang))))


def _said(shown: tuple[Control, ...], lang: Lang) -> list[str]:
    colon = word("colon", lang)
    return [f"{each.label}{colon}{each.words}" for each in shown if each.is_changed and each.name != INDICATOR]


#: The words a control is headed by.
_LABELS: Mapping[str, str] = {
    INDICATOR: "choose_indicator",
    PLACE: "filter_place",
    LANE: "filter_lane",
    FROM: "choose_from",
    TO: "choose_to",
    STEP: "choose_unit",
    AS: "choose_as",
}


@dataclass(frozen=True)
class ControlWords:
    """What the words of a chart's options are taken from: `own` are its figures, `shown` those that were chosen."""

    catalog: Catalog
    lang: Lang
    own: Sequence[Datum]
    shown: Sequence[Datum]

    def control(self, choice: Choice) -> Control:
        """The control of a choice."""
        words = {value: self._words(choice.name, value) for value in choice.values}
        return control(choice, word(_LABELS[choice.name], self.lang), words)

    def _words(self, name: str, value: str) -> str:
        if not value:
            return self._unchosen(name)
        if name == INDICATOR:
            return self.catalog.indicators[value].label(self.lang)
        if name == PLACE:
            return self.catalog.geographies[value].name[self.lang]
        if name == LANE:
            return word(f"lane_{value}", self.lang)
        if name == STEP:
            return scaled_unit(scale_at(value, self.lang), self.shown[0].base, self.lang)
        if name == AS:
            return word("as_percent", self.lang)
        return bare_period_text(Period.parse(value), self.lang)

    def _unchosen(self, name: str) -> str:
        """Of one indicator its name, of several that they are the chart's own; else that all are shown."""
        names = {datum.indicator.label(self.lang) for datum in self.own}
        if name == INDICATOR and len(names) == 1:
            return names.pop()
        return word(_UNCHOSEN.get(name, "all"), self.lang)


#: What the empty value says where it does not stand for all.
_UNCHOSEN: Mapping[str, str] = {INDICATOR: "indicator_own", STEP: "unit_printed", AS: "as_count"}
