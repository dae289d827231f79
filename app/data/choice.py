"""One control's values, and which of them the reader chose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.data.page_query import PageQuery
from app.urls import Query


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
