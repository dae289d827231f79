"""A story file becomes a deck in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.charts.base_scene import build_point, source_line
from app.charts.events import event
from app.charts.registry import build_scene
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.charts.words import join_words, phrase
from app.data.datum import Datum, full_name, source_ids
from app.data.text_references import references, resolve_references
from app.decks.deck import Article, Deck, Evidence, Exhibit, Slide
from app.model.catalog import Catalog
from app.model.chart import ChartKind
from app.model.milestone import Milestone
from app.model.story import SlideKind, Story, StoryChart, StorySlide
from app.model.text import Lang, Text
from app.quantities.period_text import period_text
from app.urls import Urls

#: (a chart on a slide, language) to its scene.
Draw = Callable[[StoryChart, Lang], Scene]


@dataclass(frozen=True)
class DeckBuilder:
    """Everything a story is told from, in one language."""

    catalog: Catalog
    data: Mapping[str, Datum]
    lang: Lang
    reach: str
    draw: Draw

    def deck(self, story_id: str, story: Story, *, href: str) -> Deck:
        """The whole story; slides that show nothing lead to `href`, where it is read."""
        slides = tuple(self._slide(href, number, slide) for number, slide in enumerate(story.slides, 1))
        sources = self._source_line(slides)
        return Deck(
            id=story_id,
            lang=self.lang,
            title=self._say(story.title),
            summary=self._say(story.summary),
            minutes=story.minutes,
            site_name=self.catalog.overview.name[self.lang],
            reach=self.reach,
            href=href,
            slides=tuple(slide if slide.source_line else replace(slide, source_line=sources) for slide in slides),
            articles=tuple(self._articles(slides)),
        )

    def alone(self, shown: StoryChart, headline: Text) -> Deck:
        """One chart as a deck of one slide, which leads to the chart's own page."""
        slide = self._compose(shown.chart, 1, SlideKind.CHART, headline, (self._exhibit(shown),))
        return Deck(
            id=shown.chart,
            lang=self.lang,
            title=slide.headline,
            summary="",
            minutes=1,
            site_name=self.catalog.overview.name[self.lang],
            reach=self.reach,
            href=slide.href,
            slides=(slide,),
            articles=tuple(self._articles((slide,))),
        )

    def _slide(self, href: str, number: int, slide: StorySlide) -> Slide:
        exhibits = tuple(map(self._exhibit, slide.charts))
        if slide.figures:
            data = [self.data[name] for name in slide.figures]
            exhibits = (Exhibit(build_scene(self._spec(slide.id, slide.kind, slide.headline, data))),)
        return self._compose(
            slide.id, number, slide.kind, slide.headline, exhibits, text=slide.text, notes=slide.notes, href=href
        )

    def _exhibit(self, shown: StoryChart) -> Exhibit:
        return Exhibit(self.draw(shown, self.lang), frozenset(shown.highlight), shown.reveal)

    def _compose(
        self,
        slide_id: str,
        number: int,
        kind: SlideKind,
        headline: Text,
        exhibits: tuple[Exhibit, ...],
        *,
        text: Text | None = None,
        notes: Sequence[Text] = (),
        href: str = "",
    ) -> Slide:
        """The slide with the evidence of all that it shows and quotes; it leads to its first chart, if it has one."""
        quoting = [each for each in (headline, text, *notes) if each]
        named = self._figures_of(exhibits, quoting)
        milestones = [self.catalog.milestone_by_id[e.id] for exhibit in exhibits for e in exhibit.scene.events]
        whole = self._spec(slide_id, kind, headline, named, milestones)
        cautions = [note for exhibit in exhibits for note in exhibit.scene.notes]
        return Slide(
            id=slide_id,
            number=number,
            kind=kind,
            headline=self._say(headline),
            text=self._say(text) if text else "",
            exhibits=exhibits,
            notes=tuple(map(self._say, notes)),
            cautions=tuple(dict.fromkeys(cautions)),
            evidence=(*(self._of_figure(each, whole) for each in named), *map(self._of_milestone, milestones)),
            source_line=source_line(whole),
            href=exhibits[0].scene.href if exhibits else href,
        )

    def _say(self, text: Text) -> str:
        return resolve_references(text[self.lang], self.data, self.lang)

    def _spec(
        self,
        slide_id: str,
        kind: SlideKind,
        headline: Text,
        data: Iterable[Datum],
        milestones: Iterable[Milestone] = (),
    ) -> ChartSpec:
        """The slide as a chart of its own: its figures as a figure or as facts, and all that it has a source for."""
        chosen = tuple(data)
        return ChartSpec(
            chart_id=slide_id,
            kind=ChartKind.FIGURE if kind is SlideKind.FIGURE else ChartKind.FACTS,
            lang=self.lang,
            title=self._say(headline),
            subtitle="",
            data=chosen,
            events=tuple(event(milestone, self.catalog, self.lang) for milestone in milestones),
            every=self.data,
            href=Urls(self.lang).figure(chosen[0].id) if chosen else "",
        )

    def _figures_of(self, exhibits: Iterable[Exhibit], texts: Iterable[Text]) -> list[Datum]:
        """The figures shown, then those quoted in the texts, each once."""
        shown = [point.id for exhibit in exhibits for point in exhibit.scene.points]
        quoted = [name for text in texts for name, _ in references(text[self.lang])]
        return [self.data[name] for name in dict.fromkeys((*shown, *quoted))]

    def _of_figure(self, datum: Datum, slide: ChartSpec) -> Evidence:
        shown = build_point(datum, slide)
        return Evidence(
            id=shown.id,
            name=full_name(datum, self.lang),
            label=shown.label.text,
            period=shown.period_text.text,
            definition=shown.definition,
            printed=datum.observation.printed or "",
            source=shown.source,
            note=shown.note,
            href=shown.href,
        )

    def _of_milestone(self, milestone: Milestone) -> Evidence:
        shown = event(milestone, self.catalog, self.lang)
        return Evidence(
            id=shown.id,
            name=shown.title,
            label=shown.lane_name,
            period=shown.period_text,
            definition=shown.place,
            printed=milestone.printed,
            source=shown.source,
            note=shown.note,
            href=Urls(self.lang).milestone(shown.id),
        )

    def _source_line(self, slides: Iterable[Slide]) -> str:
        """The line of slides of words alone: all that the story rests on."""
        names = [self.catalog.sources[name].short[self.lang] for name in self._ids_of_articles(slides)]
        return phrase("sources", self.lang, names=join_words(names, self.lang)) if names else ""

    def _articles(self, slides: Iterable[Slide]) -> Iterable[Article]:
        """Every article behind the slides, the oldest first."""
        for name in self._ids_of_articles(slides):
            source = self.catalog.sources[name]
            yield Article(
                title=source.title[self.lang],
                published=period_text(source.published, source.published_basis, self.lang).text,
                dating=source.dating[self.lang],
                href=Urls(self.lang).source(name),
            )

    def _ids_of_articles(self, slides: Iterable[Slide]) -> list[str]:
        used = {name for slide in slides for row in slide.evidence for name in self._source_ids(row.id)}
        return sorted(used, key=lambda name: self.catalog.sources[name].published)

    def _source_ids(self, name: str) -> Iterable[str]:
        if name in self.catalog.milestone_by_id:
            yield self.catalog.milestone_by_id[name].source
        else:
            yield from source_ids(self.data[name], self.data)
