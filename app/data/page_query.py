"""What a reader asks of a workbench, as the address or the form says it: nothing in it is checked yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.data.page_ref import PageRef
from app.urls import Query


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
        return next((value for given, value in self.asked if given == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value under a name, each once, in order."""
        return tuple(dict.fromkeys(value for given, value in self.asked if given == name))
