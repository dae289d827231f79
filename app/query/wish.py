"""What a reader chose on a workbench, to and from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.catalog import Catalog
from app.urls import Query

TOPIC = "topic"
INDICATOR = "indicator"


@dataclass(frozen=True)
class Wish:
    """A topic and one of its indicators; both exist in the catalog."""

    topic: str
    indicator: str

    @classmethod
    def default(cls, catalog: Catalog) -> "Wish":
        first = next(iter(catalog.topics))
        return cls(first, first_indicator(catalog, first))

    @classmethod
    def read(cls, args: Mapping[str, str], catalog: Catalog) -> "Wish":
        """The wish in an address; an unknown topic or indicator falls back to the default of its level."""
        indicator = args.get(INDICATOR, "")
        topic = args.get(TOPIC, "")
        if topic not in catalog.topics:
            known = catalog.indicators.get(indicator)
            topic = known.topic if known else next(iter(catalog.topics))
        if indicator not in catalog.indicators or catalog.indicators[indicator].topic != topic:
            indicator = first_indicator(catalog, topic)
        return cls(topic, indicator)

    def query(self, catalog: Catalog) -> Query:
        """Only what differs from the default, so that the plain page has a plain address."""
        pairs = []
        if self.topic != next(iter(catalog.topics)):
            pairs.append((TOPIC, self.topic))
        if self.indicator != first_indicator(catalog, self.topic):
            pairs.append((INDICATOR, self.indicator))
        return tuple(pairs)


def indicators_of(catalog: Catalog, topic: str) -> tuple[str, ...]:
    """The topic's indicators in the order in which its charts show them; those without a chart last, by id."""
    order = {name: place for place, name in enumerate(_shown(catalog, topic))}
    names = [name for name, indicator in catalog.indicators.items() if indicator.topic == topic]
    return tuple(sorted(names, key=lambda name: (order.get(name, len(order)), name)))


def first_indicator(catalog: Catalog, topic: str) -> str:
    return indicators_of(catalog, topic)[0]


def _shown(catalog: Catalog, topic: str) -> list[str]:
    selections = [catalog.charts[name].select for name in catalog.topics[topic].charts]
    shown = [(*wanted.indicators, *(catalog.indicator_of[o] for o in wanted.observations)) for wanted in selections]
    return list(dict.fromkeys(name for names in shown for name in names))
