"""The catalog, its data and tables, put together once; every page and callback asks it for scenes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.charts.events import select_events
from app.charts.registry import build_scene, layout_chart
from app.charts.scene import Scene
from app.charts.spec import ChartSpec, build_spec
from app.claims.checker import Checker
from app.data.datum import Datum, resolve_data
from app.data.facets import Figures
from app.data.lanes import Band, build_bands
from app.data.selection import select
from app.data.table import Table
from app.data.tables import all_tables
from app.data.tables.observations import observations
from app.data.text_references import resolve_references
from app.decks.brief import BriefItem, BriefStory
from app.decks.builder import DeckBuilder
from app.decks.deck import Deck
from app.loading.dataset import load
from app.model.catalog import Catalog, fingerprint
from app.model.chart import ChartKind, ChartSelection, LabelBy, View
from app.model.story import StoryChart
from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.releases.figures import published, published_figures
from app.releases.releases import ReleaseDiff, Releases
from app.renderers.chart_export import ChartExport, DataEdition, chart_export
from app.search.entries import entries
from app.search.finder import Finder, Request
from app.settings import Settings
from app.urls import Urls


@dataclass(frozen=True)
class Site:
    """Everything that is the same for all readers. Made by `open`; nothing in it changes while the program runs."""

    settings: Settings
    catalog: Catalog
    data: Mapping[str, Datum]
    observations: Table
    #: The data that each chart shows by default.
    data_by_chart: Mapping[str, tuple[Datum, ...]]
    releases: Releases

    @classmethod
    def open(cls, settings: Settings) -> "Site":
        """The site over the folder in `settings.datasets`; raises DatasetError with every problem of its files."""
        return cls.over(load(settings.datasets).catalog, settings)

    @classmethod
    def over(cls, catalog: Catalog, settings: Settings) -> "Site":
        """The site over a catalog; raises DatasetError where a release in `settings.datasets` is damaged."""
        resolved = resolve_data(catalog)
        observed = observations(resolved)
        charted = {name: select(observed.frame, resolved, chart.select) for name, chart in catalog.charts.items()}
        return cls(settings, catalog, resolved, observed, charted, Releases.open(settings.datasets / "releases"))

    @cached_property
    def finder(self) -> Finder:
        """The search index."""
        return Finder(entries(self.catalog, self.data, self.data_by_chart))

    @cached_property
    def checker(self) -> Checker:
        """The index of words by which claims are matched."""
        return Checker.of(self.catalog, self.data)

    @cached_property
    def figures(self) -> Figures:
        """What the board's figures are chosen by."""
        return Figures.of(self.catalog, self.data, self.observations.frame)

    @cached_property
    def bands(self) -> tuple[tuple[Band, ...], tuple[Datum, ...]]:
        """The axes of the board with their figures, and the figures that stand on none."""
        return build_bands(self.data)

    def prepare(self) -> None:
        """Build both indexes: no page that is read needs them, so a worker does it after it has begun to answer."""
        self.finder.find(Request(""), limit=1)
        self.checker.check("")

    @property
    def published(self) -> Mapping[str, str]:
        """The data as a release keeps them: every table as CSV, by its name."""
        return published(self.tables, self.data)

    @cached_property
    def release_diff(self) -> ReleaseDiff:
        """What has changed since each release."""
        return ReleaseDiff(self.releases, lambda: published_figures(self.published), self.catalog.corrections)

    @cached_property
    def version(self) -> str:
        """Names these data in what leaves the site: it changes whenever a figure or a text of them does."""
        return fingerprint(self.catalog)

    def chart(self, chart_id: str, lang: Lang, view_id: str = "", *, narrowed: ChartSelection | None = None) -> Scene:
        """The scene of a chart, of one of its views or of a narrowed selection; raises KeyError for an unknown id.

        Those that are not narrowed are built once: each stands on several pages, in frames, files and pictures.
        """
        if narrowed is not None:
            return build_scene(self.spec(chart_id, lang, view_id, narrowed=narrowed))
        key = (chart_id, view_id, lang)
        if key not in self._scenes:
            self._scenes[key] = build_scene(self.spec(chart_id, lang, view_id))
        return self._scenes[key]

    def drawing_height(self, scene: Scene, view_id: str, width: int) -> float:
        """How high a chart's scene, not narrowed, is drawn at `width` pixels; laid out once for all who ask."""
        key = (scene.chart_id, view_id, scene.lang, width)
        if key not in self._heights:
            self._heights[key] = layout_chart(scene, width).height
        return self._heights[key]

    @cached_property
    def _heights(self) -> dict[tuple[str, str, Lang, int], float]:
        return {}

    @cached_property
    def _scenes(self) -> dict[tuple[str, str, Lang], Scene]:
        return {}

    def spec(
        self, chart_id: str, lang: Lang, view_id: str = "", *, narrowed: ChartSelection | None = None
    ) -> ChartSpec:
        """What a chart, one of its views or a narrowed selection is asked; raises KeyError for an unknown id."""
        chart = self.catalog.charts[chart_id]
        view: View | None = chart.views[view_id] if view_id else None
        selection: ChartSelection = narrowed or (view.select if view else chart.select)
        is_default = selection is chart.select
        return build_spec(
            chart_id,
            chart,
            self.data_by_chart[chart_id] if is_default else select(self.observations.frame, self.data, selection),
            lang=lang,
            every=self.data,
            is_default=is_default,
            view=view,
            events=select_events(self.catalog, selection, lang) if chart.kind is ChartKind.EVENTS else (),
            href=Urls(lang).chart(chart_id, view_id),
        )

    def deck(self, story_id: str, lang: Lang) -> Deck:
        """A story as slides; raises KeyError for an unknown id."""
        return self._deck_builder(lang).deck(story_id, self.catalog.stories[story_id], href=Urls(lang).story(story_id))

    def brief_deck(self, items: Sequence[BriefItem], lang: Lang) -> Deck:
        """What a reader collected as slides."""
        story = BriefStory(self.catalog, self.data, self._drawn).build(items)
        return self._deck_builder(lang).deck("brief", story, href=Urls(lang).brief([item.text for item in items]))

    def _drawn(self, item: BriefItem) -> list[str]:
        scene = self.chart(item.chart, Lang.EN, item.view)
        return [point.id for point in scene.points] + [event.id for event in scene.events]

    def chart_deck(self, chart_id: str, lang: Lang, view_id: str = "") -> Deck:
        """A chart or one of its views as a deck of one slide; raises KeyError for an unknown id."""
        chart = self.catalog.charts[chart_id]
        headline = chart.views[view_id].title if view_id else chart.finding
        return self._deck_builder(lang).alone(StoryChart(chart=chart_id, view=view_id or None, highlight=()), headline)

    def _deck_builder(self, lang: Lang) -> DeckBuilder:
        return DeckBuilder(self.catalog, self.data, lang, self.reach(lang), self.slide_scene)

    def slide_scene(self, shown: StoryChart, lang: Lang) -> Scene:
        """A chart as a slide shows it."""
        return self.chart(shown.chart, lang, shown.view or "", narrowed=shown.select)

    def export(self, chart_id: str, lang: Lang, view_id: str = "") -> ChartExport:
        """What the files of a chart or view are made of; raises KeyError for an unknown id."""
        return self.export_scene(self.chart(chart_id, lang, view_id), view_id)

    def export_scene(self, scene: Scene, view_id: str = "") -> ChartExport:
        """As `export`, of a chart's default scene or its view's, where that is built already."""
        chart, lang = self.catalog.charts[scene.chart_id], scene.lang
        heading = chart.views[view_id].title if view_id else chart.title
        return chart_export(
            scene,
            title=self.quote(heading[lang], lang),
            catalog=self.catalog,
            data=self.data,
            edition=self.edition(lang),
        )

    def export_data(
        self, data: Sequence[Datum], lang: Lang, *, name: str, title: str, subtitle: str = "", href: str
    ) -> ChartExport:
        """Data that a reader put together, as a table under `title`: it promises no comparison."""
        spec = ChartSpec(
            chart_id=name,
            kind=ChartKind.FACTS,
            lang=lang,
            title=title,
            subtitle=subtitle,
            data=tuple(data),
            label_by=LabelBy.INDICATOR,
            every=self.data,
            href=href,
        )
        return chart_export(
            build_scene(spec), title=title, catalog=self.catalog, data=self.data, edition=self.edition(lang)
        )

    def edition(self, lang: Lang) -> DataEdition:
        """Which data these are, for what leaves the site."""
        latest = max(source.published for source in self.catalog.sources.values())
        name = self.catalog.overview.name[lang]
        return DataEdition(name, self.settings.public_url, self.version, self.reach(lang), latest.end.year)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The data set as published tables, by name."""
        return all_tables(self.catalog, self.data, self.observations, self.data_by_chart)

    def charts_of(self, observation_id: str) -> tuple[str, ...]:
        """The charts whose default selection shows an observation."""
        return self._charts_by_observation.get(observation_id, ())

    @cached_property
    def _charts_by_observation(self) -> Mapping[str, tuple[str, ...]]:
        charts: dict[str, tuple[str, ...]] = {}
        for name, shown in self.data_by_chart.items():
            for datum in shown:
                charts[datum.id] = (*charts.get(datum.id, ()), name)
        return charts

    def quote(self, text: str, lang: Lang) -> str:
        """A text with its `[[observation]]` references written out."""
        return resolve_references(text, self.data, lang)

    def reach(self, lang: Lang) -> str:
        """Up to when the data reach: the date of the latest article."""
        return bare_period_text(max(source.published for source in self.catalog.sources.values()), lang)
