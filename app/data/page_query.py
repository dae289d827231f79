"""What a reader asks of a page: where, which pairs, and what each choice comes to when it is held to what there is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.model.catalog import Catalog
from app.urls import Query


class PageKind(StrEnum):
    """The pages that hold a workbench."""

    OVERVIEW = "overview"
    TOPIC = "topic"
    CHART = "chart"
    EXPLORE = "explore"
    COMPARE = "compare"


@dataclass(frozen=True)
class PageRef:
    """A page; `name` is its topic or chart, `view` the chart's view. The other kinds have one page each."""

    kind: PageKind
    name: str = ""
    view: str = ""

    def exists(self, catalog: Catalog) -> bool:
        if self.kind is PageKind.TOPIC:
            return self.name in catalog.topics and not self.view
        if self.kind is PageKind.CHART:
            return catalog.has_chart(self.name, self.view)
        return not (self.name or self.view)


@dataclass(frozen=True)
class PageQuery:
    """The page, and the pairs that were asked for; `Choice` holds them to what there is."""

    place: PageRef
    asked: Query = ()

    @classmethod
    def of(cls, place: PageRef, asked: Iterable[tuple[str, str]]) -> "PageQuery":
        return cls(place, tuple((name, value) for name, value in asked))

    def first(self, name: str) -> str:
        """The first value under a name; empty where there is none."""
        return next((value for key, value in self.asked if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value under a name, each once, in order."""
        return tuple(dict.fromkeys(value for key, value in self.asked if key == name))


@dataclass(frozen=True)
class Choice:
    """`chosen` and `default` are among `values`; the address names only what differs from the default."""

    name: str
    values: tuple[str, ...]
    chosen: str
    default: str

    @property
    def is_changed(self) -> bool:
        return self.chosen != self.default

    @classmethod
    def of(
        cls, page_query: PageQuery, name: str, values: Sequence[str], *, default: str = "", fallback: str | None = None
    ) -> "Choice":
        """What the query says under `name`; what is not among `values` falls back to the default, or to `fallback`."""
        asked = page_query.first(name)
        instead = default if fallback is None else fallback
        return cls(name, tuple(values), asked if asked in values else instead, default)


def query_of(choices: Iterable[Choice]) -> Query:
    """Only what differs from the default, so that the plain page has a plain address."""
    return tuple((choice.name, choice.chosen) for choice in choices if choice.is_changed)


TOPIC = "topic"
INDICATOR = "indicator"


def topic_and_indicator(catalog: Catalog, page_query: PageQuery) -> tuple[Choice, Choice]:
    """The topic and one of its indicators; the page of a topic has its own, and an indicator alone brings its topic."""
    topic = _topic(catalog, page_query)
    names = indicators_of(catalog, topic.chosen)
    return topic, Choice.of(page_query, INDICATOR, names, default=names[0])


def _topic(catalog: Catalog, page_query: PageQuery) -> Choice:
    if page_query.place.kind is PageKind.TOPIC:
        own = page_query.place.name
        return Choice(TOPIC, (own,), own, own)
    topics = tuple(catalog.topics)
    indicator = catalog.indicators.get(page_query.first(INDICATOR))
    return Choice.of(page_query, TOPIC, topics, default=topics[0], fallback=indicator.topic if indicator else topics[0])


def indicators_of(catalog: Catalog, topic: str) -> tuple[str, ...]:
    """The topic's indicators in the order in which its charts show them; those without a chart last, by id."""
    order = {name: place for place, name in enumerate(_shown(catalog, topic))}
    names = [name for name, indicator in catalog.indicators.items() if indicator.topic == topic]
    return tuple(sorted(names, key=lambda name: (order.get(name, len(order)), name)))


def _shown(catalog: Catalog, topic: str) -> list[str]:
    selections = [catalog.charts[name].select for name in catalog.topics[topic].charts]
    shown = [
        (*selection.indicators, *(catalog.indicator_of[o] for o in selection.observations)) for selection in selections
    ]
    return list(dict.fromkeys(name for names in shown for name in names))
