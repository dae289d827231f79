"""What a reader searches for, to and from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.urls import Query

#: The name of the query text in the address, and of the filters in the order in which forms show them.
TEXT = "q"
FILTERS = ("sort", "topic", "source", "year", "nature")


@dataclass(frozen=True)
class Request:
    """A text and filters, each (name, value); only known values get here."""

    text: str
    filters: Query = ()

    @classmethod
    def read(cls, args: Mapping[str, str], known: Mapping[str, Mapping[str, str]]) -> "Request":
        """The request in an address; a filter value that `known` does not list falls away."""
        chosen = ((name, args.get(name, "")) for name in FILTERS)
        return cls(args.get(TEXT, "").strip(), tuple(pair for pair in chosen if pair[1] in known[pair[0]]))

    def query(self) -> Query:
        return ((TEXT, self.text), *self.filters) if self.text else self.filters

    def value(self, name: str) -> str:
        """The chosen value of a filter; empty where all are wanted."""
        return dict(self.filters).get(name, "")
