"""The catalog, its readings and the frame, put together once; every page and callback asks it for scenes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from app import urls
from app.loading.dataset import load
from app.model.catalog import Catalog
from app.model.chart import Kind, LabelBy, Selection, View
from app.model.story import Shown
from app.model.text import Lang
from app.query.brief import Item
from app.query.briefing import Collection
from app.query.claims.checker import Checker
from app.query.fingerprint import fingerprint
from app.query.frame import frame
from app.query.quote import resolve
from app.query.reading import Reading, readings
from app.query.search.entries import entries
from app.query.search.finder import Finder
from app.query.search.request import Request
from app.query.selection import select
from app.query.tables.all_tables import all_tables
from app.query.tables.table import Table
from app.releases.figures import figures, published
from app.releases.releases import Releases
from app.releases.standing import Standing
from app.renderers.extract import Edition, Extract, extract
from app.scene.build import build
from app.scene.deck import Deck
from app.scene.events import chosen
from app.scene.question import Question, ask
from app.scene.scene import Scene
from app.scene.telling import Teller
from app.settings import Settings
from app.wording import bare_period


@dataclass(frozen=True)
class Site:
    """Everything that is the same for all readers. Made by `open`; nothing in it changes while the program runs."""

    settings: Settings
    catalog: Catalog
    readings: Mapping[str, Reading]
    table: pd.DataFrame
    #: The readings that each chart shows by default.
    charted: Mapping[str, tuple[Reading, ...]]
    releases: Releases

    @classmethod
    def open(cls, settings: Settings) -> "Site":
        """The site over the folder in `settings.datasets`; raises DatasetError with every problem of its files."""
        return cls.over(load(settings.datasets).catalog, settings)

    @classmethod
    def over(cls, catalog: Catalog, settings: Settings) -> "Site":
        """The site over a catalog; raises DatasetError where a release in `settings.datasets` is damaged."""
        found = readings(catalog)
        table = frame(catalog, found)
        charted = {name: select(table, found, chart.select) for name, chart in catalog.charts.items()}
        return cls(settings, catalog, found, table, charted, Releases.open(settings.datasets / "releases"))

    @cached_property
    def finder(self) -> Finder:
        """The search index."""
        return Finder(entries(self.catalog, self.readings, self.charted))

    @cached_property
    def checker(self) -> Checker:
        """The index of words by which claims are matched."""
        return Checker.of(self.catalog, self.readings)

    def prepare(self) -> None:
        """Build both indexes: no page that is read needs them, so a worker does it after it has begun to answer."""
        self.finder.find(Request(""), limit=1)
        self.checker.check("")

    @property
    def published(self) -> Mapping[str, str]:
        """The data as a release keeps them: every table as CSV, by its name."""
        return published(self.tables, self.readings)

    @cached_property
    def standing(self) -> Standing:
        """What has changed since each release."""
        return Standing(self.releases, lambda: figures(self.published), self.catalog.corrections)

    @cached_property
    def version(self) -> str:
        """Names these data in what leaves the site: it changes whenever a figure or a text of them does."""
        return fingerprint(self.catalog)

    def chart(self, chart_id: str, lang: Lang, view_id: str = "", *, narrowed: Selection | None = None) -> Scene:
        """The scene of a chart, of one of its views or of a narrowed selection; raises KeyError for an unknown id."""
        return build(self.question(chart_id, lang, view_id, narrowed=narrowed))

    def question(self, chart_id: str, lang: Lang, view_id: str = "", *, narrowed: Selection | None = None) -> Question:
        """What a chart, one of its views or a narrowed selection is asked; raises KeyError for an unknown id."""
        chart = self.catalog.charts[chart_id]
        view: View | None = chart.views[view_id] if view_id else None
        selection: Selection = narrowed or (view.select if view else chart.select)
        is_default = selection is chart.select
        return ask(
            chart_id,
            chart,
            self.charted[chart_id] if is_default else select(self.table, self.readings, selection),
            lang=lang,
            every=self.readings,
            is_default=is_default,
            view=view,
            events=chosen(self.catalog, selection, lang) if chart.kind is Kind.EVENTS else (),
            href=urls.chart(lang, chart_id, view_id),
        )

    def deck(self, story_id: str, lang: Lang) -> Deck:
        """A story as slides; raises KeyError for an unknown id."""
        return self._teller(lang).deck(story_id, self.catalog.stories[story_id], href=urls.story(lang, story_id))

    def brief_deck(self, items: Sequence[Item], lang: Lang) -> Deck:
        """What a reader collected as slides."""
        story = Collection(self.catalog, self.readings, self._drawn).told(items)
        return self._teller(lang).deck("brief", story, href=urls.brief(lang, [item.text for item in items]))

    def _drawn(self, item: Item) -> list[str]:
        scene = self.chart(item.chart, "en", item.view)
        return [point.id for point in scene.points] + [event.id for event in scene.events]

    def chart_deck(self, chart_id: str, lang: Lang, view_id: str = "") -> Deck:
        """A chart or one of its views as a deck of one slide; raises KeyError for an unknown id."""
        chart = self.catalog.charts[chart_id]
        headline = chart.views[view_id].title if view_id else chart.finding
        return self._teller(lang).alone(Shown(chart=chart_id, view=view_id or None, highlight=()), headline)

    def _teller(self, lang: Lang) -> Teller:
        return Teller(self.catalog, self.readings, lang, self.reach(lang), self.shown)

    def shown(self, shown: Shown, lang: Lang) -> Scene:
        """A chart as a slide shows it."""
        return self.chart(shown.chart, lang, shown.view or "", narrowed=shown.select)

    def extract(self, chart_id: str, lang: Lang, view_id: str = "") -> Extract:
        """What the files of a chart or view are made of; raises KeyError for an unknown id."""
        chart = self.catalog.charts[chart_id]
        heading = chart.views[view_id].title if view_id else chart.title
        return extract(
            self.chart(chart_id, lang, view_id),
            title=self.quote(heading[lang], lang),
            catalog=self.catalog,
            readings=self.readings,
            edition=self.edition(lang),
        )

    def gathered(
        self, readings: Sequence[Reading], lang: Lang, *, name: str, title: str, subtitle: str = "", href: str
    ) -> Extract:
        """Readings that a reader put together, as a table under `title`: it promises no comparison."""
        question = Question(
            chart_id=name,
            kind=Kind.FACTS,
            lang=lang,
            title=title,
            subtitle=subtitle,
            readings=tuple(readings),
            label_by=LabelBy.INDICATOR,
            every=self.readings,
            href=href,
        )
        return extract(
            build(question), title=title, catalog=self.catalog, readings=self.readings, edition=self.edition(lang)
        )

    def edition(self, lang: Lang) -> Edition:
        """Which data these are, for what leaves the site."""
        latest = max(source.published for source in self.catalog.sources.values())
        name = self.catalog.overview.name[lang]
        return Edition(name, self.settings.public_url, self.version, self.reach(lang), latest.end.year)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The data set as published tables, by name."""
        return all_tables(self.catalog, self.readings, self.charted)

    def charts_of(self, observation_id: str) -> tuple[str, ...]:
        """The charts whose default selection shows an observation."""
        return self._charts_by_observation.get(observation_id, ())

    @cached_property
    def _charts_by_observation(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, shown in self.charted.items():
            for reading in shown:
                found[reading.id] = (*found.get(reading.id, ()), name)
        return found

    def quote(self, text: str, lang: Lang) -> str:
        """A text with its `[[observation]]` references written out."""
        return resolve(text, self.readings, lang)

    def reach(self, lang: Lang) -> str:
        """Up to when the data reach: the date of the latest article."""
        return bare_period(max(source.published for source in self.catalog.sources.values()), lang)
