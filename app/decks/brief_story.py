"""What a reader collected, as a story: each chart under what it finds, each figure by itself, then the articles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.data.datum import Datum
from app.data.full_name import full_name
from app.decks.brief import Item
from app.model.catalog import Catalog
from app.model.chart import ChartKind, ChartSelection
from app.model.story import LONGEST, SlideKind, Story, StoryChart, StorySlide
from app.model.text import Text
from app.strings import strings

#: How many rows or milestones are still read from the back row, and how many a slide gets of what has more.
_LEGIBLE = {ChartKind.FACTS: 8, ChartKind.EVENTS: 6}
_PART = 6


@dataclass(frozen=True)
class BriefStory:
    """What stories are made from here; `drawn` gives the ids of the figures or milestones of an item's chart."""

    catalog: Catalog
    data: Mapping[str, Datum]
    drawn: Callable[[Item], Sequence[str]]

    def told(self, items: Sequence[Item]) -> Story:
        """The items in their order between a cover and the sources; a chart of too many rows on several slides."""
        name = strings()["brief"]
        slides = (
            StorySlide(id="cover", kind=SlideKind.COVER, headline=name, figures=()),
            *self._slides(items),
            StorySlide(id="sources", kind=SlideKind.SOURCES, headline=strings()["sources"], figures=()),
        )
        # Nobody planned it: a minute a slide.
        minutes = min(len(slides), LONGEST)
        return Story(title=name, summary=strings()["brief_lead"], order=1, minutes=minutes, slides=slides)

    def _slides(self, items: Sequence[Item]) -> Iterator[StorySlide]:
        for number, item in enumerate(items, 1):
            if item.figure:
                yield _figure(f"item-{number}", self.data[item.figure])
            else:
                yield from self._charts(f"item-{number}", item)

    def _charts(self, slide_id: str, item: Item) -> Iterator[StorySlide]:
        chart = self.catalog.charts[item.chart]
        headline = chart.views[item.view].title if item.view else chart.finding
        ids = self.drawn(item)
        if len(ids) <= _LEGIBLE.get(chart.kind, len(ids)):
            shown = StoryChart(chart=item.chart, view=item.view or None, highlight=())
            yield _chart(slide_id, headline, shown)
            return
        for start in range(0, len(ids), _PART):
            part = tuple(ids[start : start + _PART])
            wanted = {"milestones": part} if chart.kind is ChartKind.EVENTS else {"observations": part}
            shown = StoryChart(chart=item.chart, select=ChartSelection.model_validate(wanted), highlight=())
            yield _chart(f"{slide_id}-{start // _PART + 1}", headline, shown)


def _figure(slide_id: str, datum: Datum) -> StorySlide:
    name = Text(zh=full_name(datum, "zh"), en=full_name(datum, "en"))
    return StorySlide(id=slide_id, kind=SlideKind.FIGURE, headline=name, figures=(datum.id,))


def _chart(slide_id: str, headline: Text, shown: StoryChart) -> StorySlide:
    return StorySlide(id=slide_id, kind=SlideKind.CHART, headline=headline, charts=(shown,), figures=())
