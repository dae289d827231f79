"""The indicators of the explore page to be ticked, those chosen to be taken away, and some to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.benches.explore import INDICATOR, ExploreBench
from app.data.explore import MOST_INDICATORS
from app.data.page_query import indicators_of
from app.pages.frame import Link, PageFrame
from app.strings import word

#: Unknown names are repeated to the reader only up to here.
_LONGEST_NAME = 64


@dataclass(frozen=True)
class CheckBox:
    """One indicator to be ticked."""

    value: str
    label: str
    ticked: bool


@dataclass(frozen=True)
class Shelf:
    """A topic's indicators, and how many of them are ticked."""

    name: str
    boxes: tuple[CheckBox, ...]
    ticked: int


def shelves(page: PageFrame, chosen: Sequence[str]) -> list[Shelf]:
    """Every indicator under its topic."""
    catalog, lang = page.site.catalog, page.lang
    found = []
    for topic_id, topic in catalog.topics.items():
        names = indicators_of(catalog, topic_id)
        boxes = tuple(CheckBox(name, catalog.indicators[name].label(lang), name in chosen) for name in names)
        found.append(Shelf(topic.name[lang], boxes, sum(box.ticked for box in boxes)))
    return found


def removals(page: PageFrame, chosen: Sequence[str]) -> list[Link]:
    """For each indicator the address of the page without it."""
    return [_without(page, chosen, name) for name in chosen]


def picker_problems(page: PageFrame, bench: ExploreBench) -> list[str]:
    """What was asked for and is not shown, in sentences."""
    sentences = []
    if bench.unknown:
        names = ", ".join(name[:_LONGEST_NAME] for name in bench.unknown[:MOST_INDICATORS])
        sentences.append(word("explore_unknown", page.lang).format(names=names))
    if len(bench.known) > MOST_INDICATORS:
        sentences.append(word("explore_too_many", page.lang).format(count=MOST_INDICATORS))
    return sentences


def examples(page: PageFrame) -> list[Link]:
    """The first two indicators of each topic, as a start."""
    catalog, lang = page.site.catalog, page.lang
    links = []
    for topic_id, topic in catalog.topics.items():
        names = indicators_of(catalog, topic_id)[:2]
        words = lang.list_comma.join(catalog.indicators[name].label(lang) for name in names)
        links.append(Link(_address(page, names), words, more=topic.name[lang]))
    return links


def _without(page: PageFrame, chosen: Sequence[str], name: str) -> Link:
    rest = [other for other in chosen if other != name]
    return Link(_address(page, rest), page.site.catalog.indicators[name].label(page.lang))


def _address(page: PageFrame, names: Sequence[str]) -> str:
    return page.urls.explore(tuple((INDICATOR, name) for name in names))
