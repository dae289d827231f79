"""Choosing a topic and one of its indicators."""

from app.data.choice import Choice
from app.data.page_query import PageQuery
from app.data.page_ref import PageKind
from app.model.catalog import Catalog

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
    known = catalog.indicators.get(page_query.first(INDICATOR))
    return Choice.of(page_query, TOPIC, topics, default=topics[0], fallback=known.topic if known else topics[0])


def indicators_of(catalog: Catalog, topic: str) -> tuple[str, ...]:
    """The topic's indicators in the order in which its charts show them; those without a chart last, by id."""
    order = {name: place for place, name in enumerate(_shown(catalog, topic))}
    names = [name for name, indicator in catalog.indicators.items() if indicator.topic == topic]
    return tuple(sorted(names, key=lambda name: (order.get(name, len(order)), name)))


def _shown(catalog: Catalog, topic: str) -> list[str]:
    selections = [catalog.charts[name].select for name in catalog.topics[topic].charts]
    shown = [(*wanted.indicators, *(catalog.indicator_of[o] for o in wanted.observations)) for wanted in selections]
    return list(dict.fromkeys(name for names in shown for name in names))
