"""What a reader collected: the charts and figures that the items of an address name, and the story that they make.

An item is the address of its page below the language, so a chart and a figure of one id are never taken for each
other: `charts/<chart>`, `charts/<chart>/<view>`, `figures/<observation>`. Items are parted by commas.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.data.datum import Datum, full_name
from app.model.catalog import Catalog
from app.model.chart import ChartKind, ChartSelection
from app.model.story import LONGEST, SlideKind, Story, StoryChart, StorySlide
from app.model.text import Lang, Text
from app.strings import strings

#: More would be a book, and its address longer than a query may be.
MOST_ITEMS = 50
#: An unknown item is looked at and repeated to the reader only up to here.
_LONGEST = 64
#: How many rows or milestones are still read from the back row, and how many a slide gets of what has more.
_LEGIBLE = {ChartKind.FACTS: 8, ChartKind.EVENTS: 6}
_PART = 6


class TooManyItemsError(ValueError):
    """More than MOST_ITEMS items are asked for."""


@dataclass(frozen=True)
class BriefItem:
    """One chart, view or figure that there is; exactly one of `chart` and `figure` is set."""

    text: str
    chart: str = ""
    view: str = ""
    figure: str = ""


@dataclass(frozen=True)
class BriefItems:
    """`unknown` are the items that name nothing, cut to a length that can be shown."""

    items: tuple[BriefItem, ...]
    unknown: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.items)


def collect_items(texts_of_items: Sequence[str], catalog: Catalog) -> BriefItems:
    """The items in the values of an address, each once; raises TooManyItemsError before any is looked up."""
    texts = list(dict.fromkeys(text for value in texts_of_items for text in value.split(",") if text))
    if len(texts) > MOST_ITEMS:
        raise TooManyItemsError(f"{len(texts)} items are asked for; {MOST_ITEMS} are the most")
    named = {text: item for text in texts for item in _named(text, catalog)}
    unknown = dict.fromkeys(text[:_LONGEST] for text in texts if text not in named)
    return BriefItems(tuple(named.values()), tuple(unknown))


def nearest_items(unknown: str, catalog: Catalog) -> tuple[BriefItem, ...]:
    """The item that is spelt most like an unknown one, if any is."""
    every = {item.text: item for item in _every(catalog)}
    address = unknown if "/" in unknown else f"charts/{unknown}"
    return tuple(every[text] for text in difflib.get_close_matches(address, every, n=1, cutoff=0.7))


def _named(text: str, catalog: Catalog) -> Iterator[BriefItem]:
    """The item of this text, or nothing."""
    sort, _, rest = text.partition("/")
    name, _, view = rest.partition("/")
    if sort == "figures" and rest in catalog.observations:
        yield BriefItem(text, figure=rest)
    elif sort == "charts" and name in catalog.charts and (text == f"charts/{name}" or view in _views(catalog, name)):
        yield BriefItem(text, chart=name, view=view)


def _every(catalog: Catalog) -> Iterator[BriefItem]:
    for name in catalog.charts:
        yield BriefItem(f"charts/{name}", chart=name)
        yield from (BriefItem(f"charts/{name}/{view}", chart=name, view=view) for view in _views(catalog, name))
    yield from (BriefItem(f"figures/{name}", figure=name) for name in catalog.observations)


def _views(catalog: Catalog, name: str) -> Sequence[str]:
    return tuple(catalog.charts[name].views)


@dataclass(frozen=True)
class BriefStory:
    """Tells items as a story; `drawn` gives the ids of the figures or milestones of an item's chart."""

    catalog: Catalog
    data: Mapping[str, Datum]
    drawn: Callable[[BriefItem], Sequence[str]]

    def build(self, items: Sequence[BriefItem]) -> Story:
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

    def _slides(self, items: Sequence[BriefItem]) -> Iterator[StorySlide]:
        for number, item in enumerate(items, 1):
            if item.figure:
                yield _figure(f"item-{number}", self.data[item.figure])
            else:
                yield from self._charts(f"item-{number}", item)

    def _charts(self, slide_id: str, item: BriefItem) -> Iterator[StorySlide]:
        chart = self.catalog.charts[item.chart]
        headline = chart.views[item.view].title if item.view else chart.finding
        ids = self.drawn(item)
        if len(ids) <= _LEGIBLE.get(chart.kind, len(ids)):
            shown = StoryChart(chart=item.chart, view=item.view or None, highlight=())
            yield _chart(slide_id, headline, shown)
            return
        for start in range(0, len(ids), _PART):
            part = tuple(ids[start : start + _PART])
            narrowing = {"milestones": part} if chart.kind is ChartKind.EVENTS else {"observations": part}
            shown = StoryChart(chart=item.chart, select=ChartSelection.model_validate(narrowing), highlight=())
            yield _chart(f"{slide_id}-{start // _PART + 1}", headline, shown)


def _figure(slide_id: str, datum: Datum) -> StorySlide:
    name = Text(zh=full_name(datum, Lang.ZH), en=full_name(datum, Lang.EN))
    return StorySlide(id=slide_id, kind=SlideKind.FIGURE, headline=name, figures=(datum.id,))


def _chart(slide_id: str, headline: Text, shown: StoryChart) -> StorySlide:
    return StorySlide(id=slide_id, kind=SlideKind.CHART, headline=headline, charts=(shown,), figures=())
